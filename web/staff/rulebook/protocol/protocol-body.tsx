import { type Protocol, type ReadingSchedule, type SettingName, usualOrder } from '@keel/rulebook'
import { readingWords } from '../../wording.ts'
import { ConfidenceTag } from '../parts/confidence-tag.tsx'
import { DataTable } from '../parts/data-table.tsx'
import type { Level } from '../parts/heading.tsx'
import { RuleLinks, SourceLinks } from '../parts/links.tsx'
import { Part } from '../parts/part.tsx'
import { ValueTable } from '../parts/value-table.tsx'
import { rulesOnSetting, sourcesOfProtocol } from '../relations.ts'
import { settingRows } from '../rule/setting-rows.ts'
import { When } from '../rule/when.tsx'
import { capitalised, settingWords } from '../words.ts'
import styles from './protocol-body.module.css'

/** Everything that the rulebook says about one protocol, but its title. */
export function ProtocolBody({ protocol, level }: { readonly protocol: Protocol; readonly level: Level }) {
  return (
    <div className={styles.body}>
      <Part title="In short" level={level}>
        <dl className={styles.words}>
          <div>
            <dt>For</dt>
            <dd>{protocol.indication}</dd>
          </div>
          <div>
            <dt>Usual order</dt>
            <dd>{usualOrder(protocol)}</dd>
          </div>
          <div>
            <dt>Label</dt>
            <dd>{protocol.offLabel ? 'Off-label' : 'On label'}</dd>
          </div>
          <div>
            <dt>Protocol id</dt>
            <dd>
              <code>{protocol.id}</code>
            </dd>
          </div>
        </dl>
      </Part>
      <Part title="Limits" level={level}>
        <Limits protocol={protocol} />
      </Part>
      <Part title="What is measured, and when" level={level}>
        <Monitoring protocol={protocol} />
      </Part>
      <Part title="What to know" level={level}>
        <DataTable
          caption="What to know of the protocol"
          heads={['What to know', 'Confidence', 'Sources']}
          rows={protocol.notes.map(({ says, confidence, cites }) => ({
            key: says,
            cells: [
              <span key="says" className={styles.note}>
                {says}
              </span>,
              <ConfidenceTag key="confidence" confidence={confidence} />,
              <SourceLinks key="sources" cites={cites} />,
            ],
          }))}
        />
      </Part>
      <Part title="Sources" level={level}>
        <SourceLinks cites={sourcesOfProtocol(protocol)} inFull />
      </Part>
    </div>
  )
}

/** What the protocol states for each setting; what it deliberately leaves open is named, not left out. */
function Limits({ protocol }: { readonly protocol: Protocol }) {
  const names = Object.keys(protocol.settings) as SettingName[]
  const limited = names.filter((name) => protocol.settings[name] !== 'not-limited')
  const open = names.filter((name) => protocol.settings[name] === 'not-limited')
  return (
    <>
      <ValueTable
        caption="Limits of the protocol"
        names={['Limit', 'When']}
        rows={limited.flatMap((name) =>
          settingRows(protocol, name).map(({ value, ...settingCase }, index) => ({
            key: `${name} ${index}`,
            names: [
              <NamedLimit key="name" name={name} isFirst={index === 0} />,
              <When key="when" settingCase={settingCase} />,
            ],
            value,
          })),
        )}
      />
      {open.length > 0 && (
        <p className={styles.quiet}>
          Not limited by this protocol: {open.map((name) => settingWords[name] ?? name).join(', ')}.
        </p>
      )}
    </>
  )
}

type Schedule = ReadingSchedule['running']

/** A limit's name; in its first row with the rules that ask for it. */
function NamedLimit({ name, isFirst }: { readonly name: SettingName; readonly isFirst: boolean }) {
  return (
    <div className={styles.limit}>
      {capitalised(settingWords[name])}
      {isFirst && <RuleLinks rules={rulesOnSetting(name)} />}
    </div>
  )
}

function scheduleInWords({ firstMin, everyMin, later = [] }: Schedule): string {
  if (everyMin === null) return `Once, at ${firstMin} min`
  const slower = later.map(({ fromMin, everyMin: every }) => `, from ${fromMin} min every ${every} min`).join('')
  return `First at ${firstMin} min, then every ${everyMin} min${slower}`
}

function Monitoring({ protocol }: { readonly protocol: Protocol }) {
  return (
    <DataTable
      caption="What is measured, and when"
      heads={['Reading', 'While the dose runs', 'After the dose', 'In words', 'Confidence', 'Sources']}
      rows={protocol.monitoring.map(({ reading, says, running, observing, confidence, cites }) => ({
        key: reading,
        cells: [
          readingWords[reading],
          scheduleInWords(running),
          scheduleInWords(observing),
          says,
          <ConfidenceTag key="confidence" confidence={confidence} />,
          <SourceLinks key="sources" cites={cites} />,
        ],
      }))}
    />
  )
}

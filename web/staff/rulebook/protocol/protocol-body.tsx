import { keyInPlainWords, type Protocol, type ReadingSchedule, type SettingName, usualOrder } from '@keel/rulebook'
import { readingWords } from '../../wording.ts'
import { ConfidenceTag } from '../parts/confidence-tag.tsx'
import { DataTable } from '../parts/data-table.tsx'
import { Fact, Facts } from '../parts/facts.tsx'
import type { Level } from '../parts/heading.tsx'
import { RuleLinks, SourceLinks } from '../parts/links.tsx'
import { Part } from '../parts/part.tsx'
import { ValueTable } from '../parts/value-table.tsx'
import { rulesOnSetting, sourcesOfProtocol } from '../relations.ts'
import { settingRows } from '../rule/setting-rows.ts'
import { When } from '../rule/when.tsx'
import { basisOf, capitalised, placeWords, protocolStatusWords, settingWords } from '../words.ts'
import styles from './protocol-body.module.css'
import { Rems } from './rems.tsx'

/** Everything that the rulebook says about one protocol, but its title. */
export function ProtocolBody({ protocol, level }: { readonly protocol: Protocol; readonly level: Level }) {
  return (
    <div className={styles.body}>
      <Part title="In short" level={level}>
        <Facts>
          <Fact term="For">{protocol.indication}</Fact>
          <Fact term="Usual order">{usualOrder(protocol)}</Fact>
          <Fact term="Label">{protocol.offLabel ? 'Off-label' : 'On label'}</Fact>
          <Fact term="Here">{protocolStatusWords[protocol.status]}</Fact>
          <Fact term="Given">{capitalised(protocol.places.map((place) => placeWords[place]).join(' or '))}</Fact>
          <Fact term="Protocol id">
            <code>{protocol.id}</code>
          </Fact>
        </Facts>
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
          heads={['About', 'What to know', 'Confidence', 'Basis', 'Sources']}
          rows={protocol.notes.map(({ about, says, confidence, basis, cites }) => ({
            key: says,
            cells: [
              capitalised(keyInPlainWords(about)),
              says,
              <ConfidenceTag key="confidence" confidence={confidence} />,
              basisOf({ basis, cites }),
              <SourceLinks key="sources" cites={cites} />,
            ],
          }))}
        />
      </Part>
      {protocol.rems && (
        <Part title="What the US programme of risk evaluation asks" level={level}>
          <Rems programme={protocol.rems} />
        </Part>
      )}
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

import type { Rule } from '@keel/engine'
import { protocols, type SettingName, sentenceOf } from '@keel/rulebook'
import { Link } from '@tanstack/react-router'
import { SeverityTag } from '../../../shared/components/severity/severity.tsx'
import { roleWords } from '../../wording.ts'
import { ConfidenceTag } from '../parts/confidence-tag.tsx'
import { DataTable } from '../parts/data-table.tsx'
import { Fact, Facts } from '../parts/facts.tsx'
import type { Level } from '../parts/heading.tsx'
import { Marked, RuleLinks, SourceLinks } from '../parts/links.tsx'
import { Part } from '../parts/part.tsx'
import { ValueTable } from '../parts/value-table.tsx'
import { isAskedUnder, settingsNamedBy, siblingsOf, sourcesOfRule } from '../relations.ts'
import { capitalised, dateOf, meaningOf, phaseWords, settingWords, valueNameInWords, verdictWords } from '../words.ts'
import { ConditionTree } from './condition-tree.tsx'
import { givenInWords } from './given-in-words.ts'
import styles from './rule-body.module.css'
import { settingRows } from './setting-rows.ts'
import { When } from './when.tsx'

interface BodyProps {
  readonly rule: Rule
  /** Of the headings inside. */
  readonly level: Level
}

/** Everything that the rulebook says about one rule, but its title. */
export function RuleBody({ rule, level }: BodyProps) {
  const { values } = rule
  return (
    <div className={styles.body}>
      <RuleTop rule={rule} />
      <Part title="When it fires" level={level}>
        {rule.appliesTo && (
          <div className={styles.applies}>
            <p>Asked only when:</p>
            <ConditionTree condition={rule.appliesTo} values={values} />
            <p>Then it fires when:</p>
          </div>
        )}
        <ConditionTree condition={rule.when} values={values} />
        <p className={styles.quiet}>A fact that it needs and nobody knows holds the dose and is asked for.</p>
      </Part>
      <Numbers rule={rule} level={level} />
      <StatedByProtocols rule={rule} level={level} />
      <Part title="Who may let it pass" level={level}>
        <WhoMayPass rule={rule} />
      </Part>
      <Siblings rule={rule} level={level} />
      <Part title="Worked examples" level={level}>
        <Examples rule={rule} />
      </Part>
      <Part title="Sources" level={level}>
        <SourceLinks cites={sourcesOfRule(rule)} inFull />
      </Part>
    </div>
  )
}

function RuleTop({ rule }: { readonly rule: Rule }) {
  return (
    <div className={styles.top}>
      <p className={styles.tags}>
        <SeverityTag severity={rule.severity} /> <span>{meaningOf(rule)}</span>{' '}
        <ConfidenceTag confidence={rule.confidence} />
      </p>
      <p className={styles.sentence}>
        <Marked text={sentenceOf(rule)} />
      </p>
      <Facts>
        <Fact term="Why">{rule.because}</Fact>
        <Fact term="What to do">{rule.action}</Fact>
        <Fact term="What the patient is told">“{rule.saysToPatient}”</Fact>
        <Fact term="Asked">{rule.phases.map((phase) => phaseWords[phase as keyof typeof phaseWords]).join('; ')}</Fact>
        <Fact term="Rule id">
          <code>{rule.id}</code>
        </Fact>
      </Facts>
    </div>
  )
}

function Numbers({ rule, level }: BodyProps) {
  const rows = Object.entries(rule.values).flatMap(([name, dated]) =>
    dated.toReversed().map((value) => ({
      key: `${name} ${value.from}`,
      names: [capitalised(valueNameInWords(name))],
      value,
    })),
  )
  if (rows.length === 0) return null
  return (
    <Part title="Numbers" level={level}>
      <ValueTable caption={`Numbers of the rule “${rule.title}”`} names={['What']} rows={rows} />
    </Part>
  )
}

function StatedByProtocols({ rule, level }: BodyProps) {
  const names = settingsNamedBy(rule)
  if (names.length === 0) return null
  return (
    <Part title="What each protocol states" level={level}>
      {names.map((name) => (
        <SettingByProtocol key={name} rule={rule} name={name} />
      ))}
    </Part>
  )
}

function SettingByProtocol({ rule, name }: { readonly rule: Rule; readonly name: SettingName }) {
  const rows = protocols
    .filter(({ id }) => isAskedUnder(rule, id))
    .flatMap((protocol) =>
      settingRows(protocol, name).map(({ value, ...settingCase }, index) => ({
        key: `${protocol.id} ${index}`,
        names: [
          <Link key="protocol" to="/rulebook/protocols/$protocolId" params={{ protocolId: protocol.id }}>
            {protocol.title}
          </Link>,
          <When key="when" settingCase={settingCase} />,
        ],
        value,
      })),
    )
  const says = capitalised(settingWords[name])
  return (
    <>
      <p className={styles.setting}>{says}</p>
      <ValueTable caption={`${says}, by protocol`} names={['Protocol', 'When']} rows={rows} />
    </>
  )
}

function WhoMayPass({ rule: { severity, overridableBy, values } }: { readonly rule: Rule }) {
  if (overridableBy)
    return (
      <>
        <p>
          {roleWords[overridableBy.role as keyof typeof roleWords] ?? overridableBy.role}, with a recorded reason, who
          attests: “{overridableBy.attests}”
        </p>
        {overridableBy.within && (
          <div className={styles.applies}>
            <p>Only when:</p>
            <ConditionTree condition={overridableBy.within} values={values} />
          </div>
        )}
      </>
    )
  if (severity === 'review') return <p>A prescriber, with a recorded reason.</p>
  if (severity === 'caution') return <p>It stops nothing.</p>
  return <p>Nobody. It passes only when a fact changes.</p>
}

function Siblings({ rule, level }: BodyProps) {
  const siblings = siblingsOf(rule)
  if (siblings.length === 0) return null
  return (
    <Part title="Rules about the same thing" level={level}>
      <p className={styles.quiet}>When several of them fire, only the most severe is shown.</p>
      <RuleLinks rules={siblings} />
    </Part>
  )
}

function Examples({ rule }: { readonly rule: Rule }) {
  return (
    <DataTable
      caption={`Worked examples of the rule “${rule.title}”`}
      heads={['Example', 'What is known', 'Then the rule']}
      rows={rule.examples.map(({ name, given, on, expect }) => ({
        key: name,
        cells: [
          capitalised(name),
          <ul key="given">
            {on && <li>Day: {dateOf({ from: on, dateStated: true })}</li>}
            {Object.entries(given).flatMap(([path, value]) =>
              givenInWords(path, value).map((line) => <li key={`${path} ${line}`}>{line}</li>),
            )}
            {Object.keys(given).length === 0 && <li>Nothing</li>}
          </ul>,
          verdictWords[expect],
        ],
      }))}
    />
  )
}

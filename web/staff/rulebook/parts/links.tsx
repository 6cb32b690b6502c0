import type { Rule } from '@keel/engine'
import { ruleset, type SettingName, sentenceOf } from '@keel/rulebook'
import { Link } from '@tanstack/react-router'
import { SeverityTag } from '../../../shared/components/severity/severity.tsx'
import { settingWords } from '../words.ts'
import styles from './links.module.css'

/** What a source is called in a line of others: a paper by its authors and year, anything else by its title. */
function shortName(id: string): string {
  if (id === 'judgement') return 'Keel’s judgement'
  const source = ruleset.sources[id]
  if (!source) return id
  return /\d{4}/.test(source.publisher) ? source.publisher : source.title
}

function fullName(id: string): string {
  const source = ruleset.sources[id]
  return source ? [source.publisher, source.title, source.edition, source.locator].filter(Boolean).join('. ') : id
}

/** Links to sources, one under another. @param inFull with title and publisher, for a list that stands by itself. */
export function SourceLinks({
  cites,
  inFull = false,
}: {
  readonly cites: readonly string[]
  readonly inFull?: boolean
}) {
  return (
    <ul className={styles.lines}>
      {[...new Set(cites)].map((sourceId) => (
        <li key={sourceId}>
          <Link to="/rulebook/sources/$sourceId" params={{ sourceId }}>
            {inFull ? fullName(sourceId) : shortName(sourceId)}
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** Links to rules by their titles, in one line. */
export function RuleLinks({ rules }: { readonly rules: readonly Rule[] }) {
  return (
    <ul className={styles.lines}>
      {rules.map(({ id, title, severity }) => (
        <li key={id} className={styles.rule}>
          <SeverityTag severity={severity} />
          <Link to="/rulebook/rules/$ruleId" params={{ ruleId: id }}>
            {title}
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** Rules as a list of links: severity, title, sentence. */
export function RuleEntries({ rules }: { readonly rules: readonly Rule[] }) {
  return (
    <ul className={styles.entries}>
      {rules.map((rule) => (
        <li key={rule.id}>
          <RuleEntry rule={rule} />
        </li>
      ))}
    </ul>
  )
}

function RuleEntry({ rule }: { readonly rule: Rule }) {
  return (
    <Link to="/rulebook/rules/$ruleId" params={{ ruleId: rule.id }} className={styles.entry} data-hit>
      <span className={styles.tag}>
        <SeverityTag severity={rule.severity} />
      </span>
      <span className={styles.entryTitle}>{rule.title}</span>
      <span className={styles.says}>
        <Marked text={sentenceOf(rule)} />
      </span>
    </Link>
  )
}

/** Words of the rulebook, in which a setting of the protocol stands in back quotes by its name. */
export function Marked({ text }: { readonly text: string }) {
  const says = (name: string) => settingWords[name as SettingName] ?? name
  return text.split('`').map((part, index) => (index % 2 === 1 ? says(part) : part))
}

import { derivations, factSays } from '@keel/rulebook'
import { Heading, type Level } from '../parts/heading.tsx'
import { RuleLinks } from '../parts/links.tsx'
import { ValueTable } from '../parts/value-table.tsx'
import { rulesReading } from '../relations.ts'
import { capitalised, valueNameInWords } from '../words.ts'
import styles from './lists.module.css'

/** Facts that arithmetic yields from others: what each is, its numbers, and the rules that ask for it. */
export function CalculationList({ level }: { readonly level: Level }) {
  return Object.entries(derivations).map(([path, { says, values, version }]) => {
    const rows = Object.entries(values).flatMap(([name, dated]) =>
      dated.toReversed().map((value) => ({
        key: `${name} ${value.from}`,
        names: [capitalised(valueNameInWords(name))],
        value,
      })),
    )
    const rules = rulesReading(path)
    return (
      <section key={path} id={path} className={styles.calculation}>
        <Heading level={level}>{capitalised(factSays(path))}</Heading>
        <p>{capitalised(says)}</p>
        <p className={styles.also}>
          <code>{path}</code>, version {version}
        </p>
        {rows.length > 0 && <ValueTable caption={`Numbers of ${factSays(path)}`} names={['What']} rows={rows} />}
        {rules.length > 0 && (
          <>
            <p className={styles.also}>Asked for by:</p>
            <RuleLinks rules={rules} />
          </>
        )}
      </section>
    )
  })
}

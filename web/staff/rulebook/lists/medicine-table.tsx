import { keyInPlainWords, medications } from '@keel/rulebook'
import { DataTable } from '../parts/data-table.tsx'
import { RuleLinks } from '../parts/links.tsx'
import { type MedicineName, otherNamesOf, rulesOnMedicine } from '../relations.ts'
import { capitalised } from '../words.ts'
import styles from './lists.module.css'

/** @param marked the medicine that was looked for. */
export function MedicineTable({ marked }: { readonly marked?: string | undefined }) {
  const names = (Object.keys(medications) as MedicineName[]).toSorted((a, b) => a.localeCompare(b, 'en'))
  return (
    <DataTable
      caption="Medicines"
      heads={['Medicine', 'Classes', 'RxNorm', 'Rules on it']}
      rows={names.map((name) => ({
        key: name,
        id: name,
        marked: name === marked,
        cells: [
          <Named key="name" name={name} />,
          medications[name].classes.map((one) => capitalised(keyInPlainWords(one))).join(', '),
          <Rxcui key="code" name={name} />,
          <RulesOrNone key="rules" name={name} />,
        ],
      }))}
    />
  )
}

function Named({ name }: { readonly name: MedicineName }) {
  const others = otherNamesOf(name)
  return (
    <>
      {capitalised(name)}
      {others.length > 0 && <span className={styles.also}> also: {others.join(', ')}</span>}
    </>
  )
}

function Rxcui({ name }: { readonly name: MedicineName }) {
  const { rxcui, verified } = medications[name]
  if (rxcui === null) return 'None stated'
  return (
    <>
      <code>{rxcui}</code>
      {!verified && <span className={styles.also}> not confirmed</span>}
    </>
  )
}

function RulesOrNone({ name }: { readonly name: MedicineName }) {
  const rules = rulesOnMedicine(name)
  return rules.length > 0 ? <RuleLinks rules={rules} /> : 'No rule names it or its class'
}

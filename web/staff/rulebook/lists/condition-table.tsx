import { type ConditionKey, conditions } from '@keel/rulebook'
import { Fragment } from 'react'
import { DataTable } from '../parts/data-table.tsx'
import { RuleLinks } from '../parts/links.tsx'
import { rulesOnCondition } from '../relations.ts'
import { capitalised } from '../words.ts'
import styles from './lists.module.css'

/** @param marked the condition that was looked for. */
export function ConditionTable({ marked }: { readonly marked?: string | undefined }) {
  const keys = (Object.keys(conditions) as ConditionKey[]).toSorted((a, b) =>
    conditions[a].says.localeCompare(conditions[b].says, 'en'),
  )
  return (
    <DataTable
      caption="Conditions"
      heads={['Condition', 'ICD-10-CM', 'SNOMED CT', 'Rules on it']}
      rows={keys.map((key) => ({
        key,
        id: key,
        marked: key === marked,
        cells: [
          capitalised(conditions[key].says),
          <Codes key="icd10" codes={conditions[key].icd10} />,
          <Codes key="snomed" codes={conditions[key].snomed} />,
          <RulesOrNone key="rules" on={key} />,
        ],
      }))}
    />
  )
}

function Codes({ codes }: { readonly codes: readonly { readonly code: string; readonly verified: boolean }[] }) {
  if (codes.length === 0) return 'None stated'
  return codes.map(({ code, verified }, index) => (
    <Fragment key={code}>
      {index > 0 && ', '}
      <code>{code}</code>
      {!verified && <span className={styles.also}> not confirmed</span>}
    </Fragment>
  ))
}

function RulesOrNone({ on }: { readonly on: ConditionKey }) {
  const rules = rulesOnCondition(on)
  return rules.length > 0 ? <RuleLinks rules={rules} /> : 'No rule names it'
}

import { keyInPlainWords } from '@keel/rulebook'
import { capitalised } from '../words.ts'
import { ConditionTree } from './condition-tree.tsx'
import type { ShownCase } from './setting-rows.ts'

/** In which case a setting holds: "In induction", "Otherwise", or its condition. */
export function When({ settingCase: { where, bounds, otherwise } }: { readonly settingCase: ShownCase }) {
  if (where === null) return otherwise ? 'Otherwise' : 'Always'
  if (where.op === 'is' && where.fact === 'schedule.course_phase') {
    const phases = where.one.map((phase) => keyInPlainWords(String(phase))).join(' or ')
    return capitalised(`${otherwise ? 'otherwise, ' : ''}in ${phases}`)
  }
  return (
    <>
      {otherwise ? 'Otherwise, when: ' : 'When: '}
      <ConditionTree condition={where} values={bounds} />
    </>
  )
}

import { RulebookPage } from '../parts/rulebook-page.tsx'
import { useSoughtEntry } from '../use-sought-entry.ts'
import { MeasuresBody } from './measures-body.tsx'

/** What is watched between doses. */
export function MeasuresScreen() {
  const marked = useSoughtEntry()
  return (
    <RulebookPage
      title="Measures"
      lead="What is watched between doses: how the work goes, what the record shows, which tests are due, and how much a patient has had."
    >
      <MeasuresBody level={2} marked={marked} />
    </RulebookPage>
  )
}

import { instruments } from '@keel/rulebook'
import { getRouteApi, Link } from '@tanstack/react-router'
import { entryOfInstrument } from '../cited.ts'
import { Entries } from '../parts/entries.tsx'
import { Part } from '../parts/part.tsx'
import { NotThere, RulebookPage } from '../parts/rulebook-page.tsx'
import { InstrumentBody } from './instrument-body.tsx'
import { InstrumentTables } from './schedule-tables.tsx'

const route = getRouteApi('/signed-in/rulebook/instruments/$instrumentKey')

/** One questionnaire or scale. */
export function InstrumentScreen() {
  const { instrumentKey } = route.useParams()
  const instrument = instruments.find(({ key }) => key === instrumentKey)
  if (!instrument) return <NotThere what={`There is no instrument “${instrumentKey}” here.`} />
  return (
    <RulebookPage title={instrument.title} kind={<Link to="/rulebook/instruments">Instruments</Link>}>
      <InstrumentBody instrument={instrument} level={2} />
    </RulebookPage>
  )
}

export function InstrumentsScreen() {
  return (
    <RulebookPage
      title="Instruments"
      lead="Questionnaires and scales: what they ask, how they count, when they are due, and what their licences allow."
    >
      <Part title="By name">
        <Entries entries={instruments.map(entryOfInstrument)} />
      </Part>
      <InstrumentTables level={2} />
    </RulebookPage>
  )
}

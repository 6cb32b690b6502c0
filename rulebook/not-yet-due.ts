/** Which bedside readings cannot be asked for yet, so that a rule that wants them is not asked. */
import { type Facts, factAt } from '@keel/engine'
import type { ProtocolId } from './protocol-ids.ts'
import { protocolOf } from './protocols/index.ts'
import type { ReadingSchedule } from './settings.ts'

/** The facts that each scheduled reading yields. */
const factsOfReading: Readonly<Record<ReadingSchedule['reading'], readonly string[]>> = {
  pressure: ['in_session.sbp', 'in_session.dbp', 'in_session.hr', 'in_session.hr_out_of_range_seconds'],
  saturation: ['in_session.spo2', 'in_session.spo2_low_seconds', 'in_session.rr'],
  sedation: [
    'in_session.moaas',
    'in_session.rass',
    'in_session.distress',
    'in_session.vomiting',
    'in_session.symptoms',
  ],
  dissociation: ['in_session.cadss6'],
}
/** What only a second pressure reading can tell. */
const factsOfSecondPressure = [
  'in_session.previous_sbp',
  'in_session.previous_dbp',
  'in_session.minutes_since_previous',
]

/**
 * The facts whose first reading is not due at `in_session.minute` by the protocol's monitoring schedule. Empty when the
 * protocol or the minute is unknown: then every reading is asked for.
 */
export function notYetDue(facts: Facts): ReadonlySet<string> {
  const minute = factAt(facts, 'in_session.minute')
  const protocol = protocolOf(factAt(facts, 'protocol') as ProtocolId)
  if (typeof minute !== 'number' || protocol === undefined) return new Set()
  return new Set(protocol.monitoring.flatMap((schedule) => waiting(schedule, minute)))
}

function waiting({ reading, running: { firstMin, everyMin } }: ReadingSchedule, minute: number): readonly string[] {
  const first = minute < firstMin ? factsOfReading[reading] : []
  const secondIsDue = everyMin !== null && minute >= firstMin + everyMin
  return reading === 'pressure' && !secondIsDue ? [...first, ...factsOfSecondPressure] : first
}

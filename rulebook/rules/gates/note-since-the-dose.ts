/** Whether integration followed the last dose. One number for the hard gate and for the soft one. */
import type { Condition, ValueRef } from '@keel/engine'
import { value } from '../../values.ts'
import type { facts } from '../../vocabulary.ts'

/** How old a note may be that was not written since the last dose. */
export const noteAge = [value(7, 'd', { cites: 'judgement', confidence: 'low', basis: 'drv' })] as const

/** The parts of it: a dose was given, the note is older than that, and it was written before the last dose. */
export function notSinceTheDose(
  { above }: Pick<typeof facts, 'above'>,
  age: ValueRef<'d'>,
  none: ValueRef<'d'>,
): readonly Condition[] {
  return [
    above('engagement.days_since_integration_note', age),
    above('derived.integration_note_days_before_last_dose', none),
  ]
}

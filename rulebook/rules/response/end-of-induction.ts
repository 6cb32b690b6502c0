import { all, any } from '@keel/engine'
import { setting } from '../../settings.ts'
import { facts } from '../../vocabulary.ts'

/** When the response decides: induction is over, or has reached the dose at which the protocol looks. */
export const endOfInduction = any(
  facts.is('schedule.course_phase', 'induction-complete'),
  all(
    facts.is('schedule.course_phase', 'induction'),
    facts.atLeast('schedule.doses_given', setting('stop-check-from')),
  ),
)

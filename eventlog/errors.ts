/**
 * The two ways in which the log can fail its caller: it was handed something that cannot be stored, or the database is
 * away. Messages name places and never values, because values may be about a patient.
 */

/** The append cannot be stored as it is. Nothing was sent to the database. */
export class InvalidAppend extends Error {
  override readonly name = 'InvalidAppend'
  /** Where in the append, for example `streams[0].events[1].data.note`. */
  readonly place: string
  constructor(place: string, problem: string) {
    super(`The append cannot be stored: ${place} ${problem}. Nothing was written.`)
    this.place = place
  }
}

/**
 * `nothing-written`: the request did not change the record.
 * `unknown`: the connection was lost while the append was being committed, so that it may or may not be in the record.
 */
export type UnavailableOutcome = 'nothing-written' | 'unknown'

/** The database cannot be reached, or the connection was lost. */
export class EventLogUnavailable extends Error {
  override readonly name = 'EventLogUnavailable'
  readonly outcome: UnavailableOutcome
  constructor(outcome: UnavailableOutcome, reason: string) {
    const kept =
      outcome === 'unknown' ? 'It is not known whether the append was written.' : 'Nothing was written by this request.'
    super(`${reason} ${kept} Sending the same command id again is safe: it is written once at most.`)
    this.outcome = outcome
  }
}

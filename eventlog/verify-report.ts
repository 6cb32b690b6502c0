/** What verifying found, gathered. Messages are for people and hold no data of the events. */

export type ProblemKind =
  /** A row is not what was written. */
  | 'changed'
  /** Rows are gone from among others. */
  | 'missing'
  /** Rows are gone from an end. */
  | 'truncated'
  /** Rows are each sound, but not in the order in which they were written. */
  | 'reordered'
  /** A row is there more than once. */
  | 'duplicated'
  /** A row is where none was written. */
  | 'foreign'

export interface Problem {
  readonly kind: ProblemKind
  readonly clinicId: string
  readonly streamId?: string
  readonly version?: number
  readonly position?: number
  readonly message: string
}

export interface VerifyReport {
  readonly clinics: number
  readonly eventsChecked: number
  readonly streamsChecked: number
  /** Empty: the record is as it was written. */
  readonly problems: readonly Problem[]
  /** How many more there are than `problems` lists. */
  readonly problemsOmitted: number
}

export interface Findings {
  add(problem: Problem): void
  eventChecked(): void
  streamChecked(): void
  report(clinics: number): VerifyReport
}

/** A record that is spoiled throughout must not fill the memory with its problems. */
const problemsMax = 1_000
const progressEvery = 10_000

export function createReport(onProgress: (eventsChecked: number) => void = () => undefined): Findings {
  const problems: Problem[] = []
  let problemsOmitted = 0
  let eventsChecked = 0
  let streamsChecked = 0
  return {
    add(problem) {
      if (problems.length < problemsMax) problems.push(problem)
      else problemsOmitted += 1
    },
    eventChecked() {
      eventsChecked += 1
      if (eventsChecked % progressEvery === 0) onProgress(eventsChecked)
    },
    streamChecked() {
      streamsChecked += 1
    },
    report: (clinics) => ({ clinics, eventsChecked, streamsChecked, problems, problemsOmitted }),
  }
}

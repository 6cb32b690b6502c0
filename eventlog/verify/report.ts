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
  /** Rows are sound by themselves, but are not those for which a tree or a checkpoint stands. */
  | 'rewritten'
  /** A checkpoint or a seal was not made by the record's key. */
  | 'forged'
  /** Rows are under no seal, so that whoever can write to the database may have put them there. */
  | 'unsealed'

export interface Problem {
  readonly kind: ProblemKind
  readonly clinicId: string
  readonly streamId?: string
  readonly version?: number
  readonly position?: number
  /** The number of a checkpoint of the clinic. */
  readonly checkpoint?: number
  readonly message: string
}

export interface VerifyReport {
  readonly format: 'keel-verify-1'
  readonly clinics: number
  readonly eventsChecked: number
  readonly streamsChecked: number
  /** Those in the record and those that were given. */
  readonly checkpointsChecked: number
  /** Whether a key was there to check the seals of the clinics by. */
  readonly seals: 'checked' | 'no-key'
  /** Whether a key was there to check the signatures of the checkpoints by. */
  readonly signatures: 'checked' | 'no-key'
  /** Empty: the record is as it was written. */
  readonly problems: readonly Problem[]
  /** How many more there are than `problems` lists. */
  readonly problemsOmitted: number
}

/**
 * The record is read twice, and this is called from time to time with what was read so far: first stream by stream,
 * where everything is checked but the order between streams, then by position.
 * @param eventsTotal as the record of clinics has it.
 */
export type OnProgress = (eventsRead: number, eventsTotal: number, pass: 'by-stream' | 'by-position') => void

export interface Findings {
  add(problem: Problem): void
  eventsChecked(count: number): void
  positionsChecked(count: number): void
  streamChecked(): void
  checkpointChecked(): void
  report(): Pick<
    VerifyReport,
    'eventsChecked' | 'streamsChecked' | 'checkpointsChecked' | 'problems' | 'problemsOmitted'
  >
}

/** A record that is spoiled throughout must not fill the memory with its problems. */
const problemsMax = 1_000
const progressEvery = 10_000

export function createReport(eventsTotal: number, onProgress: OnProgress = () => undefined): Findings {
  const problems: Problem[] = []
  const read = { 'by-stream': 0, 'by-position': 0 }
  let problemsOmitted = 0
  let streamsChecked = 0
  let checkpointsChecked = 0
  const count = (pass: keyof typeof read, more: number) => {
    const before = Math.floor(read[pass] / progressEvery)
    read[pass] += more
    if (Math.floor(read[pass] / progressEvery) > before) onProgress(read[pass], eventsTotal, pass)
  }
  return {
    add(problem) {
      if (problems.length < problemsMax) problems.push(problem)
      else problemsOmitted += 1
    },
    eventsChecked: (more) => count('by-stream', more),
    positionsChecked: (more) => count('by-position', more),
    streamChecked() {
      streamsChecked += 1
    },
    checkpointChecked() {
      checkpointsChecked += 1
    },
    report: () => ({
      eventsChecked: read['by-stream'],
      streamsChecked,
      checkpointsChecked,
      problems,
      problemsOmitted,
    }),
  }
}

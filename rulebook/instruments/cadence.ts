/**
 * Which measures are due in a course, when, and why. A condition that is not known counts as present: a question too many
 * costs a minute. The intervals are this project's judgement.
 */
import type { Confidence, DatedValues } from '@keel/engine'
import type { SourceId } from '../sources.ts'
import { value } from '../values.ts'
import { amount } from './instrument.ts'

/** An instrument's key, or something else that is looked at with the instruments. */
export type MeasureKey =
  | 'phq9'
  | 'qids_sr16'
  | 'gad7'
  | 'pcl5'
  | 'cssrs_screener'
  | 'audit_c'
  | 'dast10'
  | 'sev_dep_scale'
  | 'icsi'
  | 'wsas'
  | 'who5'
  | 'peg'
  | 'kset'
  | 'craving_vas'
  | 'cadss6'
  | 'deq5'
  | 'labs'
  | 'integration_metrics'
  | 'dsm5_check'
  | 'mbc_decision'

/** What is asked only of some: `null` is not known, and asks. */
type Condition = 'trauma' | 'ketamineUsedBefore' | 'pain' | 'thoughtsOfDeath'

export interface CourseToMeasure extends Readonly<Record<Exclude<Condition, 'thoughtsOfDeath'>, boolean | null>> {
  readonly phase: 'before-first-dose' | 'induction' | 'induction-complete' | 'continuation' | 'maintenance' | 'stopped'
  /** Whether a dose is planned for today. */
  readonly doseToday: boolean
  /** Days since the last dose, since induction was complete, since the course was stopped; `null`: not yet. */
  readonly daysSinceLastDose: number | null
  readonly daysSinceInductionEnd: number | null
  readonly daysSinceStop: number | null
  /** Doses given since all measures were last taken. */
  readonly dosesSinceFullSet: number
  /** Item 9 of the newest PHQ-9; `null`: not known. */
  readonly lastItem9: number | null
  /** Days since each was last taken; left out: never. */
  readonly daysSince: Readonly<Partial<Record<MeasureKey, number>>>
}

interface Wanted {
  /** Any one of them will do. */
  readonly oneOf: readonly [MeasureKey, ...MeasureKey[]]
  readonly onlyIf?: Condition
  /** When on the day. */
  readonly at?: string
  /** Taken more than once on a day, so one taken today does not settle it. */
  readonly again?: true
}

export interface CadenceRow {
  readonly id: string
  readonly says: string
  readonly wants: readonly Wanted[]
  /** @param since days since the measure was last taken; infinite when it never was. */
  readonly isDue: (course: CourseToMeasure, since: number) => boolean
  readonly values: Readonly<Record<string, DatedValues>>
  readonly cites: readonly SourceId[]
  readonly confidence: Confidence
}

export interface DueMeasure {
  readonly oneOf: readonly [MeasureKey, ...MeasureKey[]]
  readonly at?: string
  readonly because: readonly { readonly row: string; readonly says: string }[]
  readonly cites: readonly SourceId[]
  readonly confidence: Confidence
}

const judged = { cites: 'judgement', confidence: 'low', basis: 'drv' } as const
const days = (is: number): DatedValues => [value(is, 'd', judged)]

const values = {
  baselineWithin: days(7),
  week: days(7),
  month: days(30),
  quarter: days(90),
  doses: [value(12, '1', judged)],
  afterStop: [value([7, 28, 84], 'd', judged)],
} as const satisfies Readonly<Record<string, DatedValues>>

const depression: Wanted = { oneOf: ['phq9', 'qids_sr16'] }
const anxiety: Wanted = { oneOf: ['gad7'] }
const fullSet: readonly Wanted[] = [
  depression,
  anxiety,
  { oneOf: ['pcl5'], onlyIf: 'trauma' },
  { oneOf: ['cssrs_screener'] },
  { oneOf: ['audit_c'] },
  { oneOf: ['dast10'] },
  { oneOf: ['sev_dep_scale'], onlyIf: 'ketamineUsedBefore' },
  { oneOf: ['icsi'] },
  { oneOf: ['wsas', 'who5'] },
  { oneOf: ['peg'], onlyIf: 'pain' },
  { oneOf: ['kset'] },
]

const isTreated = ({ phase }: CourseToMeasure): boolean => phase !== 'before-first-dose' && phase !== 'stopped'
const isMaintained = ({ phase }: CourseToMeasure): boolean => phase === 'continuation' || phase === 'maintenance'
/** A measure of the day of the last dose was taken before that dose. */
const notSinceLastDose = ({ daysSinceLastDose }: CourseToMeasure, since: number): boolean =>
  since >= (daysSinceLastDose ?? Number.POSITIVE_INFINITY)

/** Days of the last checkpoint that has come. */
function lastCheckpoint(daysSinceStop: number): number | undefined {
  return [values.afterStop[0].is].flat().findLast((day) => day <= daysSinceStop)
}

const common = { values, cites: ['judgement'], confidence: 'low' } as const

export const cadence: readonly CadenceRow[] = [
  {
    ...common,
    id: 'baseline',
    says: 'Within 7 days before the first dose.',
    wants: [...fullSet, { oneOf: ['labs'] }],
    isDue: ({ phase }, since) => phase === 'before-first-dose' && since > amount(values.baselineWithin),
  },
  {
    ...common,
    id: 'each-dose',
    says: 'With each dose.',
    wants: [
      { oneOf: ['cssrs_screener'], onlyIf: 'thoughtsOfDeath', at: 'before the dose, since the last contact' },
      { oneOf: ['craving_vas'], at: 'before the dose' },
      { oneOf: ['cadss6'], at: 'at the peak, and before leaving', again: true },
      { oneOf: ['deq5'], at: 'after the dose' },
      { oneOf: ['kset'], at: 'after the dose' },
    ],
    isDue: ({ doseToday }) => doseToday,
  },
  {
    ...common,
    id: 'weekly-in-induction',
    says: 'Every week of induction.',
    wants: [depression],
    isDue: ({ phase }, since) => phase === 'induction' && since >= amount(values.week),
  },
  {
    ...common,
    id: 'before-maintenance-dose',
    says: 'Before each dose after induction.',
    wants: [depression],
    isDue: (course, since) => isMaintained(course) && course.doseToday && notSinceLastDose(course, since),
  },
  {
    ...common,
    id: 'anxiety-monthly',
    says: 'Every month of treatment.',
    wants: [anxiety],
    isDue: (course, since) => isTreated(course) && since >= amount(values.month),
  },
  {
    ...common,
    id: 'end-of-induction',
    says: 'At the end of induction: dose 6 of infusions or injections, week 4 of nasal esketamine.',
    wants: [...fullSet, { oneOf: ['mbc_decision'] }],
    cites: ['esketamine-label-us', 'wilkinson-2021', 'judgement'],
    confidence: 'med',
    isDue: ({ phase, daysSinceInductionEnd }, since) =>
      phase === 'induction-complete' && since > (daysSinceInductionEnd ?? 0),
  },
  {
    ...common,
    id: 'monthly-in-maintenance',
    says: 'Every month of maintenance.',
    wants: [depression, { oneOf: ['icsi'] }, { oneOf: ['integration_metrics'] }],
    isDue: (course, since) => isMaintained(course) && since >= amount(values.month),
  },
  {
    ...common,
    id: 'every-three-months',
    says: 'Every 3 months or 12 doses, whichever comes first.',
    wants: [...fullSet, { oneOf: ['labs'] }, { oneOf: ['dsm5_check'] }],
    isDue: (course, since) =>
      isTreated(course) &&
      (since >= amount(values.quarter) ||
        (course.dosesSinceFullSet >= amount(values.doses) && notSinceLastDose(course, since))),
  },
  {
    ...common,
    id: 'after-stopping',
    says: '1, 4 and 12 weeks after the course was stopped.',
    wants: [{ oneOf: ['phq9'] }, { oneOf: ['cssrs_screener'] }, { oneOf: ['craving_vas'] }],
    isDue: ({ phase, daysSinceStop }, since) => {
      const checkpoint = phase === 'stopped' && daysSinceStop !== null ? lastCheckpoint(daysSinceStop) : undefined
      return checkpoint !== undefined && daysSinceStop !== null && since > daysSinceStop - checkpoint
    },
  },
]

function applies(course: CourseToMeasure, condition: Condition | undefined): boolean {
  if (condition === undefined) return true
  if (condition === 'thoughtsOfDeath') return course.lastItem9 === null || course.lastItem9 > 0
  return course[condition] !== false
}

/** What is due today, each once with every reason for it, in the order of the table. */
export function measuresDue(course: CourseToMeasure): readonly DueMeasure[] {
  const due = new Map<string, DueMeasure>()
  for (const { id, says, wants, isDue, cites, confidence } of cadence)
    for (const { oneOf, onlyIf, at, again } of wants) {
      const since = Math.min(...oneOf.map((key) => course.daysSince[key] ?? Number.POSITIVE_INFINITY))
      if (!applies(course, onlyIf) || !isDue(course, since) || (since === 0 && !again)) continue
      const known = due.get(oneOf[0])
      due.set(oneOf[0], {
        cites,
        confidence,
        ...known,
        oneOf: known && known.oneOf.length < oneOf.length ? known.oneOf : oneOf,
        ...(at !== undefined && { at }),
        because: [...(known?.because ?? []), { row: id, says }],
      })
    }
  return [...due.values()]
}

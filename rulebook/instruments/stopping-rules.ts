/**
 * Whether the measures speak for going on: the table of measurement-based decisions, read from the top. Percentages are
 * of the scale that is asked about; the decision engine's checkpoint rules keep limits of their own.
 */
import { allOf, anyOf, type Confidence, type DatedValues, fill, opposite, type Verdict, valueOn } from '@keel/engine'
import type { SourceId } from '../sources.ts'
import { unitLabels, value } from '../values.ts'
import { percentImprovement } from './change.ts'
import { amount, percent } from './instrument.ts'

export const mbcDecisions = [
  'HOLD_REVIEW',
  'CONTINUE',
  'REVIEW_OPTIMISE',
  'STOP_NONRESPONSE',
  'ONE_OPTIMISATION',
  'MAINTENANCE',
  'REVIEW_REINDUCE_OR_STOP',
  'ATTEMPT_SPACING',
] as const
export type MbcDecision = (typeof mbcDecisions)[number]

/** Scores of one scale on which less is better. `null`: not known. */
export interface MbcFacts {
  readonly phase: 'induction' | 'maintenance'
  /** Remission is a score below this. */
  readonly remissionBelow: number
  readonly doses: number | null
  /** Doses of the planned induction; it is complete when so many were given. */
  readonly planned: number | null
  readonly baseline: number | null
  readonly current: number | null
  /** The least change of the scale that matters. */
  readonly mcid: number | null
  /** The score at the measure before this one. */
  readonly priorCurrent: number | null
  readonly dosesAtInterval: number | null
  readonly weeksInRemission: number | null
}

interface Row {
  readonly phase: 'any' | 'induction' | 'induction-complete' | 'maintenance'
  /** For people; `{name}` stands for the value of that name. */
  readonly says: string
  readonly decision: MbcDecision
  readonly when: (facts: MbcFacts) => Verdict
}

const judged = { cites: 'judgement', confidence: 'low', basis: 'drv' } as const
const dosesOf = (is: number): DatedValues => [value(is, '1', judged)]

export const mbcValues = {
  firstLook: dosesOf(4),
  optimiseBelow: percent(20, judged),
  stopBelow: percent(25, judged),
  respondedFrom: percent(50, { cites: ['phillips-2019', 'anand-2023'], confidence: 'high', basis: 'src' }),
  extraDoses: dosesOf(2),
  dosesAtInterval: dosesOf(2),
  remissionWeeks: [value(12, 'wk', judged)],
  spacingFrom: percent(25, judged),
  spacingTo: percent(50, judged),
} as const satisfies Readonly<Record<string, DatedValues>>

/** A course of so many doses where nothing else is planned: intravenous and intramuscular, and nasal esketamine. */
export const plannedInductionDoses = {
  parenteral: [value(6, '1', { cites: ['wilkinson-2021', 'phillips-2019'], confidence: 'med', basis: 'drv' })],
  nasal: [value(8, '1', { cites: 'esketamine-label-us', confidence: 'high', basis: 'src' })],
} as const satisfies Readonly<Record<string, DatedValues>>

const verdictOf = (holds: boolean): Verdict => (holds ? 'fires' : 'clear')
/** Compares what is known; anything unknown leaves the answer open. */
function compare(known: readonly (number | null)[], holds: (...numbers: readonly number[]) => boolean): Verdict {
  return known.includes(null) ? 'unknown' : verdictOf(holds(...(known as readonly number[])))
}

const improvementBelow = (limit: DatedValues, { baseline }: MbcFacts, score: number | null): Verdict =>
  compare([percentImprovement(baseline, score)], (improvement = 0) => improvement < amount(limit))
const inRemission = ({ current, remissionBelow }: MbcFacts): Verdict =>
  compare([current], (score = 0) => score < remissionBelow)
const early = ({ doses }: MbcFacts): Verdict => compare([doses], (given = 0) => given < amount(mbcValues.firstLook))

export const mbcTable: readonly Row[] = [
  {
    phase: 'any',
    says: 'The score has risen above the baseline by the least change that matters, or more.',
    decision: 'HOLD_REVIEW',
    // A score that is no higher than the baseline has not risen, whatever the least change is.
    when: ({ baseline, current, mcid }) =>
      allOf([
        compare([baseline, current], (from = 0, now = 0) => now > from),
        compare([baseline, current, mcid], (from = 0, now = 0, least = 0) => now - from >= least),
      ]),
  },
  { phase: 'induction', says: 'Fewer than {firstLook} doses.', decision: 'CONTINUE', when: early },
  {
    phase: 'induction',
    says: 'From {firstLook} doses, improvement below {optimiseBelow}: look at dose, interacting medicines and diagnosis.',
    decision: 'REVIEW_OPTIMISE',
    when: (facts) => improvementBelow(mbcValues.optimiseBelow, facts, facts.current),
  },
  { phase: 'induction', says: 'Otherwise, until the plan is complete.', decision: 'CONTINUE', when: () => 'fires' },
  {
    phase: 'induction-complete',
    says: 'Improvement below {stopBelow}.',
    decision: 'STOP_NONRESPONSE',
    when: (facts) => improvementBelow(mbcValues.stopBelow, facts, facts.current),
  },
  {
    phase: 'induction-complete',
    says: 'Improvement from {stopBelow} to below {respondedFrom}, not in remission: once, up to {extraDoses} more doses.',
    decision: 'ONE_OPTIMISATION',
    when: (facts) =>
      allOf([improvementBelow(mbcValues.respondedFrom, facts, facts.current), opposite(inRemission(facts))]),
  },
  {
    phase: 'induction-complete',
    says: 'Improvement of {respondedFrom} or more, or remission.',
    decision: 'MAINTENANCE',
    when: (facts) =>
      anyOf([opposite(improvementBelow(mbcValues.respondedFrom, facts, facts.current)), inRemission(facts)]),
  },
  {
    phase: 'maintenance',
    says: 'Improvement below {respondedFrom} now and at the measure before, after {dosesAtInterval} or more doses at this interval.',
    decision: 'REVIEW_REINDUCE_OR_STOP',
    when: (facts) =>
      allOf([
        improvementBelow(mbcValues.respondedFrom, facts, facts.current),
        improvementBelow(mbcValues.respondedFrom, facts, facts.priorCurrent),
        compare([facts.dosesAtInterval], (given = 0) => given >= amount(mbcValues.dosesAtInterval)),
      ]),
  },
  {
    phase: 'maintenance',
    says: 'In remission for {remissionWeeks} or more: lengthen the interval by {spacingFrom} to {spacingTo}.',
    decision: 'ATTEMPT_SPACING',
    when: (facts) =>
      allOf([
        inRemission(facts),
        compare([facts.weeksInRemission], (weeks = 0) => weeks >= amount(mbcValues.remissionWeeks)),
      ]),
  },
  { phase: 'maintenance', says: 'Otherwise.', decision: 'CONTINUE', when: () => 'fires' },
]

export const mbcCites: readonly SourceId[] = ['esketamine-label-us', 'wilkinson-2021', 'judgement']
export const mbcConfidence: Confidence = 'low'

/** A row's sentence with its numbers. */
export function mbcSays({ says }: Pick<Row, 'says'>): string {
  const held = Object.entries(mbcValues).map(([name, values]) => [name, valueOn(name, values, undefined)])
  return fill(says, Object.fromEntries(held), { unitLabels })
}

/** Which rows are asked: those of the phase, where an induction without numbers cannot be told from a complete one. */
function phasesOf({ phase, doses, planned }: MbcFacts): readonly Row['phase'][] {
  if (phase === 'maintenance') return ['any', 'maintenance']
  if (doses === null || planned === null) return ['any']
  return ['any', doses >= planned ? 'induction-complete' : 'induction']
}

/** The first row that holds; `null` when one that is not known could have held before it. */
export function mbcDecision(facts: MbcFacts): MbcDecision | null {
  const phases = phasesOf(facts)
  const rows = mbcTable.filter(({ phase }) => phases.includes(phase))
  for (const row of rows) {
    const verdict = row.when(facts)
    if (verdict === 'fires') return row.decision
    if (verdict === 'unknown') return null
  }
  return null
}

/** The misuse tier and its arithmetic as cases written by hand ask for them. Keys are those of the case format. */
import { z } from 'zod'
import type { Calculation } from '../case/calculations.ts'
import { earlyRefill } from './early-refill.ts'
import { type MisuseInputs, misuseInputFacts, wantMore } from './misuse-inputs.ts'
import { misuseTier } from './misuse-tier.ts'
import { theilSenSlope } from './theil-sen.ts'

type InputFact = (typeof misuseInputFacts)[keyof typeof misuseInputFacts]

function schemaOf(fact: InputFact) {
  if (fact.kind === 'choice') return z.enum(fact.among)
  if (fact.kind === 'flag') return z.boolean()
  const range = z.number().min(fact.min).max(fact.max)
  return fact.step === 1 ? range.int() : range
}

const want = schemaOf(wantMore).nullable()
const inputSchemas = Object.entries(misuseInputFacts).map(([key, fact]) => [key, schemaOf(fact).nullable().optional()])

/** Left out: the safe default. `null`: not known. */
const misuseTierInput = z.strictObject({
  ...Object.fromEntries(inputSchemas),
  deq_more_last2: z.tuple([want, want]).nullable().optional(),
}) as unknown as z.ZodType<Partial<MisuseInputs>>

const misuseTierCalculation: Calculation<Partial<MisuseInputs>> = {
  kind: 'misuse_tier',
  says: 'The misuse-risk tier MRT-1, with every code that fired and what it saw.',
  input: misuseTierInput,
  compute(input) {
    const { score, tier, stopKind, points, floors, stops, safetyFlags, ...rest } = misuseTier(input)
    return {
      score,
      tier,
      stop_kind: stopKind,
      points,
      floors,
      stops,
      safety_flags: safetyFlags,
      fired: rest.fired.map(({ code, message, sees }) => ({ code, message, sees })),
      unanswered: rest.unanswered.map(({ input, neededBy }) => ({ input, needed_by: neededBy })),
      tier_is_lower_bound: rest.lowerBound,
      take_home_blocked: rest.takeHomeBlocked,
    }
  },
}

const day = z.number().min(-1_000_000).max(1_000_000)
const earlyRefillInput = z.strictObject({
  days_supply: z.number().min(0).max(3_650).nullable(),
  runout_day: day.nullable(),
  request_day: day.nullable(),
})

const earlyRefillCalculation: Calculation<z.infer<typeof earlyRefillInput>> = {
  kind: 'early_refill',
  says: 'Whether a refill is asked for too early: days are counted from any one day.',
  input: earlyRefillInput,
  compute({ days_supply: daysSupply, runout_day: runoutDay, request_day: requestDay }) {
    const { daysEarly, thresholdDays, isEarly } = earlyRefill({ daysSupply, runoutDay, requestDay })
    return { days_early: daysEarly, threshold_days: thresholdDays, is_early: isEarly }
  },
}

const theilSenInput = z.strictObject({
  points: z.array(z.tuple([day, z.number().min(0).max(10_000)])).max(10_000),
})

const theilSenCalculation: Calculation<z.infer<typeof theilSenInput>> = {
  kind: 'theil_sen_slope',
  says: 'How fast the requested dose rises: the median of all pairwise slopes of the last eight requests, in % of the first of them a week.',
  input: theilSenInput,
  compute({ points }) {
    const slope = theilSenSlope(points)
    return { slope_pct_per_week: slope === null ? null : Math.round(slope * 10) / 10 }
  },
}

export const misuseCalculations = [misuseTierCalculation, earlyRefillCalculation, theilSenCalculation] as const

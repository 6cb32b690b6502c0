/** A case of the kind `mbc_decision`. */
import { z } from 'zod'
import type { Calculation } from '../../case/calculations.ts'
import { percentImprovement } from '../change.ts'
import { phq9 } from '../definitions/phq-9.ts'
import { amount } from '../instrument.ts'
import { mbcDecision } from '../stopping-rules.ts'

/** Of any scale on which less is better. */
const onScale = z.number().min(0).max(1_000)
const count = z.int().min(0).max(10_000)

const input = z.strictObject({
  phase: z.enum(['induction', 'maintenance']),
  remission_below: onScale.nullish(),
  doses: count.nullish(),
  planned: count.min(1).nullish(),
  baseline: onScale.nullish(),
  current: onScale.nullable(),
  mcid: onScale.nullish(),
  prior_current: onScale.nullish(),
  doses_at_interval: count.nullish(),
  weeks_in_remission: z.number().min(0).max(10_000).nullish(),
})

export const mbcDecisionCalculation: Calculation<z.infer<typeof input>> = {
  kind: 'mbc_decision',
  says: 'Whether the measures speak for going on, changing, spacing or stopping.',
  input,
  compute: (given) => ({
    decision: mbcDecision({
      phase: given.phase,
      remissionBelow: given.remission_below ?? amount(phq9.values.remissionBelow),
      doses: given.doses ?? null,
      planned: given.planned ?? null,
      baseline: given.baseline ?? null,
      current: given.current,
      mcid: given.mcid ?? null,
      priorCurrent: given.prior_current ?? null,
      dosesAtInterval: given.doses_at_interval ?? null,
      weeksInRemission: given.weeks_in_remission ?? null,
    }),
    pct_improvement: percentImprovement(given.baseline ?? null, given.current),
  }),
}

import { ibwNotApplied } from './ibw-not-applied.rule.ts'
import { weightRecalc } from './weight-recalc.rule.ts'
import { weightStale } from './weight-stale.rule.ts'

export const weight = [ibwNotApplied, weightRecalc, weightStale]

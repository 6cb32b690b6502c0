/** A case of the kind `icsi`. The points and the stop are those of MRT-1, asked of it. */
import { z } from 'zod'
import type { Calculation } from '../../case/calculations.ts'
import { misuseTier } from '../../misuse/index.ts'
import { icsi } from '../definitions/icsi.ts'
import { answersOf, baselineOf } from './inputs.ts'

const input = z.strictObject({
  items: answersOf(icsi),
  baseline: baselineOf(icsi),
  hematuria: z.enum(['none', 'micro', 'gross']).nullish(),
})

const medicalStops = ['SX1', 'SX2']
const isMedicalStop = (code: string): boolean => medicalStops.includes(code)

export const icsiCalculation: Calculation<z.infer<typeof input>> = {
  kind: 'icsi',
  says: 'Total of an ICSI, its points for misuse risk, and whether the bladder stops treatment.',
  input,
  compute({ items, baseline = null, hematuria = 'none' }) {
    const total = icsi.total.of(items)
    const { points, stops, unanswered } = misuseTier({ icsi: total, icsi_baseline: baseline, hematuria })
    const stopped = stops.some(isMedicalStop)
    const open = unanswered.some(({ neededBy }) => neededBy.some(isMedicalStop))
    return {
      total,
      p19: total === null ? null : (points.P19 ?? 0),
      stop_medical: stopped || (open ? null : false),
    }
  },
}

import { doseAboveHardMax } from './dose-above-hard-max.rule.ts'
import { doseAboveSoftMax } from './dose-above-soft-max.rule.ts'
import { doseBelowSoftMin } from './dose-below-soft-min.rule.ts'
import { doseNotLabelled } from './dose-not-labelled.rule.ts'
import { firstDose56Only } from './first-dose-56-only.rule.ts'
import { infusionTooLong } from './infusion-too-long.rule.ts'
import { infusionTooShort } from './infusion-too-short.rule.ts'
import { rateAboveHardMax } from './rate-above-hard-max.rule.ts'
import { rateAboveSoftMax } from './rate-above-soft-max.rule.ts'

export const dose = [
  doseAboveHardMax,
  doseAboveSoftMax,
  doseBelowSoftMin,
  doseNotLabelled,
  firstDose56Only,
  infusionTooLong,
  infusionTooShort,
  rateAboveHardMax,
  rateAboveSoftMax,
]

import { febrile } from './febrile.rule.ts'
import { hrOutOfRange } from './hr-out-of-range.rule.ts'
import { rrOutOfRange } from './rr-out-of-range.rule.ts'
import { spo2Low } from './spo2-low.rule.ts'

export const vitalSigns = [febrile, hrOutOfRange, rrOutOfRange, spo2Low]

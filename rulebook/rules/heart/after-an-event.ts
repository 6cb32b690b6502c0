/**
 * How long an event of heart or brain vessels blocks treatment. The rules that block and those that follow with a review
 * take the same numbers, so that no day can fall between them.
 */
import { value } from '../../values.ts'

export const afterInfarction = [value(42, 'd', { cites: 'esketamine-label-eu', confidence: 'high', basis: 'src' })]
export const afterOtherEvent = [
  value(42, 'd', { cites: ['esketamine-label-eu', 'judgement'], confidence: 'low', basis: 'drv' }),
]

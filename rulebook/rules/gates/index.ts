import { gate1 } from './gate-1.rule.ts'
import { gate1Soft } from './gate-1-soft.rule.ts'
import { gate2 } from './gate-2.rule.ts'
import { gate3 } from './gate-3.rule.ts'
import { gate5 } from './gate-5.rule.ts'
import { gate5Soft } from './gate-5-soft.rule.ts'
import { gate6 } from './gate-6.rule.ts'
import { gate7 } from './gate-7.rule.ts'
import { gate7Soft } from './gate-7-soft.rule.ts'
import { gate8 } from './gate-8.rule.ts'
import { tierInterval } from './tier-interval.rule.ts'
import { tierStop } from './tier-stop.rule.ts'

export const gates = [
  tierStop,
  tierInterval,
  gate1,
  gate1Soft,
  gate2,
  gate3,
  gate5,
  gate5Soft,
  gate6,
  gate7,
  gate7Soft,
  gate8,
]

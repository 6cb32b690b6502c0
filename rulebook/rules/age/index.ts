import { age65Plus } from './age-65-plus.rule.ts'
import { ciAgeUnder18 } from './ci-age-under-18.rule.ts'

export const age = [ciAgeUnder18, age65Plus]

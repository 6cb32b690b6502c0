import { ciPregnancy } from './ci-pregnancy.rule.ts'
import { lactation } from './lactation.rule.ts'

export const pregnancy = [ciPregnancy, lactation]

import { ciHypersensitivity } from './ci-hypersensitivity.rule.ts'

export const allergy = [ciHypersensitivity]

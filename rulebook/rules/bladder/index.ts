import { ciCystitis } from './ci-cystitis.rule.ts'
import { urinarySymptoms } from './urinary-symptoms.rule.ts'

export const bladder = [ciCystitis, urinarySymptoms]

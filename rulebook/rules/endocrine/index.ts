import { ciAcutePorphyria } from './ci-acute-porphyria.rule.ts'
import { ciPheochromocytoma } from './ci-pheochromocytoma.rule.ts'
import { ciThyrotoxicosis } from './ci-thyrotoxicosis.rule.ts'
import { hyperthyroidPartial } from './hyperthyroid-partial.rule.ts'

export const endocrine = [ciThyrotoxicosis, hyperthyroidPartial, ciAcutePorphyria, ciPheochromocytoma]

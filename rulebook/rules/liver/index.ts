import { ciHepaticSevere } from './ci-hepatic-severe.rule.ts'
import { hepaticModerate } from './hepatic-moderate.rule.ts'

export const liver = [ciHepaticSevere, hepaticModerate]

import { osaUntreated } from './osa-untreated.rule.ts'
import { respiratorySevere } from './respiratory-severe.rule.ts'

export const breathing = [osaUntreated, respiratorySevere]

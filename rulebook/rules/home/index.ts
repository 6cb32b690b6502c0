import { homeCriteriaNotMet } from './home-criteria-not-met.rule.ts'
import { homeEsketamine } from './home-esketamine.rule.ts'
import { homeKetamineDisabled } from './home-ketamine-disabled.rule.ts'

export const home = [homeKetamineDisabled, homeEsketamine, homeCriteriaNotMet]

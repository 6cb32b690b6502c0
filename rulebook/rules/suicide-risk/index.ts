import { suicideEmergency } from './suicide-emergency.rule.ts'
import { suicideIdeationElevated } from './suicide-ideation-elevated.rule.ts'

export const suicideRisk = [suicideEmergency, suicideIdeationElevated]

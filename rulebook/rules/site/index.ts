import { emergencyEquipmentMissing } from './emergency-equipment-missing.rule.ts'
import { staffingInsufficient } from './staffing-insufficient.rule.ts'

export const site = [emergencyEquipmentMissing, staffingInsufficient]

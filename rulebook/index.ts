export { caseSchema } from './case/case-schema.ts'
export {
  type CaseAnswer,
  type CaseDecision,
  type CaseFinding,
  decideCase,
  type RefusedCase,
} from './case/decide-case.ts'
export { type Case, type CaseError, type Expected, type ReadCase, readCase } from './case/read-case.ts'
export { derivations } from './derivations.ts'
export { notYetDue } from './not-yet-due.ts'
export { allProtocolIds, type ProtocolId } from './protocol-ids.ts'
export { protocolOf, protocols } from './protocols/index.ts'
export { rulesByTopic } from './rules/index.ts'
export { assessor, ruleset } from './ruleset.ts'
export { type Protocol, type ReadingSchedule, type SettingName, setting, settingUnits } from './settings.ts'
export { type SourceId, sources } from './sources.ts'
export { firstRelease, unitLabels, value } from './values.ts'
export { asListed, type ConditionKey, conditionKeys, conditions } from './vocabularies/conditions.ts'
export {
  classesOf,
  type IngredientClass,
  listedMedicine,
  type MedicationClass,
  medicationClasses,
  medicationNames,
  medications,
} from './vocabularies/medications.ts'
export {
  type BedsideSymptom,
  bedsideSymptoms,
  defineRule,
  type EquipmentItem,
  equipmentItems,
  type FactPath,
  facts,
  type Phase,
  phases,
  vocabulary,
} from './vocabulary.ts'

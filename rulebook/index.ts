export { caseSchema } from './case/case-schema.ts'
export {
  type CaseAnswer,
  type CaseDecision,
  type CaseFinding,
  decideCase,
  type RefusedCase,
} from './case/decide-case.ts'
export { type Case, type CaseError, type Expected, type ReadCase, readCase } from './case/read-case.ts'
export {
  type ConsentDue,
  type ConsentElement,
  type ConsentElementId,
  type ConsentField,
  type ConsentParagraph,
  consentElementIds,
  consentElements,
  consentText,
  type ReconsentReason,
  reconsentNeeded,
  type SignedConsent,
} from './consent/index.ts'
export { derivations } from './derivations.ts'
export {
  type Concerns,
  type EducationModule,
  type EducationSection,
  educationModules,
  type Graded,
  grade,
  helpNumbers,
  modulesFor,
  type PatientLanguage,
  type PatientRegion,
  type PatientText,
  passShare,
  patientLanguages,
  patientRegions,
  type TeachBackAnswers,
  type TeachBackGrade,
  type TeachBackProblem,
  type TeachBackQuestion,
  type Treatment,
  type WrongAnswer,
  wordsFor,
} from './education/index.ts'
export { notYetDue } from './not-yet-due.ts'
export { type PanelPatient, panel } from './panel/index.ts'
export { allProtocolIds, type ProtocolId } from './protocol-ids.ts'
export { protocolOf, protocols } from './protocols/index.ts'
export {
  diffReleases,
  isRelease,
  type Listed,
  type PatientChange,
  type Release,
  type ReleaseDiff,
  runningRelease,
} from './releases/index.ts'
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
export {
  amountOf,
  type Declared,
  factSays,
  inWords,
  keyInPlainWords,
  limitInWords,
  wordOf,
} from './words/condition-in-words.ts'
export { sentenceOf, usualOrder } from './words/rule-in-words.ts'

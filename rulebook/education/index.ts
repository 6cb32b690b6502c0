export type { EducationModule, EducationSection, TeachBackQuestion } from './education-module.ts'
export {
  type Graded,
  grade,
  modulesFor,
  passShare,
  type TeachBackAnswers,
  type TeachBackGrade,
  type TeachBackProblem,
  type WrongAnswer,
} from './grade.ts'
export { educationModules } from './modules/index.ts'
export {
  helpNumbers,
  type PatientLanguage,
  type PatientRegion,
  type PatientText,
  patientLanguages,
  patientRegions,
  wordsFor,
} from './patient-text.ts'
export type { Concerns, Treatment } from './treatment.ts'

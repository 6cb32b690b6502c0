/** Questionnaires and rating scales: what they ask, how they count, what follows, and when they are due. */
import { aldrete } from './definitions/aldrete.ts'
import { auditC } from './definitions/audit-c.ts'
import { cadss6 } from './definitions/cadss-6.ts'
import { cravingVas } from './definitions/craving-vas.ts'
import { cssrsScreener } from './definitions/cssrs-screener.ts'
import { dast10 } from './definitions/dast-10.ts'
import { deq5 } from './definitions/deq-5.ts'
import { gad7 } from './definitions/gad-7.ts'
import { icsi } from './definitions/icsi.ts'
import { kset } from './definitions/kset.ts'
import { madrs } from './definitions/madrs.ts'
import { moaas } from './definitions/moaas.ts'
import { nidaSingle } from './definitions/nida-single.ts'
import { ortOud } from './definitions/ort-oud.ts'
import { padss } from './definitions/padss.ts'
import { pcl5 } from './definitions/pcl-5.ts'
import { peg } from './definitions/peg.ts'
import { phq9 } from './definitions/phq-9.ts'
import { qidsSr16 } from './definitions/qids-sr16.ts'
import { rass } from './definitions/rass.ts'
import { sevDepScale } from './definitions/sev-dep-scale.ts'
import { who5 } from './definitions/who-5.ts'
import { wsas } from './definitions/wsas.ts'
import type { Instrument } from './instrument.ts'

export const instruments: readonly Instrument[] = [
  phq9,
  gad7,
  pcl5,
  cssrsScreener,
  auditC,
  dast10,
  nidaSingle,
  ortOud,
  sevDepScale,
  icsi,
  peg,
  who5,
  wsas,
  qidsSr16,
  madrs,
  cadss6,
  moaas,
  rass,
  aldrete,
  padss,
  deq5,
  cravingVas,
  kset,
]

export {
  type CadenceRow,
  type CourseToMeasure,
  cadence,
  type DueMeasure,
  type MeasureKey,
  measuresDue,
} from './cadence.ts'
export { instrumentCalculations } from './calculations/index.ts'
export {
  type Answer,
  type AnswerOption,
  type Answers,
  type Band,
  bandOf,
  type Instrument,
  type InstrumentItem,
  type Licence,
  type Total,
} from './instrument.ts'
export { type LoincCode, loincProblem } from './loinc.ts'
export { type Questionnaire, type QuestionnaireItem, questionnaireOf } from './questionnaire.ts'
export { type ResponseStatus, responseStatus, responseStatuses } from './response.ts'
export {
  type MbcDecision,
  type MbcFacts,
  mbcCites,
  mbcConfidence,
  mbcDecision,
  mbcDecisions,
  mbcSays,
  mbcTable,
  mbcValues,
  plannedInductionDoses,
} from './stopping-rules.ts'
export {
  type CssrsAnswers,
  cssrsRisk,
  item9Flags,
  type SuicideFlag,
  type SuicideRisk,
  type SuicideRiskRule,
  showsCrisisLine,
  suicideRiskRules,
} from './suicide-risk.ts'

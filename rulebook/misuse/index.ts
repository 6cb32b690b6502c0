/** Misuse risk: signals, the tier MRT-1 and what it asks, monitoring, lifetime exposure, what the evidence supports. */
export { misuseCodes } from './codes/index.ts'
export { misuseDerivations } from './derivations.ts'
export { earlyRefill, type Refill } from './early-refill.ts'
export { exposureReferences, type LifetimeExposure, lifetimeExposure } from './lifetime-exposure.ts'
export type { Evidence, MisuseCode, MisuseEffect, PointsPart } from './misuse-code.ts'
export { type MisuseInputs, misuseDefaults, misuseInputFacts, misuseVocabulary } from './misuse-inputs.ts'
export { type DoseGiven, emptyMisuseRecord, type MisuseRecord, type UrineTest } from './misuse-record.ts'
export { type FiredCode, type MisuseEvaluation, type MisuseTier, misuseTier, misuseTiers } from './misuse-tier.ts'
export {
  type LastTested,
  type MonitoringDue,
  type MonitoringFacts,
  monitoringAction,
  monitoringDue,
  monitoringSays,
  monitoringTable,
} from './monitoring.ts'
export { daysSinceNewPoints, type HeldTier, type NextTier, nextTier, type TierReview } from './next-tier.ts'
export {
  misuseInputsFrom,
  misuseSignals,
  type ScreeningInputs,
  type Signal,
  type SignalDefinition,
  signalDefinitions,
} from './signals.ts'
export { explainSupport, type SupportExplained, supportLevels } from './support-level.ts'
export { type RequestedDose, theilSenSlope } from './theil-sen.ts'
export { requirementSays, type TierRequirement, tierRequirements } from './tier-requirements.ts'
export { readUrine, type UrineReading, urineFacts } from './urine.ts'
export { type Correction, corrections, type RegulatoryFact, regulatoryFacts } from './what-the-evidence-supports.ts'

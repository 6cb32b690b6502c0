/** Every rule of the running rulebook, by topic. A rule that is not listed here is not asked. */
import type { Rule } from '@keel/engine'
import type { Phase } from '../vocabulary.ts'
import { isAgitationPause } from './alarms/is-agitation-pause.rule.ts'
import { isAgitationStop } from './alarms/is-agitation-stop.rule.ts'
import { isAnaphylaxis } from './alarms/is-anaphylaxis.rule.ts'
import { isBpAlert } from './alarms/is-bp-alert.rule.ts'
import { isBpEmergency } from './alarms/is-bp-emergency.rule.ts'
import { isBpPause } from './alarms/is-bp-pause.rule.ts'
import { isChestPainArrhythmia } from './alarms/is-chest-pain-arrhythmia.rule.ts'
import { isDissociationDistress } from './alarms/is-dissociation-distress.rule.ts'
import { isDissociationExpected } from './alarms/is-dissociation-expected.rule.ts'
import { isHrAlert } from './alarms/is-hr-alert.rule.ts'
import { isRrPause } from './alarms/is-rr-pause.rule.ts'
import { isRrStop } from './alarms/is-rr-stop.rule.ts'
import { isSedationPause } from './alarms/is-sedation-pause.rule.ts'
import { isSedationStop } from './alarms/is-sedation-stop.rule.ts'
import { isSpo2Pause } from './alarms/is-spo2-pause.rule.ts'
import { isSpo2Stop } from './alarms/is-spo2-stop.rule.ts'
import { isVomiting } from './alarms/is-vomiting.rule.ts'
import { bpAbove14090 } from './blood-pressure/bp-above-140-90.rule.ts'
import { bpCrisis } from './blood-pressure/bp-crisis.rule.ts'
import { bpHold } from './blood-pressure/bp-hold.rule.ts'
import { bpLow } from './blood-pressure/bp-low.rule.ts'
import { dcAldrete } from './discharge/dc-aldrete.rule.ts'
import { dcDissociation } from './discharge/dc-dissociation.rule.ts'
import { dcDriving } from './discharge/dc-driving.rule.ts'
import { dcGaitNausea } from './discharge/dc-gait-nausea.rule.ts'
import { dcMinTime } from './discharge/dc-min-time.rule.ts'
import { dcNoEscort } from './discharge/dc-no-escort.rule.ts'
import { dcSedation } from './discharge/dc-sedation.rule.ts'
import { dcSpo2 } from './discharge/dc-spo2.rule.ts'
import { dcSuicideRisk } from './discharge/dc-suicide-risk.rule.ts'
import { dcVitals } from './discharge/dc-vitals.rule.ts'
import { doseAboveHardMax } from './dose/dose-above-hard-max.rule.ts'
import { doseAboveSoftMax } from './dose/dose-above-soft-max.rule.ts'
import { doseBelowSoftMin } from './dose/dose-below-soft-min.rule.ts'
import { doseNotLabelled } from './dose/dose-not-labelled.rule.ts'
import { firstDose56Only } from './dose/first-dose-56-only.rule.ts'
import { infusionTooLong } from './dose/infusion-too-long.rule.ts'
import { infusionTooShort } from './dose/infusion-too-short.rule.ts'
import { rateAboveHardMax } from './dose/rate-above-hard-max.rule.ts'
import { rateAboveSoftMax } from './dose/rate-above-soft-max.rule.ts'
import { alcohol24h } from './gate/alcohol-24h.rule.ts'
import { consentNotCurrent } from './gate/consent-not-current.rule.ts'
import { fastingEsketamine } from './gate/fasting-esketamine.rule.ts'
import { fastingParenteral } from './gate/fasting-parenteral.rule.ts'
import { intoxicated } from './gate/intoxicated.rule.ts'
import { noEscort } from './gate/no-escort.rule.ts'
import { pdmpStale } from './gate/pdmp-stale.rule.ts'
import { pregnancyTestMissing } from './gate/pregnancy-test-missing.rule.ts'
import { udsUnexpected } from './gate/uds-unexpected.rule.ts'
import { nasalSteroidDecongestant1h } from './medicines/nasal-steroid-decongestant-1h.rule.ts'
import { newMedicationUnreviewed } from './medicines/new-medication-unreviewed.rule.ts'
import { remsFormOverdue } from './rems/rems-form-overdue.rule.ts'
import { remsPatientNotEnrolled } from './rems/rems-patient-not-enrolled.rule.ts'
import { remsSiteNotCertified } from './rems/rems-site-not-certified.rule.ts'
import { emergencyEquipmentMissing } from './site/emergency-equipment-missing.rule.ts'
import { staffingInsufficient } from './site/staffing-insufficient.rule.ts'
import { inductionGap } from './spacing/induction-gap.rule.ts'
import { intervalTooShort } from './spacing/interval-too-short.rule.ts'
import { maintenanceUnstudied } from './spacing/maintenance-unstudied.rule.ts'
import { missedSessionsWorsening } from './spacing/missed-sessions-worsening.rule.ts'
import { monthlyHardMax } from './spacing/monthly-hard-max.rule.ts'
import { monthlyMax } from './spacing/monthly-max.rule.ts'
import { repeatCourseEarly } from './spacing/repeat-course-early.rule.ts'
import { sameDayRepeat } from './spacing/same-day-repeat.rule.ts'
import { weeklyMax } from './spacing/weekly-max.rule.ts'
import { suicideEmergency } from './suicide-risk/suicide-emergency.rule.ts'
import { suicideIdeationElevated } from './suicide-risk/suicide-ideation-elevated.rule.ts'
import { febrile } from './vital-signs/febrile.rule.ts'
import { hrOutOfRange } from './vital-signs/hr-out-of-range.rule.ts'
import { rrOutOfRange } from './vital-signs/rr-out-of-range.rule.ts'
import { spo2Low } from './vital-signs/spo2-low.rule.ts'
import { ibwNotApplied } from './weight/ibw-not-applied.rule.ts'
import { weightRecalc } from './weight/weight-recalc.rule.ts'
import { weightStale } from './weight/weight-stale.rule.ts'

/** The title of each topic and its rules. */
export const rulesByTopic: Readonly<
  Record<string, { readonly title: string; readonly rules: readonly Rule<Phase>[] }>
> = {
  'blood-pressure': { title: 'Blood pressure before the dose', rules: [bpAbove14090, bpCrisis, bpHold, bpLow] },
  'vital-signs': { title: 'Vital signs before the dose', rules: [febrile, hrOutOfRange, rrOutOfRange, spo2Low] },
  gate: {
    title: 'The gate: what must be so before any dose',
    rules: [
      alcohol24h,
      consentNotCurrent,
      fastingEsketamine,
      fastingParenteral,
      intoxicated,
      noEscort,
      pdmpStale,
      pregnancyTestMissing,
      udsUnexpected,
    ],
  },
  'suicide-risk': { title: 'Risk of suicide', rules: [suicideEmergency, suicideIdeationElevated] },
  medicines: { title: 'Medicines', rules: [nasalSteroidDecongestant1h, newMedicationUnreviewed] },
  weight: { title: 'Weight for dosing', rules: [ibwNotApplied, weightRecalc, weightStale] },
  spacing: {
    title: 'Spacing of doses',
    rules: [
      inductionGap,
      intervalTooShort,
      maintenanceUnstudied,
      missedSessionsWorsening,
      monthlyHardMax,
      monthlyMax,
      repeatCourseEarly,
      sameDayRepeat,
      weeklyMax,
    ],
  },
  dose: {
    title: 'Dose and rate',
    rules: [
      doseAboveHardMax,
      doseAboveSoftMax,
      doseBelowSoftMin,
      doseNotLabelled,
      firstDose56Only,
      infusionTooLong,
      infusionTooShort,
      rateAboveHardMax,
      rateAboveSoftMax,
    ],
  },
  rems: { title: 'REMS', rules: [remsFormOverdue, remsPatientNotEnrolled, remsSiteNotCertified] },
  site: { title: 'Staff and equipment', rules: [emergencyEquipmentMissing, staffingInsufficient] },
  alarms: {
    title: 'Alarms during the dose',
    rules: [
      isAgitationPause,
      isAgitationStop,
      isAnaphylaxis,
      isBpAlert,
      isBpEmergency,
      isBpPause,
      isChestPainArrhythmia,
      isDissociationDistress,
      isDissociationExpected,
      isHrAlert,
      isRrPause,
      isRrStop,
      isSedationPause,
      isSedationStop,
      isSpo2Pause,
      isSpo2Stop,
      isVomiting,
    ],
  },
  discharge: {
    title: 'Leaving',
    rules: [
      dcAldrete,
      dcDissociation,
      dcDriving,
      dcGaitNausea,
      dcMinTime,
      dcNoEscort,
      dcSedation,
      dcSpo2,
      dcSuicideRisk,
      dcVitals,
    ],
  },
}

export const rules: readonly Rule<Phase>[] = Object.values(rulesByTopic).flatMap((topic) => topic.rules)

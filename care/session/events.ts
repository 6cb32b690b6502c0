/** What can happen in one treatment session. Stream: `session-<id>`. Every way of not proceeding has its own event. */
import { allProtocolIds, bedsideSymptoms } from '@keel/rulebook'
import { z } from 'zod'
import { numberFor } from '../bounds.ts'
import { tighteningSchema } from '../clinic/tightening.ts'
import { findingSchema } from '../finding.ts'
import { daySchema, idSchema, instantSchema, wordsSchema } from '../kernel.ts'

const assessed = { decision: z.enum(['allow', 'review', 'hold', 'block']), findings: z.array(findingSchema) }

export const orderSchema = z.strictObject({
  doseMg: numberFor('order.dose_mg').positive('the dose must be more than 0 mg'),
  /** Planned length of an infusion; absent for devices. */
  durationMin: numberFor('order.duration_min').positive('the duration must be more than 0 min').optional(),
  weightBasis: z.enum(['actual', 'ideal']).optional(),
  orderedWeightKg: numberFor('order.ordered_weight_kg').optional(),
})
export type Order = z.infer<typeof orderSchema>

/** One look at the patient. Any part may be left out; what is left out is not known, never normal. */
export const observationSchema = z.strictObject({
  sbp: numberFor('in_session.sbp').optional(),
  dbp: numberFor('in_session.dbp').optional(),
  hr: numberFor('in_session.hr').optional(),
  spo2: numberFor('in_session.spo2').optional(),
  rr: numberFor('in_session.rr').optional(),
  tempC: numberFor('vitals.temp_c').optional(),
  moaas: numberFor('in_session.moaas').optional(),
  rass: numberFor('in_session.rass').optional(),
  cadss6: numberFor('in_session.cadss6').optional(),
  distress: z.boolean().optional(),
  vomiting: z.boolean().optional(),
  symptoms: z.array(z.enum(bedsideSymptoms)).optional(),
})
export type ObservationValues = z.infer<typeof observationSchema>

const drugTest = z.enum(['negative', 'positive-expected', 'positive-unexpected'])
const instantOrNever = z.union([instantSchema, z.literal('never')])
const dayOrNever = z.union([daySchema, z.literal('never')])

/** The time-out: what is asked before the dose. Answers are given one by one; a later answer replaces an earlier one. */
export const timeOutSchema = z.strictObject({
  lastFoodAt: instantOrNever.optional(),
  lastDrinkAt: instantOrNever.optional(),
  lastAlcoholAt: instantOrNever.optional(),
  breathAlcoholPercent: numberFor('gate.breath_alcohol_percent').optional(),
  intoxicated: z.boolean().optional(),
  escort: z.boolean().optional(),
  drugTest: z
    .strictObject({
      cocaine: drugTest,
      amphetamine: drugTest,
      opioid: drugTest,
      pcp: drugTest,
      benzodiazepine: drugTest,
      ketamine: drugTest,
    })
    .optional(),
  nasalMedicineAt: instantOrNever.optional(),
  suicidalIdeation: numberFor('gate.cssrs_ideation').optional(),
  suicidalBehaviourOn: dayOrNever.optional(),
  newMedicationUnreviewed: z.boolean().optional(),
  remsFormDaysUnsent: numberFor('gate.rems_form_days_unsent').optional(),
  missedSessions: numberFor('schedule.missed_sessions').optional(),
  depressionWorse: z.boolean().optional(),
})
export type TimeOut = z.infer<typeof timeOutSchema>

/** Readiness to leave, as the nurse finds it. */
export const recoverySchema = z.strictObject({
  /** Activity, respiration, circulation, consciousness, oxygen saturation: 0 to 2 each. */
  aldrete: z.array(z.number().int().min(0).max(2)).length(5, 'the modified Aldrete score has five items'),
  /** Vital signs, ambulation, nausea and vomiting, pain, bleeding: 0 to 2 each. */
  padss: z.array(z.number().int().min(0).max(2)).length(5, 'PADSS has five items'),
  gaitSteady: z.boolean(),
  nauseaControlled: z.boolean(),
  oriented: z.boolean(),
  escortPresent: z.boolean(),
  /** The patient agrees not to drive, use machines, sign contracts or care alone for children until after a night's sleep. */
  agreesNotToDrive: z.boolean(),
  suicidalIdeation: numberFor('discharge.cssrs_ideation'),
  safetyPlanGiven: z.boolean(),
})
export type Recovery = z.infer<typeof recoverySchema>

export const sessionEvents = {
  SessionScheduled: z.strictObject({
    sessionId: idSchema,
    patientId: idSchema,
    courseId: idSchema,
    protocol: z.enum(allProtocolIds),
    region: z.enum(['US', 'EU']),
    setting: z.enum(['outpatient', 'hospital']),
    room: wordsSchema,
    on: daySchema,
    startsAt: instantSchema,
  }),
  DoseOrdered: orderSchema,
  DoseOrderBlocked: z.strictObject({ order: orderSchema, ...assessed }),
  PatientCheckedIn: z.strictObject({ identifiedBy: z.array(z.enum(['name', 'birth-date', 'photo'])).min(2) }),
  TimeOutAnswered: timeOutSchema,
  ObservationRecorded: observationSchema.extend({ observationId: idSchema }),
  ObservationEnteredInError: z.strictObject({ observationId: idSchema, reason: wordsSchema }),
  ReviewAnswered: z.strictObject({ finding: findingSchema, reason: wordsSchema }),
  HoldOverridden: z.strictObject({ finding: findingSchema, attests: z.string(), reason: wordsSchema }),
  DosePrepared: z.strictObject({ doseMg: numberFor('order.dose_mg') }),
  DoseChecked: z.strictObject({ doseMg: numberFor('order.dose_mg') }),
  DoseCheckFailed: z.strictObject({ preparedMg: z.number(), readMg: numberFor('order.dose_mg') }),
  DoseHeld: z.strictObject(assessed),
  DoseStarted: z.strictObject({
    order: orderSchema,
    devices: z.number().int().min(0),
    ...assessed,
    /** What the clinic had tightened when the dose began: its alarms are asked by the same rules to the end. */
    tightening: tighteningSchema.optional(),
  }),
  DeviceGiven: z.strictObject({ device: z.number().int().min(1) }),
  DosePaused: z.strictObject({ reason: wordsSchema }),
  ResumeHeld: z.strictObject(assessed),
  DoseResumed: z.strictObject({ findings: z.array(findingSchema) }),
  DoseStopped: z.strictObject({ reason: wordsSchema, deliveredMg: z.number().min(0) }),
  DoseCompleted: z.strictObject({ deliveredMg: z.number().min(0) }),
  AlarmRaised: z.strictObject({ alarmId: z.string(), finding: findingSchema }),
  AlarmAcknowledged: z.strictObject({ alarmId: z.string(), response: wordsSchema }),
  AlarmSettled: z.strictObject({ alarmId: z.string() }),
  PrnGiven: z.strictObject({ drug: wordsSchema, dose: wordsSchema, route: wordsSchema, reason: wordsSchema }),
  AdverseEventRecorded: z.strictObject({
    event: wordsSchema,
    grade: z.number().int().min(1).max(3),
    response: wordsSchema,
  }),
  RecoveryAssessed: recoverySchema,
  DischargeHeld: z.strictObject(assessed),
  PatientDischarged: z.strictObject({ findings: z.array(findingSchema) }),
  SessionAborted: z.strictObject({ reason: wordsSchema, disposition: z.enum(['home', 'rescheduled', 'hospital']) }),
}

export type SessionData = { [T in keyof typeof sessionEvents]: z.infer<(typeof sessionEvents)[T]> }
export type SessionEvent = {
  [T in keyof SessionData]: { readonly type: T; readonly data: SessionData[T] }
}[keyof SessionData]

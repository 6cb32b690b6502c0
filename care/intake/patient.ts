/** Who the patient is and what is known of their health: what rules ask of a person, not of a course. Stream: `patient-<id>`. */
import { allProtocolIds, conditionKeys, medicationClasses } from '@keel/rulebook'
import { z } from 'zod'
import { numberFor } from '../bounds.ts'
import { daySchema, idSchema, type Recorded, wordsSchema } from '../kernel.ts'

const agoSchema = z.union([daySchema, z.literal('never')])

/** A condition with what rules ask of it; days, not elapsed times, because those follow from the day of the question. */
const conditionSchema = z.strictObject({
  key: z.enum(conditionKeys),
  status: z
    .enum([
      'current',
      'history',
      'stable',
      'untreated',
      'treated',
      'manic',
      'hypomanic',
      'mixed',
      'depressed',
      'euthymic',
    ])
    .optional(),
  severity: z.enum(['mild', 'moderate', 'severe']).optional(),
  treated: z.boolean().optional(),
  lastOn: daySchema.optional(),
  substance: wordsSchema.optional(),
  criteriaLastMetOn: daySchema.optional(),
  childPugh: z.enum(['A', 'B', 'C']).optional(),
  ahi: z.number().min(0).max(200).optional(),
  ymrs: z.number().int().min(0).max(60).optional(),
  nyha: z.enum(['I', 'II', 'III', 'IV']).optional(),
})
const medicationSchema = z.strictObject({
  name: wordsSchema,
  class: z.enum(medicationClasses).optional(),
  route: z
    .enum(['oral', 'nasal', 'inhaled', 'transdermal', 'sublingual', 'injected', 'topical', 'rectal', 'ophthalmic'])
    .optional(),
  doseMgPerDay: z.number().min(0).max(100_000).optional(),
  diazepamEquivalentMg: z.number().min(0).max(10_000).optional(),
  mmePerDay: z.number().min(0).max(100_000).optional(),
})

export const patientEvents = {
  PatientRegistered: z.strictObject({
    patientId: idSchema,
    name: wordsSchema,
    birthDate: daySchema,
    sex: z.enum(['female', 'male']),
    recordNumber: wordsSchema,
    synthetic: z.boolean(),
  }),
  PatientMeasured: z.strictObject({
    on: daySchema,
    heightCm: numberFor('height_cm').optional(),
    weightKg: numberFor('weight_kg').optional(),
  }),
  /** Complete lists: what is not in them is absent. */
  HistoryRecorded: z.strictObject({
    conditions: z.array(conditionSchema),
    medications: z.array(medicationSchema),
    allergies: z.array(wordsSchema),
    japaneseAncestry: z.boolean(),
    canBecomePregnant: z.boolean(),
  }),
  PregnancyTested: z.strictObject({ on: daySchema, result: z.enum(['negative', 'positive']) }),
  ConsentSigned: z.strictObject({ protocol: z.enum(allProtocolIds), on: daySchema }),
  /** `otherKetamineOn`: the newest dispensing of ketamine by another provider that the query showed. */
  PrescriptionMonitoringQueried: z.strictObject({ on: daySchema, otherKetamineOn: agoSchema.optional() }),
  /** What is found out once, before the first dose of a course. */
  ScreeningRecorded: z.strictObject({
    on: daySchema,
    meanSbp: numberFor('vitals.mean_sbp'),
    meanDbp: numberFor('vitals.mean_dbp'),
    visits: numberFor('vitals.visits'),
    failedAntidepressantTrials: numberFor('history.failed_antidepressant_trials'),
    diagnosisMatchesProtocol: z.boolean(),
    nonmedicalKetamineLastOn: agoSchema,
    moca: numberFor('labs.moca'),
    stopBang: numberFor('labs.stop_bang'),
  }),
  LaboratoryResulted: z.strictObject({
    on: daySchema,
    altXUln: numberFor('labs.alt_x_uln'),
    astXUln: numberFor('labs.ast_x_uln'),
    tsh: z.enum(['normal', 'suppressed', 'raised']),
    urinalysis: z.enum(['normal', 'abnormal']),
  }),
  UrinarySymptomsAsked: z.strictObject({
    on: daySchema,
    bpicSs: numberFor('symptoms.bpic_ss'),
    dysuria: z.boolean(),
    urgency: z.boolean(),
    frequency: z.boolean(),
    nocturia: z.boolean(),
    haematuria: z.boolean(),
  }),
  RemsEnrolled: z.strictObject({ on: daySchema }),
}
type PatientData = { [T in keyof typeof patientEvents]: z.infer<(typeof patientEvents)[T]> }
export type PatientEvent = {
  [T in keyof PatientData]: { readonly type: T; readonly data: PatientData[T] }
}[keyof PatientData]

export interface Patient extends Readonly<PatientData['PatientRegistered']> {
  readonly heightCm: number | null
  readonly weight: { readonly kg: number; readonly on: string } | null
  readonly history: PatientData['HistoryRecorded'] | null
  readonly pregnancyTest: PatientData['PregnancyTested'] | null
  readonly consents: readonly PatientData['ConsentSigned'][]
  readonly prescriptionMonitoring: PatientData['PrescriptionMonitoringQueried'] | null
  readonly remsEnrolledOn: string | null
  readonly screening: PatientData['ScreeningRecorded'] | null
  readonly laboratory: PatientData['LaboratoryResulted'] | null
  readonly urinarySymptoms: PatientData['UrinarySymptomsAsked'] | null
}

export function evolvePatient(patient: Patient | undefined, event: Recorded<PatientEvent>): Patient | undefined {
  if (event.type === 'PatientRegistered')
    return {
      ...event.data,
      heightCm: null,
      weight: null,
      history: null,
      pregnancyTest: null,
      consents: [],
      prescriptionMonitoring: null,
      remsEnrolledOn: null,
      screening: null,
      laboratory: null,
      urinarySymptoms: null,
    }
  return patient && { ...patient, ...changeOf(patient, event) }
}

function changeOf(
  patient: Patient,
  event: Exclude<Recorded<PatientEvent>, { type: 'PatientRegistered' }>,
): Partial<Patient> {
  switch (event.type) {
    case 'PatientMeasured': {
      const { heightCm, weightKg, on } = event.data
      return {
        heightCm: heightCm ?? patient.heightCm,
        weight: weightKg === undefined ? patient.weight : { kg: weightKg, on },
      }
    }
    case 'HistoryRecorded':
      return { history: event.data }
    case 'PregnancyTested':
      return { pregnancyTest: event.data }
    case 'ConsentSigned':
      return { consents: [...patient.consents, event.data] }
    case 'PrescriptionMonitoringQueried':
      return { prescriptionMonitoring: event.data }
    case 'RemsEnrolled':
      return { remsEnrolledOn: event.data.on }
    case 'ScreeningRecorded':
      return { screening: event.data }
    case 'LaboratoryResulted':
      return { laboratory: event.data }
    case 'UrinarySymptomsAsked':
      return { urinarySymptoms: event.data }
  }
}

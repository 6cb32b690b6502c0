/** Who the patient is and what is known of their health: the least that a session's gate asks. Stream: `patient-<id>`. */
import { allProtocolIds, conditionKeys, medicationClasses } from '@keel/rulebook'
import { z } from 'zod'
import { numberFor } from '../bounds.ts'
import { daySchema, idSchema, type Recorded, wordsSchema } from '../kernel.ts'

const conditionSchema = z.strictObject({
  key: z.enum(conditionKeys),
  status: z.enum(['current', 'history', 'stable', 'untreated', 'treated']).optional(),
  severity: z.enum(['mild', 'moderate', 'severe']).optional(),
  treated: z.boolean().optional(),
})
const medicationSchema = z.strictObject({
  name: wordsSchema,
  class: z.enum(medicationClasses).optional(),
  route: z
    .enum(['oral', 'nasal', 'inhaled', 'transdermal', 'sublingual', 'injected', 'topical', 'rectal', 'ophthalmic'])
    .optional(),
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
  PrescriptionMonitoringQueried: z.strictObject({ on: daySchema }),
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
  readonly prescriptionMonitoringOn: string | null
  readonly remsEnrolledOn: string | null
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
      prescriptionMonitoringOn: null,
      remsEnrolledOn: null,
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
      return { prescriptionMonitoringOn: event.data.on }
    case 'RemsEnrolled':
      return { remsEnrolledOn: event.data.on }
  }
}

/** The shape of a lesson for patients: short screens to read, then questions that show whether it came across. */
import type { Basis, Confidence } from '@keel/engine'
import type { SourceId } from '../sources.ts'
import type { PatientText } from './patient-text.ts'
import type { Concerns } from './treatment.ts'

/** One screen of a phone, with the sources of what it states. */
export interface EducationSection {
  /** Unique in its module. */
  readonly id: string
  readonly title: PatientText
  readonly text: PatientText
  /** Left out: for every patient. */
  readonly concerns?: Concerns
  readonly cites: readonly SourceId[]
  readonly confidence: Confidence
  readonly basis: Basis
}

export interface TeachBackQuestion {
  /** Unique in the whole course of lessons; begins with the module's id. */
  readonly id: string
  readonly asks: PatientText
  readonly answers: readonly { readonly id: string; readonly text: PatientText }[]
  /** The id of the one right answer. */
  readonly right: string
  /** Shown after a wrong answer. */
  readonly explains: PatientText
  /** Must be right before the first dose, whatever the rest of the score. */
  readonly safetyCritical: boolean
  /** The section that teaches it, to go back to. */
  readonly taughtIn: string
  readonly concerns?: Concerns
}

export interface EducationModule {
  readonly id: `ed-${number}`
  /** Rises with every change of the words. */
  readonly version: number
  readonly title: PatientText
  /** What the patient can say or do afterwards. */
  readonly objectives: readonly PatientText[]
  readonly sections: readonly EducationSection[]
  readonly questions: readonly TeachBackQuestion[]
  readonly concerns?: Concerns
}

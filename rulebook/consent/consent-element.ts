/** The shape of one element of informed consent. Which elements there are follows the project's check list; state law may add. */
import type { Basis, Confidence } from '@keel/engine'
import type { PatientText } from '../education/patient-text.ts'
import type { Concerns } from '../education/treatment.ts'
import type { SourceId } from '../sources.ts'

export const consentElementIds = [
  'dx_and_goal',
  'drug_route_dose_schedule',
  'off_label_or_rems_status',
  'alternatives_incl_none',
  'expected_benefit_and_uncertainty',
  'acute_risks',
  'long_term_unknowns',
  'dependence_tolerance',
  'bladder',
  'liver',
  'cognition',
  'pregnancy_lactation',
  'drug_interactions_alcohol',
  'no_driving_escort',
  'monitoring_duration',
  'chaperone_touch_policy',
  'pdmp_urine_policy',
  'take_home_rules_storage_return',
  'suicide_safety_plan',
  'stop_and_exit_criteria',
  'cost',
  'privacy_hipaa_part2',
  'right_to_withdraw',
  'questions_answered_teachback',
  'date_time_signatures_interpreter',
] as const
export type ConsentElementId = (typeof consentElementIds)[number]

/** One paragraph, with the sources of what it states. */
export interface ConsentParagraph {
  readonly text: PatientText
  /** Left out: whenever the element is. */
  readonly concerns?: Concerns
  readonly cites: readonly SourceId[]
  readonly confidence: Confidence
  readonly basis: Basis
}

/** Something to be filled in or signed. */
export interface ConsentField {
  /** Unique in its element. */
  readonly id: string
  readonly label: PatientText
  readonly kind: 'text' | 'yes-no' | 'date' | 'date-time' | 'signature'
  readonly required: 'always' | 'with-interpreter'
}

export interface ConsentElement {
  readonly id: ConsentElementId
  /** Rises with every change of the words. */
  readonly version: number
  /** The newest version that told of a new material risk: whoever signed an older one is asked again. */
  readonly lastMaterialVersion: number
  readonly title: PatientText
  readonly paragraphs: readonly ConsentParagraph[]
  readonly fields: readonly ConsentField[]
}

/** Which lessons and which parts of a consent concern a patient's treatment. */
import type { PatientRegion } from './patient-text.ts'

/** What is known of a treatment when it is explained. */
export interface Treatment {
  readonly drug: 'ketamine' | 'esketamine'
  readonly route: 'IV' | 'IM' | 'IN' | 'SL'
  /** What the patient hopes it will help with. */
  readonly treats: 'depression' | 'suicidal-thoughts' | 'ptsd' | 'anxiety' | 'pain'
  readonly region: PatientRegion
  readonly offLabel: boolean
  /** Doses may be taken outside the clinic. */
  readonly takeHome: boolean
  readonly canBecomePregnant: boolean
  readonly breastfeeding: boolean
}

/** The treatments that a text is about: each fact named must have one of the values listed. */
export type Concerns = { readonly [Fact in keyof Treatment]?: readonly Treatment[Fact][] }

/** True unless a known fact speaks against it: what is not known is explained rather than left out. */
export function isConcerned(concerns: Concerns | undefined, treatment: Partial<Treatment>): boolean {
  return Object.entries(concerns ?? {}).every(([fact, listed]) => {
    const known = treatment[fact as keyof Treatment]
    return known === undefined || (listed as readonly unknown[]).includes(known)
  })
}

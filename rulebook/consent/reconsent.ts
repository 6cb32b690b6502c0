/** When a patient must be asked for consent again, and why. */
import { type IsoDay, valueOn } from '@keel/engine'
import { type PatientText, said } from '../education/patient-text.ts'
import type { Treatment } from '../education/treatment.ts'
import { consentNotCurrent } from '../rules/gate/consent-not-current.rule.ts'
import type { ConsentElement, ConsentElementId } from './consent-element.ts'

/** What a consent is to: any change of these is another consent. */
interface ConsentSubject {
  readonly protocol: string
  /** The product as the consent names it. */
  readonly product: string
  readonly route: Treatment['route']
}

export interface SignedConsent extends ConsentSubject {
  /** The day it was signed, where the clinic is. */
  readonly on: IsoDay
  /** The version of each element that was in it. */
  readonly versions: { readonly [Id in ConsentElementId]?: number }
}

export interface ConsentDue extends ConsentSubject {
  /** Today, where the clinic is. */
  readonly on: IsoDay
  /** What the treatment calls for now. */
  readonly elements: readonly ConsentElement[]
}

export interface ReconsentReason {
  readonly kind: 'never-signed' | 'too-old' | 'new-product' | 'new-route' | 'new-protocol' | 'new-risk'
  readonly says: string
  readonly saysToPatient: PatientText
}

/** Every reason to ask again, the plainest first; none if the consent stands. `null`: nothing was ever signed. */
export function reconsentNeeded(signed: SignedConsent | null, now: ConsentDue): readonly ReconsentReason[] {
  if (signed === null) return [neverSigned]
  return [...ageReason(signed, now), ...subjectReasons(signed, now), ...riskReason(signed, now)]
}

const neverSigned: ReconsentReason = {
  kind: 'never-signed',
  says: 'No consent has been signed yet.',
  saysToPatient: said('You have not signed a consent yet.', 'Usted todavía no ha firmado un consentimiento.'),
}

/** The limit is that of the rule that holds the dose. Through the same day of the month it still stands. */
function ageReason(signed: SignedConsent, now: ConsentDue): readonly ReconsentReason[] {
  const months = valueOn('age', consentNotCurrent.values.age ?? [], now.on).is as number
  const last = Temporal.PlainDate.from(signed.on).add({ months })
  if (Temporal.PlainDate.compare(now.on, last) <= 0) return []
  return [
    {
      kind: 'too-old',
      says: `The consent was signed on ${signed.on}, more than ${months} months ago.`,
      saysToPatient: said(
        `You signed more than ${months} months ago. Please read it again with us.`,
        `Usted firmó hace más de ${months} meses. Por favor, léalo otra vez con nosotros.`,
      ),
    },
  ]
}

function subjectReasons(signed: SignedConsent, now: ConsentDue): readonly ReconsentReason[] {
  const changed = (kind: ReconsentReason['kind'], what: keyof ConsentSubject, saysToPatient: PatientText) =>
    signed[what] === now[what]
      ? []
      : [
          {
            kind,
            says: `The consent is for the ${what} "${signed[what]}", the treatment is "${now[what]}".`,
            saysToPatient,
          },
        ]
  return [
    ...changed('new-product', 'product', said('Your medicine has changed.', 'Su medicamento cambió.')),
    ...changed(
      'new-route',
      'route',
      said('The way you get the medicine has changed.', 'Cambió la forma en que recibe el medicamento.'),
    ),
    ...changed('new-protocol', 'protocol', said('Your treatment plan has changed.', 'Su plan de tratamiento cambió.')),
  ]
}

/** An element that was not in the consent, or that has told of a material risk since. */
function riskReason(signed: SignedConsent, now: ConsentDue): readonly ReconsentReason[] {
  const added = now.elements.filter(({ id, lastMaterialVersion }) => (signed.versions[id] ?? 0) < lastMaterialVersion)
  if (added.length === 0) return []
  const titles = (language: 'en' | 'es') => added.map(({ title }) => `“${title[language]}”`).join(', ')
  return [
    {
      kind: 'new-risk',
      says: `Since it was signed, the consent tells something new and important in ${titles('en')}.`,
      saysToPatient: said(
        `There is something new to know about: ${titles('en')}.`,
        `Hay algo nuevo que debe saber sobre: ${titles('es')}.`,
      ),
    },
  ]
}

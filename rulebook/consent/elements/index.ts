/** Every element of consent, in the order in which it is read. */
import type { ConsentElement } from '../consent-element.ts'
import { theAgreement } from './the-agreement.ts'
import { theRisks } from './the-risks.ts'
import { theTreatment } from './the-treatment.ts'
import { theVisit } from './the-visit.ts'

export const allConsentElements: readonly ConsentElement[] = [
  ...theTreatment,
  ...theRisks,
  ...theVisit,
  ...theAgreement,
]

export {
  type ConsentElement,
  type ConsentElementId,
  type ConsentField,
  type ConsentParagraph,
  consentElementIds,
} from './consent-element.ts'
export { consentElements, consentText } from './consent-elements.ts'
export { type ConsentDue, type ReconsentReason, reconsentNeeded, type SignedConsent } from './reconsent.ts'

/** The consent that one treatment needs, and its words in the one form that is signed and hashed. */
import { type PatientLanguage, type PatientRegion, wordsFor } from '../education/patient-text.ts'
import { isConcerned, type Treatment } from '../education/treatment.ts'
import type { ConsentElement } from './consent-element.ts'
import { allConsentElements } from './elements/index.ts'

/**
 * The elements and paragraphs that concern a treatment, in the order in which they are read. What is not known of the
 * treatment leaves nothing out.
 */
export function consentElements(treatment: Partial<Treatment>): readonly ConsentElement[] {
  return allConsentElements
    .map((element) => ({
      ...element,
      paragraphs: element.paragraphs.filter(({ concerns }) => isConcerned(concerns, treatment)),
    }))
    .filter(({ paragraphs }) => paragraphs.length > 0)
}

/**
 * What the patient reads, as text: the same elements, language and region always give the same characters. Lines end in a
 * line feed. Each element begins with its id and version, so that a hash of the text names what was signed.
 */
export function consentText(
  elements: readonly ConsentElement[],
  language: PatientLanguage,
  region: PatientRegion,
): string {
  return elements
    .map(({ id, version, title, paragraphs, fields }) =>
      [
        `[${id} ${version}]`,
        wordsFor(title, language, region),
        ...paragraphs.map(({ text }) => wordsFor(text, language, region)),
        ...fields.map(({ label }) => `${wordsFor(label, language, region)}:`),
        '',
      ].join('\n'),
    )
    .join('\n')
}

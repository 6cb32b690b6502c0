/**
 * Words that a patient reads, in every language at once: a text that is missing in one language does not compile, and
 * ids, order and right answers cannot differ between languages. Whom to call in danger depends on the region, so texts
 * leave a place for it.
 */

export const patientLanguages = ['en', 'es'] as const
/** US English, and US Spanish with usted. */
export type PatientLanguage = (typeof patientLanguages)[number]

/** One text in every language, with places `{emergency}`, `{crisis}` and `{Crisis}` for the region's numbers. */
export type PatientText = Readonly<Record<PatientLanguage, string>>

export function said(en: string, es: string): PatientText {
  return { en, es }
}

export const patientRegions = ['US', 'EU'] as const
export type PatientRegion = (typeof patientRegions)[number]

interface HelpNumbers {
  /** The emergency number. */
  readonly emergency: string
  /** What to do at thoughts of suicide: a base form in English, an infinitive in Spanish. */
  readonly crisis: PatientText
}

/** Europe has one emergency number, and no crisis line that every country shares. */
export const helpNumbers: Readonly<Record<PatientRegion, HelpNumbers>> = {
  US: { emergency: '911', crisis: said('call or text 988', 'llamar o mandar un mensaje de texto al 988') },
  EU: { emergency: '112', crisis: said('call 112', 'llamar al 112') },
}

/** The text as one patient reads it. */
export function wordsFor(text: PatientText, language: PatientLanguage, region: PatientRegion): string {
  const { emergency, crisis } = helpNumbers[region]
  const act = crisis[language]
  return text[language]
    .replaceAll('{emergency}', emergency)
    .replaceAll('{crisis}', act)
    .replaceAll('{Crisis}', act.charAt(0).toUpperCase() + act.slice(1))
}

/** What no text for patients may say, for tests: promises, denials of a risk, false approvals, and words that shame. */
import type { PatientLanguage } from './patient-text.ts'
import { sentencesIn } from './test-readability.ts'

interface Forbidden {
  /** Never said as true. */
  readonly claims: readonly RegExp[]
  /** Said only in a sentence that denies it. */
  readonly onlyDenied: readonly RegExp[]
  readonly denials: RegExp
  /** Never written at all, not even in a wrong answer. */
  readonly shaming: RegExp
}

const forbidden: Readonly<Record<PatientLanguage, Forbidden>> = {
  en: {
    claims: [
      /\b(not|never|non)[ -](be )?(addictive|habit[ -]forming)\b/i,
      /\b(no|zero|without|without any|free of) (risks?|danger|side effects)\b/i,
      /\bsafe for (everyone|everybody|anyone|all)\b/i,
      /\b(completely|perfectly|totally|always|100%) safe\b/i,
      /\b(harmless|miracle|breakthrough|guarantee[sd]?)\b/i,
      /(?<!\bnot a )\bcur(e|es|ed|ing)\b/i,
      /\bwill (heal|fix|save) you\b/i,
    ],
    onlyDenied: [
      /\b(prevents?|stops?|rules? out) (dependence|addiction|misuse|suicide)\b/i,
      /\b(dependence|addiction) (cannot|can’t) happen\b/i,
      /\bapproved\b.*(\bketamine\b|\blozenge)|(\bketamine\b|\blozenge).*\bapproved\b/i,
    ],
    denials: /\b(not|no|nobody|never|only to put people to sleep)\b/i,
    shaming: /\b(users?|abuse[rs]?|abusers|addicts?|junkies?|noncompliant)\b/i,
  },
  es: {
    claims: [
      /\bno (es|son) (adictiv|peligros)/i,
      /\bno (causa|crea|produce|provoca) (adicción|dependencia)/i,
      /\b(sin|ningún|cero) (riesgos?|peligros?|efectos secundarios)\b/i,
      /\bsegur[oa]s? para (todos|todas|todo el mundo|cualquiera)\b/i,
      /\b(completamente|totalmente|siempre|100%) segur/i,
      /\b(inofensiv[oa]s?|milagros?|milagros[oa]s?|garantiza(n|do|da|mos)?)\b/i,
      /(?<!\bno es una )(?<![a-zñáéíóú])cura(n|r|rá)?(?![a-zñáéíóú])/i,
    ],
    onlyDenied: [
      /\b(previenen?|prevengan?|evitan?|eviten?|impiden?) (la |el |un )?(dependencia|adicción|mal uso|suicidio)\b/i,
      /\baprobad[oa]\b.*((?<!es)\bketamina\b|pastilla)|(\bketamina\b|pastilla).*\baprobad[oa]\b/i,
    ],
    denials: /(?<![a-zñáéíóú])(no|ningún|ninguna|ninguno|nadie|nunca|solo para dormir)(?![a-zñáéíóú])/i,
    shaming: /\b(usuari[oa]s?|adict[oa]s?|drogadict[oa]s?|toxicóman[oa]s?|abuso de drogas)\b/i,
  },
}

/** The sentences that state something as true which may not be stated. */
export function forbiddenClaims(text: string, language: PatientLanguage): readonly string[] {
  const { claims, onlyDenied, denials } = forbidden[language]
  return sentencesIn(text).filter(
    (sentence) =>
      claims.some((claim) => claim.test(sentence)) ||
      (onlyDenied.some((claim) => claim.test(sentence)) && !denials.test(sentence)),
  )
}

/** The words that shame somebody who is treated. */
export function shamingWords(text: string, language: PatientLanguage): readonly string[] {
  return text.match(new RegExp(forbidden[language].shaming, 'gi')) ?? []
}

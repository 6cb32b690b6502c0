/** The tier as the patient meets it: a support level, the reasons, and what comes next. MRT-H6. */
import { type PatientLanguage, type PatientText, said } from '../education/patient-text.ts'
import type { MisuseEvaluation, MisuseTier } from './misuse-tier.ts'
import { supportTopics, topicWords } from './support-topics.ts'

interface SupportLevel {
  readonly name: PatientText
  readonly says: PatientText
}

export const supportLevels: Readonly<Record<MisuseTier, SupportLevel>> = {
  low: {
    name: said('Standard support', 'Apoyo habitual'),
    says: said('We check in with you at your usual visits.', 'Hablamos con usted en sus visitas habituales.'),
  },
  moderate: {
    name: said('Added support', 'Más apoyo'),
    says: said('We check in a little more often for now.', 'Por ahora hablamos con usted un poco más seguido.'),
  },
  high: {
    name: said('Close support', 'Apoyo cercano'),
    says: said(
      'We stay close. For now each dose is given at the clinic, and we check in each week.',
      'Le acompañamos de cerca. Por ahora cada dosis se da en la clínica, y hablamos cada semana.',
    ),
  },
  stop: {
    name: said('A pause in doses', 'Una pausa en las dosis'),
    says: said(
      'We pause ketamine for your safety. Your care goes on. We will call you and plan the next steps with you.',
      'Hacemos una pausa con la ketamina por su seguridad. Su atención sigue. Le llamaremos y planearemos con usted los próximos pasos.',
    ),
  },
}

/** Said when a question is still open. */
export const stillOpen = said(
  'We still need some answers from you. We will ask at your next visit.',
  'Todavía nos faltan algunas respuestas suyas. Se las pediremos en su próxima visita.',
)

export interface SupportExplained {
  readonly level: string
  readonly says: string
  /** Each topic once; empty when nothing was seen. */
  readonly reasons: readonly string[]
  readonly nextSteps: readonly string[]
}

/**
 * What the patient is told.
 * @param tier the tier that holds, which may be above the evaluated one (see `nextTier`).
 */
export function explainSupport(
  { fired, lowerBound }: Pick<MisuseEvaluation, 'fired' | 'lowerBound'>,
  tier: MisuseTier,
  language: PatientLanguage,
): SupportExplained {
  const seen = new Set(fired.filter(({ code }) => !code.startsWith('MISSING_')).map(({ topic }) => topic))
  const topics = supportTopics.filter((topic) => seen.has(topic)).map((topic) => topicWords[topic])
  const { name, says } = supportLevels[tier]
  return {
    level: name[language],
    says: says[language],
    reasons: topics.map(({ reason }) => reason[language]),
    nextSteps: [...topics.map(({ nextStep }) => nextStep[language]), ...(lowerBound ? [stillOpen[language]] : [])],
  }
}

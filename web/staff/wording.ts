/** The words for codes that the record keeps. */
import type { Role, SessionPhase } from '@keel/care'

export const phaseWords: Record<SessionPhase, string> = {
  scheduled: 'Expected',
  'checked-in': 'Getting ready',
  running: 'Dose running',
  paused: 'Dose paused',
  observing: 'Being observed',
  discharged: 'Discharged',
  aborted: 'Ended early',
}

export const roleWords: Record<Role, string> = {
  'front-desk': 'Front desk',
  'session-monitor': 'Session monitor',
  prescriber: 'Prescriber',
  therapist: 'Therapist',
  custodian: 'Custodian',
  'medical-director': 'Medical director',
  administrator: 'Administrator',
  auditor: 'Auditor',
}

export function rolesInWords(roles: readonly Role[]): string {
  return roles.map((role) => roleWords[role]).join(', ')
}

export const readingWords = {
  pressure: 'Blood pressure and pulse',
  saturation: 'Oxygen and breathing',
  sedation: 'Sedation and comfort',
  dissociation: 'Dissociation',
} as const

/** Turns a key such as `bag_mask`, `iv_supplies` or `neuro-deficit` into words. */
export function keyInWords(key: string): string {
  const spaced = key.replaceAll(/[_-]/g, ' ').replaceAll(/\b(acls|bp|iv)\b/g, (letters) => letters.toUpperCase())
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}

export const supportsJudgement = 'Keel supports clinicians and does not replace their judgement.'

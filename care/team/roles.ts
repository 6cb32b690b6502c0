/** The roles that people have in a clinic. What each may do stands beside each command (`who`). */
export const roles = [
  'front-desk',
  'session-monitor',
  'prescriber',
  'therapist',
  'custodian',
  'medical-director',
  'administrator',
  'auditor',
] as const
export type Role = (typeof roles)[number]

/** Those who look after a patient at the bedside. */
export const bedside: readonly Role[] = ['session-monitor', 'prescriber', 'medical-director']
/** Those licensed to order and to answer a review. */
export const prescribing: readonly Role[] = ['prescriber']
/** Those who answer for how the clinic works. */
export const directing: readonly Role[] = ['medical-director']

/**
 * The conditions that the running rulebook understands. A condition outside this list is refused with the nearest name,
 * never passed over: a rulebook that has no rule for a condition must not answer as if the condition were absent.
 */
export const conditionKeys = [
  // Indications.
  'major-depressive-disorder',
  'ptsd',
  'generalized-anxiety-disorder',
  'social-anxiety-disorder',
  'crps',
  'chronic-pain',
  // Lengthens observation when untreated.
  'obstructive-sleep-apnea',
] as const
export type ConditionKey = (typeof conditionKeys)[number]

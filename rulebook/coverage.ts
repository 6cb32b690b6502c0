/**
 * What the running rulebook does not ask yet, in words for people. Shown wherever its answer to the gate is shown: an
 * "allow" of a rulebook that is not complete must never be read as one of a rulebook that is.
 */
export const notAskedYet: readonly string[] = [
  'contraindications found at screening: age, allergy, heart, brain, psychosis, mania, pregnancy, breastfeeding, liver, substance use, bladder, thyroid, breathing',
  'interactions with medicines, other than nasal sprays before esketamine and alcohol',
  'response at checkpoints, misuse risk, and the gates of integration and education',
]

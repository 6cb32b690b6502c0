import { nasalSteroidDecongestant1h } from './nasal-steroid-decongestant-1h.rule.ts'
import { newMedicationUnreviewed } from './new-medication-unreviewed.rule.ts'

export const medicines = [nasalSteroidDecongestant1h, newMedicationUnreviewed]

/** The lessons for patients, in the order in which they are read. */
import type { EducationModule } from '../education-module.ts'
import { alcoholAndOtherMedicines } from './alcohol-and-other-medicines.ts'
import { approvedOrNot } from './approved-or-not.ts'
import { bladder } from './bladder.ts'
import { crisis } from './crisis.ts'
import { dayPrep } from './day-prep.ts'
import { dependence } from './dependence.ts'
import { integration } from './integration.ts'
import { noDriving } from './no-driving.ts'
import { ownSigns } from './own-signs.ts'
import { spacingAndStopping } from './spacing-and-stopping.ts'
import { storage } from './storage.ts'
import { whatItIs } from './what-it-is.ts'
import { whatToExpect } from './what-to-expect.ts'

export const educationModules: readonly EducationModule[] = [
  whatItIs,
  approvedOrNot,
  dependence,
  bladder,
  noDriving,
  alcoholAndOtherMedicines,
  storage,
  ownSigns,
  crisis,
  dayPrep,
  whatToExpect,
  integration,
  spacingAndStopping,
]

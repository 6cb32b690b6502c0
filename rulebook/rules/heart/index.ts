import { cardiacStableDisease } from './cardiac-stable-disease.rule.ts'
import { ciAneurysmAvm } from './ci-aneurysm-avm.rule.ts'
import { ciCvEvent6wk } from './ci-cv-event-6wk.rule.ts'
import { ciUncontrolledHypertension } from './ci-uncontrolled-hypertension.rule.ts'
import { ciUnstableCardiac } from './ci-unstable-cardiac.rule.ts'
import { hypertensionControlled } from './hypertension-controlled.rule.ts'

export const heart = [
  ciAneurysmAvm,
  ciCvEvent6wk,
  ciUnstableCardiac,
  cardiacStableDisease,
  ciUncontrolledHypertension,
  hypertensionControlled,
]

import { ddiBenzodiazepine } from './ddi-benzodiazepine.rule.ts'
import { ddiBenzodiazepineHigh } from './ddi-benzodiazepine-high.rule.ts'
import { ddiCnsDepressant } from './ddi-cns-depressant.rule.ts'
import { ddiCypInducer } from './ddi-cyp-inducer.rule.ts'
import { ddiCypInducerOral } from './ddi-cyp-inducer-oral.rule.ts'
import { ddiCypInhibitorOral } from './ddi-cyp-inhibitor-oral.rule.ts'
import { ddiCypInhibitorParenteral } from './ddi-cyp-inhibitor-parenteral.rule.ts'
import { ddiLamotrigine } from './ddi-lamotrigine.rule.ts'
import { ddiMaoi } from './ddi-maoi.rule.ts'
import { ddiNaltrexone } from './ddi-naltrexone.rule.ts'
import { ddiNmdaAntagonist } from './ddi-nmda-antagonist.rule.ts'
import { ddiOpioid } from './ddi-opioid.rule.ts'
import { ddiOpioidBenzo } from './ddi-opioid-benzo.rule.ts'
import { ddiOpioidHigh } from './ddi-opioid-high.rule.ts'
import { ddiSodiumOxybate } from './ddi-sodium-oxybate.rule.ts'
import { ddiStimulant } from './ddi-stimulant.rule.ts'
import { ddiSympathomimetic } from './ddi-sympathomimetic.rule.ts'
import { ddiTheophylline } from './ddi-theophylline.rule.ts'
import { ddiThyroidHormone } from './ddi-thyroid-hormone.rule.ts'

export const interactions = [
  ddiBenzodiazepine,
  ddiBenzodiazepineHigh,
  ddiOpioid,
  ddiOpioidHigh,
  ddiOpioidBenzo,
  ddiCnsDepressant,
  ddiSodiumOxybate,
  ddiStimulant,
  ddiMaoi,
  ddiSympathomimetic,
  ddiTheophylline,
  ddiNmdaAntagonist,
  ddiNaltrexone,
  ddiLamotrigine,
  ddiThyroidHormone,
  ddiCypInhibitorOral,
  ddiCypInhibitorParenteral,
  ddiCypInducerOral,
  ddiCypInducer,
]

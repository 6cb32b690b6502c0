import { bipolar } from './bipolar.rule.ts'
import { ciDelirium } from './ci-delirium.rule.ts'
import { ciManiaActive } from './ci-mania-active.rule.ts'
import { ciNoCapacity } from './ci-no-capacity.rule.ts'
import { ciPsychosisActive } from './ci-psychosis-active.rule.ts'
import { ciSchizophrenia } from './ci-schizophrenia.rule.ts'
import { dementia } from './dementia.rule.ts'
import { psychosisHistory } from './psychosis-history.rule.ts'

export const mind = [
  ciPsychosisActive,
  ciSchizophrenia,
  psychosisHistory,
  ciManiaActive,
  bipolar,
  ciDelirium,
  ciNoCapacity,
  dementia,
]

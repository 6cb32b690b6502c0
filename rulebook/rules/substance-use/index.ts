import { cannabisUse } from './cannabis-use.rule.ts'
import { ciKetamineMisuse } from './ci-ketamine-misuse.rule.ts'
import { ciSudActive } from './ci-sud-active.rule.ts'
import { concurrentKetamineProvider } from './concurrent-ketamine-provider.rule.ts'
import { sudEarlyRemission } from './sud-early-remission.rule.ts'
import { sudSustainedRemission } from './sud-sustained-remission.rule.ts'

export const substanceUse = [
  ciSudActive,
  sudEarlyRemission,
  sudSustainedRemission,
  ciKetamineMisuse,
  cannabisUse,
  concurrentKetamineProvider,
]

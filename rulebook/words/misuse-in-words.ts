/** The misuse-risk tier in words, the same on a screen and on paper: how it is reached, how it falls, how far to trust it. */
import { valueOn } from '@keel/engine'
import { misuseCodes } from '../misuse/codes/index.ts'
import type { Evidence, MisuseCode } from '../misuse/misuse-code.ts'
import { type MisuseTier, tierLines } from '../misuse/misuse-tier.ts'
import { quietPeriod, signOffsNeeded } from '../misuse/next-tier.ts'
import { amountOf } from './condition-in-words.ts'

/** For staff. A patient is told the name of the support level instead. */
export const tierWords: Readonly<Record<MisuseTier, string>> = {
  low: 'Low',
  moderate: 'Moderate',
  high: 'High',
  stop: 'Stop',
}

/** What supports that a sign points towards risk. */
export const evidenceWords: Readonly<Record<Evidence, string>> = {
  observational: 'Observational studies',
  'observational, indirect': 'Observational studies of other drugs',
  'observational, small': 'Small observational studies',
  label: 'The label',
  judgement: 'Judgement',
}

export const misuseHonesty: readonly string[] = [
  'Every number of points, and almost every limit, is this project’s judgement: no study has weighed these signs against each other. “Evidence” says what supports that a sign points towards risk, never how much.',
  'No trial has shown that tiers, structure or integration prevent addiction. They leave less opportunity for misuse and let it be found sooner.',
  'A tier says how closely a clinic looks, never what somebody is. Patients hear of their support level, the reasons for it, and the next step.',
]

const amount = (name: 'moderate' | 'high'): number => valueOn(name, tierLines[name], undefined).is as number

export function howATierIsReached(): readonly string[] {
  const [moderate, high] = [amount('moderate'), amount('high')]
  return [
    `The points of all signs are added: 0 to ${moderate - 1} is low, ${moderate} to ${high - 1} moderate, ${high} or more high.`,
    'Some signs set a floor: however few points there are, the tier is not lower.',
    'Some signs stop ketamine, whatever the points.',
    'An answer that is missing is never read as “no”: the tier is then shown as the least that it can be, and no dose goes home.',
  ]
}

export function howATierFalls(): readonly string[] {
  const quiet = amountOf(valueOn('quietPeriod', quietPeriod, undefined))
  const signatures = amountOf(valueOn('signOffsNeeded', signOffsNeeded, undefined))
  return [
    'A tier rises at once.',
    `It falls one step at a review by people, after ${quiet} in which no sign of P07 to P18 gained points, and only when nothing is missing.`,
    `A stop for misuse ends with a note of addiction medicine and the signatures of ${signatures} clinicians; a medical stop ends with a note of urology. Both kinds at once need everything. Nothing else ends a stop.`,
    'After a stop, doses begin again in the tier high.',
  ]
}

export interface CodeGroup {
  readonly key: 'points' | 'moderate' | 'high' | 'misuse' | 'medical' | 'flag'
  readonly title: string
  readonly codes: readonly MisuseCode[]
}

const groupTitles: Readonly<Record<CodeGroup['key'], string>> = {
  points: 'Signs that add points',
  moderate: 'Signs with which the tier is at least moderate',
  high: 'Signs with which the tier is at least high',
  misuse: 'Signs that stop ketamine, for misuse',
  medical: 'Signs that stop ketamine, for the bladder',
  flag: 'What is to be done, whatever the tier',
}

function groupOf({ effect }: MisuseCode): CodeGroup['key'] {
  if (effect.kind === 'floor') return effect.tier
  return effect.kind === 'stop' ? effect.of : effect.kind
}

/** Every code by what it does, in the order in which clinicians list them. */
export const codeGroups: readonly CodeGroup[] = (Object.keys(groupTitles) as CodeGroup['key'][]).map((key) => ({
  key,
  title: groupTitles[key],
  codes: misuseCodes.filter((code) => groupOf(code) === key),
}))

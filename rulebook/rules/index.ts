/** Every rule of the running rulebook, by topic. A rule that is not listed in its topic is not asked. */
import type { Rule } from '@keel/engine'
import type { Phase } from '../vocabulary.ts'
import { alarms } from './alarms/index.ts'
import { bloodPressure } from './blood-pressure/index.ts'
import { discharge } from './discharge/index.ts'
import { dose } from './dose/index.ts'
import { gate } from './gate/index.ts'
import { medicines } from './medicines/index.ts'
import { rems } from './rems/index.ts'
import { site } from './site/index.ts'
import { spacing } from './spacing/index.ts'
import { suicideRisk } from './suicide-risk/index.ts'
import { vitalSigns } from './vital-signs/index.ts'
import { weight } from './weight/index.ts'

/** The title of each topic and its rules, in the order in which a clinician meets them. */
export const rulesByTopic: Readonly<
  Record<string, { readonly title: string; readonly rules: readonly Rule<Phase>[] }>
> = {
  'blood-pressure': { title: 'Blood pressure before the dose', rules: bloodPressure },
  'vital-signs': { title: 'Vital signs before the dose', rules: vitalSigns },
  gate: { title: 'The gate: what must be so before any dose', rules: gate },
  'suicide-risk': { title: 'Risk of suicide', rules: suicideRisk },
  medicines: { title: 'Medicines', rules: medicines },
  weight: { title: 'Weight for dosing', rules: weight },
  spacing: { title: 'Spacing of doses', rules: spacing },
  dose: { title: 'Dose and rate', rules: dose },
  rems: { title: 'REMS', rules: rems },
  site: { title: 'Staff and equipment', rules: site },
  alarms: { title: 'Alarms during the dose', rules: alarms },
  discharge: { title: 'Leaving', rules: discharge },
}

export const rules: readonly Rule<Phase>[] = Object.values(rulesByTopic).flatMap((topic) => topic.rules)

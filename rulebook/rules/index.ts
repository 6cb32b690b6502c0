/** Every rule of the running rulebook, by topic. A rule that is not listed in its topic is not asked. */
import type { Rule } from '@keel/engine'
import type { Phase } from '../vocabulary.ts'
import { age } from './age/index.ts'
import { alarms } from './alarms/index.ts'
import { allergy } from './allergy/index.ts'
import { bladder } from './bladder/index.ts'
import { bloodPressure } from './blood-pressure/index.ts'
import { brain } from './brain/index.ts'
import { breathing } from './breathing/index.ts'
import { discharge } from './discharge/index.ts'
import { dose } from './dose/index.ts'
import { endocrine } from './endocrine/index.ts'
import { eye } from './eye/index.ts'
import { gate } from './gate/index.ts'
import { gates } from './gates/index.ts'
import { heart } from './heart/index.ts'
import { home } from './home/index.ts'
import { indication } from './indication/index.ts'
import { interactions } from './interactions/index.ts'
import { liver } from './liver/index.ts'
import { medicines } from './medicines/index.ts'
import { mind } from './mind/index.ts'
import { pregnancy } from './pregnancy/index.ts'
import { rems } from './rems/index.ts'
import { response } from './response/index.ts'
import { site } from './site/index.ts'
import { spacing } from './spacing/index.ts'
import { substanceUse } from './substance-use/index.ts'
import { suicideRisk } from './suicide-risk/index.ts'
import { vitalSigns } from './vital-signs/index.ts'
import { weight } from './weight/index.ts'

/** The title of each topic and its rules, in the order in which a clinician meets them. */
export const rulesByTopic: Readonly<
  Record<string, { readonly title: string; readonly rules: readonly Rule<Phase>[] }>
> = {
  indication: { title: 'Screening: what the protocol is for', rules: indication },
  age: { title: 'Screening: age', rules: age },
  allergy: { title: 'Screening: allergy', rules: allergy },
  heart: { title: 'Screening: heart and vessels', rules: heart },
  brain: { title: 'Screening: brain', rules: brain },
  eye: { title: 'Screening: eyes', rules: eye },
  liver: { title: 'Screening: liver', rules: liver },
  endocrine: { title: 'Screening: glands and metabolism', rules: endocrine },
  breathing: { title: 'Screening: breathing', rules: breathing },
  mind: { title: 'Screening: mind', rules: mind },
  'substance-use': { title: 'Screening: substance use', rules: substanceUse },
  pregnancy: { title: 'Screening: pregnancy and breastfeeding', rules: pregnancy },
  bladder: { title: 'Screening: bladder', rules: bladder },
  home: { title: 'Doses at home', rules: home },
  'blood-pressure': { title: 'Blood pressure before the dose', rules: bloodPressure },
  'vital-signs': { title: 'Vital signs before the dose', rules: vitalSigns },
  gate: { title: 'The gate: what must be so before any dose', rules: gate },
  gates: { title: 'Support level, integration and measurement', rules: gates },
  'suicide-risk': { title: 'Risk of suicide', rules: suicideRisk },
  medicines: { title: 'Medicines', rules: medicines },
  interactions: { title: 'Medicines that interact', rules: interactions },
  weight: { title: 'Weight for dosing', rules: weight },
  response: { title: 'The course: response, re-evaluation and taper', rules: response },
  spacing: { title: 'Spacing of doses', rules: spacing },
  dose: { title: 'Dose and rate', rules: dose },
  rems: { title: 'REMS', rules: rems },
  site: { title: 'Staff and equipment', rules: site },
  alarms: { title: 'Alarms during the dose', rules: alarms },
  discharge: { title: 'Leaving', rules: discharge },
}

export const rules: readonly Rule<Phase>[] = Object.values(rulesByTopic).flatMap((topic) => topic.rules)

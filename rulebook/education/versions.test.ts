import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { allConsentElements } from '../consent/elements/index.ts'
import { educationModules } from './modules/index.ts'

/** Where words that patients have read change: raise their version, and write the version and the new print here. */
const printed = {
  'ed-1 version 1': '4d8321cdf6b1',
  'ed-2 version 1': '8dc7096e7f9c',
  'ed-3 version 1': 'f83d1eb49b1b',
  'ed-4 version 1': '13de6eb97182',
  'ed-5 version 1': '987da200b001',
  'ed-6 version 1': '870ed05f1c21',
  'ed-7 version 1': 'c27546f21754',
  'ed-8 version 1': '4a92f09ae77b',
  'ed-9 version 1': 'c04816b49929',
  'ed-10 version 1': '034c5f9b582c',
  'ed-11 version 1': '3b1dab5eeeeb',
  'ed-12 version 1': '61dd97d93a64',
  'ed-13 version 1': '97b524b40751',
  'dx_and_goal version 1': 'fa8e6d2b1349',
  'drug_route_dose_schedule version 1': 'a355225a3cf4',
  'off_label_or_rems_status version 1': '258c12f382fb',
  'alternatives_incl_none version 1': 'ab253d68301f',
  'expected_benefit_and_uncertainty version 1': '4aecad865afd',
  'acute_risks version 1': '72aec0972ad4',
  'long_term_unknowns version 1': 'd36b645bc7c5',
  'dependence_tolerance version 1': 'b17d61610f28',
  'bladder version 1': 'f4d6358191be',
  'liver version 1': 'f5e123f98475',
  'cognition version 1': '8c86c84cfa37',
  'pregnancy_lactation version 1': '2cca025522e6',
  'drug_interactions_alcohol version 1': '56e85d911dd6',
  'no_driving_escort version 1': 'd3f78829e5cb',
  'monitoring_duration version 1': '294b3f03fdc1',
  'chaperone_touch_policy version 1': '706e04a1003f',
  'pdmp_urine_policy version 1': '1e0042cb8237',
  'take_home_rules_storage_return version 1': 'ebe5aa793f9a',
  'suicide_safety_plan version 1': '1058a50a1728',
  'stop_and_exit_criteria version 1': '9dfacb17cc58',
  'cost version 1': '18809d01f09e',
  'privacy_hipaa_part2 version 1': '72cf7cd7cdea',
  'right_to_withdraw version 1': '521ad0c61c30',
  'questions_answered_teachback version 1': 'f97cd37033ac',
  'date_time_signatures_interpreter version 1': '9037a5fe55d0',
}

const notRead = ['cites', 'confidence', 'basis']

function printOf(words: object): string {
  const json = JSON.stringify(words, (key, held) => (notRead.includes(key) ? undefined : held))
  return createHash('sha256').update(json).digest('hex').slice(0, 12)
}

it('keeps the words of a lesson or a consent while their version stays', () => {
  const all = [...educationModules, ...allConsentElements]
  expect(Object.fromEntries(all.map((one) => [`${one.id} version ${one.version}`, printOf(one)]))).toEqual(printed)
})

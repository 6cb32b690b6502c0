import type { Facts } from '@keel/engine'
import { describe, expect, test } from 'vitest'
import { readCase } from './read-case.ts'

function errorOf(facts: Facts) {
  const read = readCase({
    id: 'one',
    facts: { phase: 'pre_session', protocol: 'iv-ket-trd', baseline: 'all-other-clear', ...facts },
  })
  return 'error' in read ? read.error : undefined
}

const pressures = ['vitals', 'in_session', 'discharge']

describe('a case is refused, with both facts named, in which', () => {
  test.each<[string, Facts, string, RegExp]>([
    [
      'the dose ended before it started',
      { discharge: { minutes_since_dose: 60, minutes_since_infusion_end: 61 } },
      'discharge.minutes_since_infusion_end',
      /before it starts/,
    ],
    [
      'the last device came before the first',
      { discharge: { minutes_since_first_device: 10, minutes_since_last_device: 11 } },
      'discharge.minutes_since_last_device',
      /before the first/,
    ],
    [
      'a week holds more doses than two',
      { schedule: { doses_last_7_days: 3, doses_last_14_days: 2 } },
      'schedule.doses_last_7_days',
      /14_days is 2/,
    ],
    [
      'a week holds more doses than four',
      { schedule: { doses_last_7_days: 3, doses_last_28_days: 2 } },
      'schedule.doses_last_7_days',
      /28_days is 2/,
    ],
    [
      'two weeks hold more doses than four',
      { schedule: { doses_last_14_days: 4, doses_last_28_days: 3 } },
      'schedule.doses_last_14_days',
      /28_days is 3/,
    ],
    [
      'four weeks hold more doses than the course',
      { schedule: { doses_last_28_days: 4, doses_given: 3 } },
      'schedule.doses_last_28_days',
      /doses_given is 3/,
    ],
    [
      'there was no dose, and three',
      { schedule: { last_dose_days_ago: null, doses_given: 3 } },
      'schedule.last_dose_days_ago',
      /doses_given is 3/,
    ],
    [
      'no dose was given today, and one was',
      { schedule: { dose_given_today: false, last_dose_days_ago: 0 } },
      'schedule.dose_given_today',
      /which is today/,
    ],
    [
      'a dose was given today, and the last two days ago',
      { schedule: { dose_given_today: true, last_dose_days_ago: 2 } },
      'schedule.dose_given_today',
      /days_ago is 2/,
    ],
    [
      'ketamine was never used, and two months ago',
      { history: { nonmedical_ketamine_use: { frequency: 'never', last_use_months_ago: 2 } } },
      'history.nonmedical_ketamine_use.last_use_months_ago',
      /never/,
    ],
    [
      'a pregnancy is there and cannot be',
      { gate: { can_become_pregnant: false, pregnancy_test_result: 'positive' } },
      'gate.pregnancy_test_result',
      /can_become_pregnant is false/,
    ],
    [
      'a condition is treated and untreated',
      { conditions: [{ key: 'glaucoma', status: 'untreated', treated: true }] },
      'conditions[0].treated',
      /untreated/,
    ],
    [
      'a condition has two dates',
      { conditions: [{ key: 'epilepsy', days_ago: 30, years_ago: 4 }] },
      'conditions[0].days_ago',
      /4 years/,
    ],
    [
      'an apnoea is mild and is not',
      { conditions: [{ key: 'obstructive-sleep-apnea', severity: 'mild', ahi: 15, treated: true }] },
      'conditions[0].ahi',
      /15 an hour/,
    ],
    [
      'a heart failure is severe and is not',
      { conditions: [{ key: 'heart-failure', severity: 'severe', nyha: 'II' }] },
      'conditions[0].nyha',
      /class II/,
    ],
    ...pressures.map((group): [string, Facts, string, RegExp] => [
      `${group}: the diastolic pressure is above the systolic one`,
      { [group]: { sbp: 90, dbp: 91 } },
      `${group}.dbp`,
      /never above/,
    ]),
  ])('%s', (_what, facts, path, message) => {
    expect(errorOf(facts)).toMatchObject({ path, message: expect.stringMatching(message) })
  })

  test.each<[string, Facts]>([
    ['equal pressures', { vitals: { sbp: 90, dbp: 90 } }],
    ['a dose that has just ended', { discharge: { minutes_since_dose: 60, minutes_since_infusion_end: 60 } }],
    [
      'all doses in the last week',
      { schedule: { doses_last_7_days: 2, doses_last_14_days: 2, doses_last_28_days: 2, doses_given: 2 } },
    ],
    ['a dose today', { schedule: { dose_given_today: true, last_dose_days_ago: 0 } }],
    [
      'a mild apnoea with a low index',
      { conditions: [{ key: 'obstructive-sleep-apnea', severity: 'mild', ahi: 14.9, treated: true }] },
    ],
    ['two dates of one month', { conditions: [{ key: 'epilepsy', days_ago: 30, years_ago: 0.1 }] }],
  ])('but not for %s', (_what, facts) => {
    expect(errorOf(facts)).toBeUndefined()
  })
})

import { medications, ruleset, sources } from '@keel/rulebook'
import { expect, test } from 'vitest'
import {
  citing,
  conditionsNamedBy,
  isAskedUnder,
  medicinesNamedBy,
  otherNamesOf,
  rulesOnMedicine,
  rulesOnSetting,
  rulesReading,
  settingsNamedBy,
  siblingsOf,
  sourcesOfRule,
  topicOf,
} from './relations.ts'

function rule(id: string) {
  const found = ruleset.rules.find((one) => one.id === id)
  if (!found) throw new Error(`There is no rule ${id}.`)
  return found
}

test('a rule on a class concerns every medicine of the class and no other', () => {
  const concerned = medicinesNamedBy(rule('nasal-steroid-decongestant-1h'))
  expect(concerned).toContain('oxymetazoline')
  expect(concerned.every((name) => medications[name].classes.some((one) => one === 'nasal-steroid-decongestant'))).toBe(
    true,
  )
  expect(rulesOnMedicine('oxymetazoline').map(({ id }) => id)).toContain('nasal-steroid-decongestant-1h')
  expect(rulesOnMedicine('sertraline').map(({ id }) => id)).not.toContain('nasal-steroid-decongestant-1h')
})

test('no rule concerns a medicine only because it is of none of the classes', () => {
  for (const one of ruleset.rules) {
    const names = medicinesNamedBy(one)
    expect(names.length).toBeLessThan(Object.keys(medications).length)
  }
  expect(otherNamesOf('rifampin')).toEqual(['rifampicin'])
})

test('conditions are read out of records, at any depth', () => {
  const made = {
    ...rule('bp-hold'),
    when: {
      op: 'not',
      of: {
        op: 'some',
        list: 'conditions',
        where: {
          op: 'all',
          of: [
            { op: 'is', fact: 'key', one: ['epilepsy'] },
            { op: 'is', fact: 'status', one: ['current'] },
          ],
        },
      },
    },
  } as const
  expect([...conditionsNamedBy(made)]).toEqual(['epilepsy'])
  expect([...conditionsNamedBy(rule('bp-hold'))]).toEqual([])
})

test('settings, siblings, topic and what reads a fact', () => {
  expect(settingsNamedBy(rule('interval-too-short'))).toEqual(['interval-min'])
  expect(rulesOnSetting('interval-min').map(({ id }) => id)).toContain('interval-too-short')
  expect(siblingsOf(rule('bp-hold')).map(({ id }) => id)).toEqual(expect.arrayContaining(['bp-crisis']))
  expect(siblingsOf(rule('bp-low'))).toEqual([])
  expect(topicOf(rule('bp-hold'))[0]).toBe('blood-pressure')
  expect(rulesReading('derived.gate_sbp').map(({ id }) => id)).toContain('bp-hold')
})

test('a rule of one route is not asked under a protocol of another; region and the rest leave it open', () => {
  expect(isAskedUnder(rule('fasting-esketamine'), 'in-esk-trd')).toBe(true)
  expect(isAskedUnder(rule('fasting-esketamine'), 'iv-ket-trd')).toBe(false)
  expect(isAskedUnder(rule('rems-site-not-certified'), 'in-esk-trd')).toBe(true)
})

test('a source knows what cites it, and nothing cites a source that is not there', () => {
  expect(citing('yip-2022').rules.map(({ id }) => id)).toContain('bp-hold')
  expect(citing('phillips-2019').protocols.map(({ id }) => id)).toContain('iv-ket-trd')
  for (const one of ruleset.rules) for (const id of sourcesOfRule(one)) expect(Object.keys(sources)).toContain(id)
})

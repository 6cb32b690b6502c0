import type { Condition } from '@keel/engine'
import { expect, test } from 'vitest'
import { allProtocolIds } from './protocol-ids.ts'
import { rules } from './rules/index.ts'

/** What each name of a family stands for, typed by hand from the tables that clinicians reviewed. */
const families = {
  infusions: ['iv-ket-trd', 'iv-ket-ptsd', 'iv-ket-anx', 'iv-ket-si', 'iv-ket-crps'],
  'infusions of an hour or so': ['iv-ket-trd', 'iv-ket-ptsd', 'iv-ket-anx', 'iv-ket-si'],
  injected: ['iv-ket-trd', 'iv-ket-ptsd', 'iv-ket-anx', 'iv-ket-si', 'iv-ket-crps', 'im-ket-trd'],
  'at one moment': ['im-ket-trd', 'sl-ket-clinic', 'sl-ket-home'],
  'by weight': ['iv-ket-trd', 'iv-ket-ptsd', 'iv-ket-anx', 'iv-ket-si', 'iv-ket-crps', 'im-ket-trd', 'sl-ket-clinic'],
  'for depression that trials have not helped': [
    'iv-ket-trd',
    'in-esk-trd',
    'im-ket-trd',
    'sl-ket-clinic',
    'sl-ket-home',
  ],
  'all that give ketamine': [
    'iv-ket-trd',
    'iv-ket-ptsd',
    'iv-ket-anx',
    'iv-ket-si',
    'iv-ket-crps',
    'im-ket-trd',
    'sl-ket-clinic',
    'sl-ket-home',
  ],
} as const

/** Which families each rule speaks of. A rule that names fewer than three protocols shows in its examples which. */
const familiesOf: Readonly<Record<string, readonly (keyof typeof families)[]>> = {
  'dc-min-time': ['infusions', 'at one moment'],
  'dose-above-hard-max': ['all that give ketamine'],
  'dose-above-soft-max': ['by weight'],
  'dose-below-soft-min': ['by weight'],
  'fasting-parenteral': ['injected'],
  'home-criteria-not-met': ['for depression that trials have not helped'],
  'ibw-not-applied': ['by weight'],
  'indication-not-met': ['for depression that trials have not helped'],
  'infusion-too-long': ['infusions of an hour or so'],
  'infusion-too-short': ['infusions of an hour or so'],
  'rate-above-hard-max': ['infusions'],
  'rate-above-soft-max': ['infusions'],
  'weight-recalc': ['by weight'],
  'weight-stale': ['by weight'],
}

function protocolsNamed(condition: Condition): readonly (readonly string[])[] {
  switch (condition.op) {
    case 'all':
    case 'any':
    case 'first-known':
      return condition.of.flatMap(protocolsNamed)
    case 'not':
      return protocolsNamed(condition.of)
    case 'is':
      return condition.fact === 'protocol' && condition.one.length >= 3 ? [condition.one.map(String).sort()] : []
    default:
      return []
  }
}

test('every rule that speaks of a family of protocols speaks of the right ones', () => {
  const named = rules.flatMap(({ id, when, appliesTo }) => {
    const lists = [when, ...(appliesTo ? [appliesTo] : [])].flatMap(protocolsNamed)
    return lists.length > 0 ? [[id, [...new Set(lists.map((list) => list.join(' ')))].sort()] as const] : []
  })
  const expected = Object.entries(familiesOf).map(([id, names]) => [
    id,
    names.map((name) => [...families[name]].sort().join(' ')).sort(),
  ])
  expect(Object.fromEntries(named)).toEqual(Object.fromEntries(expected))
})

test('only the two sprays and the protocol for reference give no ketamine by a dose of the clinic’s own', () => {
  const given: readonly string[] = families['all that give ketamine']
  expect(allProtocolIds.filter((id) => !given.includes(id))).toEqual(['in-esk-trd', 'in-esk-mdsi', 'iv-ket-aud-ref'])
})

import { expect, test } from 'vitest'
import { compare, type WrittenEvent } from './compare.ts'

const written = (commandId: string, type = 'ObservationRecorded', observationId: string | null = `of ${commandId}`) =>
  ({ commandId, type, observationId }) satisfies WrittenEvent
const acknowledged = new Map([
  ['a', ['ObservationRecorded']],
  ['b', ['ObservationRecorded', 'AlarmRaised']],
])
const whole = [written('a'), written('b'), written('b', 'AlarmRaised', null)]

test('everything once is right, and so is what nobody acknowledged', () => {
  expect(compare(acknowledged, whole)).toEqual({ lost: [], doubled: [] })
  expect(compare(acknowledged, [...whole, written('c')])).toEqual({ lost: [], doubled: [] })
})

test('a command of which nothing, a part or something else is there is lost', () => {
  expect(compare(acknowledged, whole.slice(1)).lost).toEqual(['a'])
  expect(compare(acknowledged, whole.slice(0, 2)).lost).toEqual(['b'])
  expect(compare(acknowledged, [written('a', 'AlarmRaised'), ...whole.slice(1)]).lost).toEqual(['a'])
})

test('what is there twice is doubled, under its own command or under another', () => {
  expect(compare(acknowledged, [...whole, written('a', 'ObservationRecorded', 'another')]).doubled).toEqual(['a'])
  expect(compare(acknowledged, [...whole, written('c', 'ObservationRecorded', 'of a')]).doubled).toEqual([
    'ObservationRecorded of a',
  ])
})

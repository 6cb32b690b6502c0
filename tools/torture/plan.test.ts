import { expect, test } from 'vitest'
import { killKinds, killsPerRound, planKills } from './plan.ts'

test('the same seed gives the same kills, another seed others', () => {
  expect(planKills(7, 60)).toEqual(planKills(7, 60))
  expect(planKills(7, 60)).not.toEqual(planKills(8, 60))
})

test('a longer plan begins as a shorter one', () => {
  expect(planKills(7, 60).flat().slice(0, 30)).toEqual(planKills(7, 30).flat())
})

test('every round holds every kind, and begins with the first start', () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const rounds = planKills(seed, 3 * killsPerRound)
    expect(rounds.map((round) => round.length)).toEqual([killsPerRound, killsPerRound, killsPerRound])
    for (const round of rounds) {
      const kinds = round.map(({ kind }) => kind)
      expect(kinds.slice(0, 3)).toEqual(['creating', 'migrating', 'seeding'])
      expect(new Set(kinds)).toEqual(new Set(killKinds))
    }
  }
})

test('a start is killed only while there is one', () => {
  const ended = ['everything', 'server', 'server and guard', 'starting']
  for (const round of planKills(11, 500)) {
    round.forEach(({ kind }, index) => {
      if (kind === 'starting') expect(ended).toContain(round[index - 1]?.kind)
    })
  }
})

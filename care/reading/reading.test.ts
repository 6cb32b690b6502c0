import { expect, test } from 'vitest'
import { minutesAfter } from '../kernel.ts'
import { evolveReads, noReads, type Reads } from './reading.ts'

const nine = '2026-11-23T14:00:00.000Z'
const nurse = { personId: '00000000-0000-4000-8000-000000000001', role: 'session-monitor' }
const prescriber = { personId: '00000000-0000-4000-8000-000000000003', role: 'prescriber' }

function seen(
  reads: Reads,
  minute: number,
  { by = nurse, place = 'board' as 'board' | 'session', times = 1 } = {},
): Reads {
  const at = minutesAfter(nine, minute)
  const data = { place, purpose: 'treatment', times, firstAt: at, lastAt: at } as const
  return evolveReads(reads, { type: 'RecordRead', data, at, by })
}

test('a screen that stayed open is one line, with the times and the last sight', () => {
  const reads = seen(seen(seen(noReads, 0), 15, { times: 30 }), 30, { times: 31 })
  expect(reads.reads).toEqual([
    { by: nurse, place: 'board', purpose: 'treatment', times: 62, firstAt: nine, lastAt: minutesAfter(nine, 30) },
  ])
})

test('coming back later, another place, another person and another role are lines of their own', () => {
  const monitor = { ...nurse, role: 'custodian' }
  let reads = seen(noReads, 0)
  reads = seen(reads, 21)
  reads = seen(reads, 22, { place: 'session' })
  reads = seen(reads, 23, { by: prescriber })
  reads = seen(reads, 24, { by: monitor })
  expect(reads.reads.map(({ times }) => times)).toEqual([1, 1, 1, 1, 1])
})

test('of very many the newest are listed, and the others counted', () => {
  let reads = noReads
  for (let visit = 0; visit < 1_003; visit += 1) reads = seen(reads, visit * 60)
  expect(reads.older).toBe(3)
  expect(reads.reads).toHaveLength(1_000)
  expect(reads.reads[0]?.firstAt).toBe(minutesAfter(nine, 180))
})

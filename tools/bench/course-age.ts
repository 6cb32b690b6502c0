/**
 * What two years of treatment add to the price of the gate question. The state is folded beforehand, as the server keeps
 * it; then both rooms are asked in turns in one run.
 */
import { type Course, type CourseEvent, evolveCourse, gateWithAnswers } from '@keel/care'
import { median } from './median.ts'
import { type AgedRoom, folded, roomAfter } from './test-rooms.ts'

export const twoWeeksDays = 14
export const twoYearsDays = 730

export interface AgeCost {
  /** Medians, nanoseconds: one gate question, and one more event folded into the course. */
  readonly gateNs: { readonly young: number; readonly old: number; readonly ratio: number }
  readonly foldNs: { readonly young: number; readonly old: number; readonly ratio: number }
}

/** @param rounds how often both rooms are asked in turns; a tenth as many go before and only warm up. */
export function measureCourseAge(rounds = 300): AgeCost {
  const young = roomAfter(twoWeeksDays)
  const old = roomAfter(twoYearsDays)
  return { gateNs: inTurns(rounds, young, old, askGate), foldNs: inTurns(rounds, young, old, foldOneMore) }
}

/** So many in one stretch that the clock can time it. */
const callsPerStretch = 40

function inTurns(rounds: number, young: AgedRoom, old: AgedRoom, call: (room: AgedRoom) => unknown): AgeCost['gateNs'] {
  const warmUps = Math.ceil(rounds / 10)
  const pairs: { readonly young: number; readonly old: number }[] = []
  for (let round = 0; round < warmUps + rounds; round++) {
    const pair = { young: nsOf(() => call(young)), old: nsOf(() => call(old)) }
    if (round >= warmUps) pairs.push(pair)
  }
  return {
    young: median(pairs.map((pair) => pair.young)),
    old: median(pairs.map((pair) => pair.old)),
    ratio: median(pairs.map((pair) => pair.old / pair.young)),
  }
}

function nsOf(call: () => unknown): number {
  const before = performance.now()
  for (let count = 0; count < callsPerStretch; count++) call()
  return ((performance.now() - before) * 1e6) / callsPerStretch
}

function askGate({ room, askedAt }: AgedRoom): unknown {
  return gateWithAnswers(room, askedAt)
}

function foldOneMore({ room: { course, session } }: AgedRoom): Course {
  const event: CourseEvent = { type: 'DoseGiven', data: { sessionId: session.sessionId, on: session.on, doseMg: 35 } }
  return folded<Course, CourseEvent>(evolveCourse, course, [event])
}

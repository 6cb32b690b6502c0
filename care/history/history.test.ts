/** Events that were once recorded must be readable for ever: a sample of every type and version is replayed here. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { clinicEvents, evolveClinic } from '../clinic/clinic.ts'
import { dayEvents, evolveDay, freshDay } from '../clinic/day.ts'
import { evolvePatient, patientEvents } from '../intake/patient.ts'
import { courseEvents, evolveCourse } from '../plan/course.ts'
import { evolveReads, noReads, readingEvents } from '../reading/reading.ts'
import { sessionEvents } from '../session/events.ts'
import { evolveSession } from '../session/state.ts'
import { evolveBoardRow } from '../session/views/session-board.ts'
import { evolveTeam, noTeam, teamEvents } from '../team/team.ts'

const kinds = [
  { name: 'session', schemas: sessionEvents, start: undefined, evolve: evolveSession },
  { name: 'patient', schemas: patientEvents, start: undefined, evolve: evolvePatient },
  { name: 'course', schemas: courseEvents, start: undefined, evolve: evolveCourse },
  { name: 'clinic', schemas: clinicEvents, start: undefined, evolve: evolveClinic },
  { name: 'team', schemas: teamEvents, start: noTeam, evolve: evolveTeam },
  { name: 'reads', schemas: readingEvents, start: noReads, evolve: evolveReads },
  { name: 'day', schemas: dayEvents, start: freshDay, evolve: evolveDay },
]

interface Sample {
  readonly type: string
  readonly data: unknown
}

describe.each(kinds)('samples of version 1: $name', ({ name, schemas, start, evolve }) => {
  const samples = JSON.parse(readFileSync(new URL(`./${name}-1.json`, import.meta.url), 'utf8')) as Sample[]

  it('has every event type', () => {
    expect(new Set(samples.map(({ type }) => type))).toEqual(new Set(Object.keys(schemas)))
  })

  it('reads each sample unchanged', () => {
    for (const { type, data } of samples)
      expect((schemas as Record<string, z.ZodType>)[type]?.parse(data), type).toEqual(data)
  })

  it('folds to the same state as when the samples were made', () => {
    const fold = evolve as (state: unknown, event: Sample) => unknown
    expect(samples.reduce<unknown>(fold, start)).toMatchSnapshot()
  })
})

it('the board folds every session sample', () => {
  const samples = JSON.parse(readFileSync(new URL('./session-1.json', import.meta.url), 'utf8')) as Sample[]
  expect(samples.reduce<unknown>(evolveBoardRow as never, undefined)).toMatchSnapshot()
})

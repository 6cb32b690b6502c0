/**
 * The kinds of streams: how each is named, checked and folded. Events are checked by their schema before they are
 * written and again after they are read, so that a fold never meets a shape it does not know.
 */
import {
  type CareEvent,
  clinicEvents,
  courseEvents,
  dayEvents,
  evolveClinic,
  evolveCourse,
  evolveDay,
  evolvePatient,
  evolveReads,
  evolveSession,
  evolveTeam,
  freshDay,
  noClinic,
  noReads,
  noTeam,
  type Occasion,
  patientEvents,
  readingEvents,
  sessionEvents,
  teamEvents,
} from '@keel/care'
import type { Json, NewEvent, RecordedEvent } from '@keel/eventlog'
import type { z } from 'zod'

interface StreamKind {
  readonly schemas: Readonly<Record<string, z.ZodType>>
  readonly start: unknown
  readonly evolve: (state: never, event: never) => unknown
}

const kinds = {
  clinic: { schemas: clinicEvents, start: noClinic, evolve: evolveClinic },
  team: { schemas: teamEvents, start: noTeam, evolve: evolveTeam },
  day: { schemas: dayEvents, start: freshDay, evolve: evolveDay },
  patient: { schemas: patientEvents, start: undefined, evolve: evolvePatient },
  course: { schemas: courseEvents, start: undefined, evolve: evolveCourse },
  session: { schemas: sessionEvents, start: undefined, evolve: evolveSession },
  reads: { schemas: readingEvents, start: noReads, evolve: evolveReads },
} satisfies Record<string, StreamKind>
export type StreamKindName = keyof typeof kinds

/** Names of streams. A clinic has one `clinic` and one `team`; the others carry an id or a day. */
export const streams = {
  clinic: 'clinic',
  team: 'team',
  day: (on: string) => `day-${on}`,
  patient: (patientId: string) => `patient-${patientId}`,
  course: (courseId: string) => `course-${courseId}`,
  session: (sessionId: string) => `session-${sessionId}`,
  reads: (patientId: string) => `reads-${patientId}`,
}

export function kindOf(streamId: string): StreamKindName {
  const kind = streamId.split('-', 1)[0] as string
  if (!Object.hasOwn(kinds, kind)) throw new Error(`stream "${kind}" is of no known kind`)
  return kind as StreamKindName
}

/** The present schema version of every event type. */
const schemaVersion = 1

/**
 * Checks an event and gives it the form in which it is recorded.
 * @throws when the event does not fit its schema: a bug, never a user's slip.
 */
export function toNewEvent(streamId: string, event: CareEvent, ruleset: string): NewEvent {
  const data = schemaOf(streamId, event.type).parse(event.data) as { [key: string]: Json }
  // The digest belongs to every event that carries what the rules found.
  const decided = 'findings' in data || 'finding' in data
  return { type: event.type, schemaVersion, data: withoutUndefined(data), ...(decided && { ruleset }) }
}

/** JSON has no `undefined`; an optional key that was not given is left out. */
function withoutUndefined(data: { readonly [key: string]: Json | undefined }): Json {
  const given = Object.entries(data).filter((entry): entry is [string, Json] => entry[1] !== undefined)
  return Object.fromEntries(given)
}

function schemaOf(streamId: string, type: string): z.ZodType {
  const { schemas } = kinds[kindOf(streamId)] as StreamKind
  const schema = schemas[type]
  if (!schema) throw new Error(`event type "${type}" does not belong to a ${kindOf(streamId)} stream`)
  return schema
}

/** The state before any event. */
export function startOf(streamId: string): unknown {
  return kinds[kindOf(streamId)].start
}

/** Folds events that were read from the log onto a state, checking each. */
export function fold(streamId: string, state: unknown, events: readonly RecordedEvent[]): unknown {
  return foldChecked(
    streamId,
    state,
    events.map((event) => checked(streamId, event)),
  )
}

/** Folds events that were checked a moment ago, when they were appended. */
export function foldChecked(streamId: string, state: unknown, events: readonly (Occasion & CareEvent)[]): unknown {
  const { evolve } = kinds[kindOf(streamId)] as StreamKind
  return events.reduce<unknown>((folded, event) => evolve(folded as never, event as never), state)
}

function checked(streamId: string, { type, data, at, by }: RecordedEvent): Occasion & CareEvent {
  return { type, data: schemaOf(streamId, type).parse(data), at, by }
}

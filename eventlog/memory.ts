/**
 * The record in memory: for tests and for the simulator. It keeps to the same contract as PostgreSQL, because both leave
 * every decision to `decide.ts`; it only lacks durability.
 */

import { answerAgain, type ClinicState, decideAppend, type Head } from './decide.ts'
import type { AppendResult, EventLog, Json, RecordedEvent, View, ViewDocument } from './events.ts'
import { followSource } from './follow.ts'
import { commandHashOf, type PreparedAppend, prepareAppend } from './prepare.ts'
import { assertClinic, assertReadLimit, assertViewNames, byCodePoint, closedError, viewNamed } from './requests.ts'
import { documentId, evolveDocuments, type StoredDocument } from './views.ts'

interface Clinic {
  readonly events: RecordedEvent[]
  readonly heads: Map<string, Head>
  readonly commands: Map<string, readonly RecordedEvent[]>
  readonly documents: Map<string, StoredDocument>
  readonly followers: Set<() => void>
}

const readSize = 500

export function createMemoryEventLog(options: { views?: readonly View[] } = {}): EventLog {
  const views = options.views ?? []
  assertViewNames(views)
  const clinics = new Map<string, Clinic>()
  const closing = new AbortController()
  const open = (clinicId: string): Clinic => {
    assertClinic(clinicId)
    if (closing.signal.aborted) throw closedError()
    return clinicOf(clinics, clinicId)
  }
  const readAll = async (clinicId: string, afterPosition: number, limit: number) => {
    assertReadLimit(limit)
    return open(clinicId).events.slice(afterPosition, afterPosition + limit)
  }
  return {
    async append(append) {
      const prepared = prepareAppend(append)
      return appendTo(open(prepared.clinicId), prepared, views)
    },
    async recall(clinicId, commandId, command) {
      const first = open(clinicId).commands.get(commandId)
      return first && answerAgain(first, { commandId, commandHash: commandHashOf(command) })
    },
    lastEvent: async (clinicId) => open(clinicId).events.at(-1),
    readStream: async (clinicId, streamId, fromVersion = 1) =>
      open(clinicId).events.filter((event) => event.streamId === streamId && event.version >= fromVersion),
    readAll,
    follow(clinicId, afterPosition, signal) {
      const { followers } = open(clinicId)
      const subscribe = (wake: () => void) => {
        followers.add(wake)
        return () => followers.delete(wake)
      }
      const read = (after: number) => readAll(clinicId, after, readSize)
      return followSource({ read, subscribe }, afterPosition, AbortSignal.any([signal, closing.signal]))
    },
    async readView<Doc extends Json>(clinicId: string, viewName: string, key: string) {
      viewNamed(views, viewName)
      return structuredClone(open(clinicId).documents.get(documentId(viewName, key))?.doc) as Doc | undefined
    },
    async listView<Doc extends Json>(clinicId: string, viewName: string, group?: string) {
      viewNamed(views, viewName)
      return listDocuments<Doc>(open(clinicId), viewName, group)
    },
    async rebuildViews() {
      for (const clinic of clinics.values()) rebuild(clinic, views)
    },
    async close() {
      closing.abort()
    },
  }
}

function clinicOf(clinics: Map<string, Clinic>, clinicId: string): Clinic {
  const known = clinics.get(clinicId)
  if (known !== undefined) return known
  const clinic = {
    events: [],
    heads: new Map(),
    commands: new Map(),
    documents: new Map(),
    followers: new Set<never>(),
  }
  clinics.set(clinicId, clinic)
  return clinic
}

function appendTo(clinic: Clinic, append: PreparedAppend, views: readonly View[]): AppendResult {
  const { heads, commands, events } = clinic
  const state: ClinicState = { lastPosition: events.length, heads, commands, readDocument: readerOf(clinic) }
  const { result, change } = decideAppend(state, append, views)
  if (change === undefined) return result
  events.push(...change.events)
  for (const [streamId, head] of change.heads) heads.set(streamId, head)
  commands.set(append.commandId, change.events)
  keep(clinic, change.documents)
  for (const wake of clinic.followers) wake()
  return result
}

function readerOf(clinic: Clinic) {
  return (viewName: string, key: string) => clinic.documents.get(documentId(viewName, key))?.doc
}

function keep(clinic: Clinic, documents: ReadonlyMap<string, StoredDocument>): void {
  for (const [id, document] of documents) {
    if (document.doc === undefined) clinic.documents.delete(id)
    else clinic.documents.set(id, { ...document, doc: JSON.parse(JSON.stringify(document.doc)) })
  }
}

function rebuild(clinic: Clinic, views: readonly View[]): void {
  clinic.documents.clear()
  for (const event of clinic.events) keep(clinic, evolveDocuments(views, [event], readerOf(clinic)))
}

function listDocuments<Doc extends Json>(clinic: Clinic, viewName: string, group?: string): ViewDocument<Doc>[] {
  return [...clinic.documents.values()]
    .filter((document) => document.viewName === viewName && (group === undefined || document.group === group))
    .map(({ key, doc }) => ({ key, doc: structuredClone(doc) as Doc }))
    .sort((one, other) => byCodePoint(one.key, other.key))
}

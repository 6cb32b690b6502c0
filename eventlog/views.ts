/**
 * Views at work: which documents an event concerns, and what becomes of them. Both stores and every rebuild go through
 * `evolveDocuments`, so that a rebuilt view equals the one that was kept up live.
 */

import { jsonProblem, textProblem } from './canonical.ts'
import type { Json, RecordedEvent, View } from './events.ts'

/** A document as it is stored. `doc` undefined: there is none. */
export interface StoredDocument {
  readonly viewName: string
  readonly key: string
  readonly group: string | null
  readonly doc: Json | undefined
}

/** @throws DocumentNotLoaded by a store that does not have the document at hand. */
export type ReadDocument = (viewName: string, key: string) => Json | undefined

export interface DocumentName {
  readonly viewName: string
  readonly key: string
}

/** An event concerns a document that was not loaded. The store loads it and tries again. */
export class DocumentNotLoaded extends Error {
  override readonly name = 'DocumentNotLoaded'
  readonly document: DocumentName
  constructor(document: DocumentName) {
    super(`A document of the view ${document.viewName} was not loaded.`)
    this.document = document
  }
}

/** A bug in a view: it threw, or made what cannot be stored. */
export class ViewFault extends Error {
  override readonly name = 'ViewFault'
}

/** U+0000 occurs in no name and in no key, so that two documents never share an id. */
export function documentId(viewName: string, key: string): string {
  return `${viewName}\u0000${key}`
}

/**
 * Every document that the events concern, by id.
 * @throws ViewFault
 */
export function documentsConcerned(
  views: readonly View[],
  events: readonly RecordedEvent[],
): ReadonlyMap<string, DocumentName> {
  const concerned = new Map<string, DocumentName>()
  for (const event of events) {
    for (const view of views) {
      for (const key of keysOf(view, event)) concerned.set(documentId(view.name, key), { viewName: view.name, key })
    }
  }
  return concerned
}

/**
 * The documents that the events change, by id, from the documents as they are.
 * @throws DocumentNotLoaded as `readDocument` does.
 * @throws ViewFault
 */
export function evolveDocuments(
  views: readonly View[],
  events: readonly RecordedEvent[],
  readDocument: ReadDocument,
): Map<string, StoredDocument> {
  const changed = new Map<string, StoredDocument>()
  for (const event of events) {
    for (const view of views) {
      for (const key of keysOf(view, event)) {
        const id = documentId(view.name, key)
        const staged = changed.get(id)
        const doc = staged === undefined ? readDocument(view.name, key) : staged.doc
        changed.set(id, evolveDocument(view, event, key, doc))
      }
    }
  }
  return changed
}

function keysOf(view: View, event: RecordedEvent): ReadonlySet<string> {
  try {
    return new Set(view.keysOf(event))
  } catch (cause) {
    throw viewFault(view, event, 'threw', cause)
  }
}

function evolveDocument(view: View, event: RecordedEvent, key: string, before: Json | undefined): StoredDocument {
  let doc: Json | undefined
  let group: string | null
  try {
    doc = view.evolve(before, event, key)
    group = doc === undefined ? null : (view.groupOf?.(doc) ?? null)
  } catch (cause) {
    throw viewFault(view, event, 'threw', cause)
  }
  const found = doc === undefined ? undefined : jsonProblem(doc)
  if (found !== undefined) throw viewFault(view, event, `made a document whose content${found.path} ${found.problem}`)
  const problem = textProblem(key) ?? textProblem(group ?? '')
  if (problem !== undefined) throw viewFault(view, event, `made a key or a group that ${problem}`)
  return { viewName: view.name, key, group, doc }
}

function viewFault(view: View, event: RecordedEvent, what: string, cause?: unknown): ViewFault {
  const message = `The view ${view.name} ${what} at an event of type ${event.type}. Nothing was written by this request.`
  return new ViewFault(message, { cause })
}

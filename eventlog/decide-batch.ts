/** Decides a batch of appends in order, each finding what those before it change. */

import type { Change } from './decide.ts'
import { decideAppend, type Head } from './decide.ts'
import type { AppendResult, Json, RecordedEvent, View } from './events.ts'
import type { BatchAnswers } from './group-commit.ts'
import type { PreparedAppend } from './prepare.ts'
import type { Tree } from './proof/merkle.ts'
import { type DocumentName, DocumentNotLoaded, documentId, type StoredDocument } from './views.ts'

/** Documents by id. An id with `undefined` was looked for and is not there. */
export type LoadedDocuments = Map<string, Json | undefined>

/** What is known of a clinic, with everything that the batch touches. It is kept up while the batch is decided. */
export interface Known {
  readonly clinicId: string
  lastPosition: number
  /** Of the record and its views as they are known here. Null: none was set yet. */
  revision: string | null
  readonly heads: Map<string, Head>
  readonly documents: LoadedDocuments
  /** Over the clinic's events as of its revision. */
  tree: Tree
  /** A seal that was found not to be ours: it stays as it is, so that whoever verifies finds it. */
  readonly brokenSeal: Buffer | undefined
}

/** What is to be stored, gathered over the batch. Of heads and documents only the last state counts. */
export interface Gathered {
  readonly appends: PreparedAppend[]
  readonly events: RecordedEvent[]
  readonly heads: Map<string, Head>
  readonly documents: Map<string, StoredDocument>
}

export interface DecidedBatch {
  readonly answers: BatchAnswers<AppendResult>
  readonly gathered: Gathered
}

/**
 * @param commands seen before, with the events that they wrote.
 * @param loadDocuments loads documents that could not be foreseen.
 */
export async function decideBatch(
  known: Known,
  commands: Map<string, readonly RecordedEvent[]>,
  appends: readonly PreparedAppend[],
  views: readonly View[],
  loadDocuments: (wanted: ReadonlyMap<string, DocumentName>) => Promise<LoadedDocuments>,
): Promise<DecidedBatch> {
  const gathered: Gathered = { appends: [], events: [], heads: new Map(), documents: new Map() }
  const answers: PromiseSettledResult<AppendResult>[] = []
  for (const append of appends) {
    let answer = decideInto(gathered, known, commands, append, views)
    while (answer instanceof DocumentNotLoaded) {
      const { document } = answer
      const loaded = await loadDocuments(new Map([[documentId(document.viewName, document.key), document]]))
      for (const [id, doc] of loaded) known.documents.set(id, doc)
      answer = decideInto(gathered, known, commands, append, views)
    }
    answers.push(answer)
  }
  return { answers, gathered }
}

/** An append at which a view fails leaves no trace in the batch. */
function decideInto(
  gathered: Gathered,
  known: Known,
  commands: Map<string, readonly RecordedEvent[]>,
  append: PreparedAppend,
  views: readonly View[],
): PromiseSettledResult<AppendResult> | DocumentNotLoaded {
  try {
    const { lastPosition, heads, documents } = known
    const state = { lastPosition, heads, commands, readDocument: readerOf(documents) }
    const { result, change } = decideAppend(state, append, views)
    if (change !== undefined) {
      commands.set(append.commandId, change.events)
      takeIn(gathered, known, append, change)
    }
    return { status: 'fulfilled', value: result }
  } catch (reason) {
    return reason instanceof DocumentNotLoaded ? reason : { status: 'rejected', reason }
  }
}

export function readerOf(documents: LoadedDocuments) {
  return (viewName: string, key: string): Json | undefined => {
    const id = documentId(viewName, key)
    if (!documents.has(id)) throw new DocumentNotLoaded({ viewName, key })
    return documents.get(id)
  }
}

function takeIn(gathered: Gathered, known: Known, append: PreparedAppend, change: Change): void {
  gathered.appends.push(append)
  gathered.events.push(...change.events)
  known.lastPosition += change.events.length
  for (const [streamId, head] of change.heads) {
    gathered.heads.set(streamId, head)
    known.heads.set(streamId, head)
  }
  for (const [id, document] of change.documents) {
    gathered.documents.set(id, document)
    known.documents.set(id, document.doc)
  }
}

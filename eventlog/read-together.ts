/**
 * Documents that are asked for by key in the same turn of the event loop are read together: many readers at once, or a
 * list that looks up each of its rows, cost the database one statement.
 */

import type { Json, ViewDocument } from './events.ts'

export type ReadKeys = (clinicId: string, viewName: string, keys: readonly string[]) => Promise<readonly ViewDocument[]>

interface Asked {
  readonly keys: Set<string>
  /** The documents by key, once they are read. */
  readonly answer: Promise<ReadonlyMap<string, Json>>
}

export function createReadTogether(readKeys: ReadKeys) {
  const asked = new Map<string, Asked>()

  function begin(clinicId: string, viewName: string, id: string): Asked {
    const keys = new Set<string>()
    const answer = new Promise<void>((resolve) => setImmediate(resolve)).then(async () => {
      asked.delete(id)
      const documents = await readKeys(clinicId, viewName, [...keys])
      return new Map(documents.map(({ key, doc }) => [key, doc]))
    })
    const begun = { keys, answer }
    asked.set(id, begun)
    return begun
  }

  /** The document, as it is at a moment after the call; undefined when there is none. */
  return async (clinicId: string, viewName: string, key: string): Promise<Json | undefined> => {
    const id = `${clinicId} ${viewName}`
    const { keys, answer } = asked.get(id) ?? begin(clinicId, viewName, id)
    keys.add(key)
    return (await answer).get(key)
  }
}

/** Holds what a server has acknowledged against what is in the record. */

/** Types of the events that a command was acknowledged with, by command id. */
export type Acknowledged = ReadonlyMap<string, readonly string[]>

export interface WrittenEvent {
  readonly commandId: string
  readonly type: string
  /** Of an observation; null for any other event. */
  readonly observationId: string | null
}

export interface Comparison {
  /** Command ids of which an acknowledged event is not there. */
  readonly lost: readonly string[]
  /** Command ids of which more is there than was acknowledged, and ids of observations that were recorded twice. */
  readonly doubled: readonly string[]
}

/** @param written all events of the clinic. */
export function compare(acknowledged: Acknowledged, written: readonly WrittenEvent[]): Comparison {
  const typesOf = Map.groupBy(written, ({ commandId }) => commandId)
  const lost: string[] = []
  const doubled: string[] = []
  for (const [commandId, types] of acknowledged) {
    const found = (typesOf.get(commandId) ?? []).map(({ type }) => type)
    if (found.length > types.length) doubled.push(commandId)
    else if (found.join() !== types.join()) lost.push(commandId)
  }
  const observations = Map.groupBy(
    written.filter(({ observationId }) => observationId !== null),
    ({ type, observationId }) => `${type} ${observationId}`,
  )
  for (const [observation, events] of observations) if (events.length > 1) doubled.push(observation)
  return { lost, doubled }
}

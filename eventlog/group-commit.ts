/**
 * Coalesced group commit: appends that arrive while a batch is being written wait and go together in the next one, so
 * that many share one transaction and one flush to disk. The more there is to do, the larger the batches; a lone append
 * waits for nobody. Batches hold one clinic's appends, in the order in which they came, because row-level security is set
 * for a transaction.
 */

/** The answers to a batch, in its order. One that fails has no part in the others. */
export type BatchAnswers<Answer> = readonly PromiseSettledResult<Answer>[]

export interface GroupCommitOptions<Item, Answer> {
  readonly batchSizeMax: number
  /** Over all keys. */
  readonly batchesInFlightMax: number
  readonly batchesPerKeyMax: number
  /** Writes one key's batch; one that is called before another of the same key is to take effect before it. A rejection is the answer to every item. */
  write(key: string, items: readonly Item[]): Promise<BatchAnswers<Answer>>
}

export interface GroupCommit<Item, Answer> {
  submit(key: string, item: Item): Promise<Answer>
  /** Resolves when everything submitted has been answered. */
  drained(): Promise<void>
}

interface Waiting<Item, Answer> {
  readonly item: Item
  resolve(answer: Answer): void
  reject(reason: unknown): void
}

/**
 * From so many on, what waits is shared out over the batches that may start: while one is being committed the next is
 * decided. All in one batch would make everybody wait for the database in turn with this process. Fewer go together.
 */
const splitFrom = 8

export function createGroupCommit<Item, Answer>(options: GroupCommitOptions<Item, Answer>): GroupCommit<Item, Answer> {
  /** What waits, by key; a key with nothing waiting is not in it. */
  const queues = new Map<string, Waiting<Item, Answer>[]>()
  /** How many batches are in flight, by key. */
  const inFlight = new Map<string, number>()
  let inFlightCount = 0
  const whenDrained: (() => void)[] = []
  let isStarting = false

  async function writeBatch(key: string, batch: readonly Waiting<Item, Answer>[]): Promise<void> {
    try {
      const items = batch.map(({ item }) => item)
      const answers = await options.write(key, items)
      for (const [index, waiting] of batch.entries()) settle(waiting, answers[index])
    } catch (reason) {
      for (const waiting of batch) waiting.reject(reason)
    }
    countInFlight(key, -1)
    startSoon()
    if (inFlightCount === 0 && queues.size === 0) for (const resolve of whenDrained.splice(0)) resolve()
  }

  function startBatches(): void {
    isStarting = false
    for (const [key, queue] of queues) {
      if (inFlightCount >= options.batchesInFlightMax) return
      if ((inFlight.get(key) ?? 0) >= options.batchesPerKeyMax) continue
      const free = options.batchesPerKeyMax - (inFlight.get(key) ?? 0)
      const size = queue.length < splitFrom ? queue.length : Math.ceil(queue.length / free)
      const batch = queue.splice(0, Math.min(size, options.batchSizeMax))
      // A key with more to come goes to the end of the map, so that a busy clinic does not starve the others.
      queues.delete(key)
      if (queue.length > 0) queues.set(key, queue)
      countInFlight(key, 1)
      void writeBatch(key, batch)
    }
  }

  function countInFlight(key: string, change: 1 | -1): void {
    const count = (inFlight.get(key) ?? 0) + change
    inFlightCount += change
    if (count === 0) inFlight.delete(key)
    else inFlight.set(key, count)
  }

  /** At the end of this turn of the event loop, so that requests that arrive together are written together. */
  function startSoon(): void {
    if (isStarting || queues.size === 0) return
    isStarting = true
    setImmediate(startBatches)
  }

  return {
    submit(key, item) {
      return new Promise<Answer>((resolve, reject) => {
        const queue = queues.get(key) ?? []
        queue.push({ item, resolve, reject })
        queues.set(key, queue)
        startSoon()
      })
    },
    async drained() {
      if (inFlightCount > 0 || queues.size > 0) await new Promise<void>((resolve) => whenDrained.push(resolve))
    },
  }
}

function settle<Item, Answer>(waiting: Waiting<Item, Answer>, answer: PromiseSettledResult<Answer> | undefined): void {
  if (answer === undefined) waiting.reject(new Error('A batch was answered in part.'))
  else if (answer.status === 'fulfilled') waiting.resolve(answer.value)
  else waiting.reject(answer.reason)
}

/**
 * What every event log does, whatever it is kept in. `memory.test.ts` and `postgres.db.test.ts` run all of it.
 */

import { describe, expect, test } from 'vitest'
import type { Append, AppendResult, EventLog, Json, RecordedEvent, StreamAppend, View } from './events.ts'
import { EventLogUnavailable, InvalidAppend } from './index.ts'
import {
  appendOf,
  counts,
  eventOf,
  faultsOf,
  newClinicId,
  newCommandId,
  type SessionDoc,
  sessions,
} from './test-appends.ts'

type Open = (views?: readonly View[]) => EventLog

export function describeContract(open: Open): void {
  describe('order', () => describeOrder(open))
  describe('several streams at once', () => describeStreams(open))
  describe('repeats', () => describeRepeats(open))
  describe('looking back', () => describeLookingBack(open))
  describe('views', () => describeViews(open))
  describe('following', () => describeFollowing(open))
  describe('clinics', () => describeClinics(open))
  describe('what cannot be stored', () => describeInvalid(open))
  describe('closing', () => describeClosing(open))
}

export function eventsOf(result: AppendResult): readonly RecordedEvent[] {
  if (result.status !== 'appended' && result.status !== 'repeated') throw new Error(`answered ${result.status}`)
  return result.events
}

function describeLookingBack(open: Open): void {
  test('a command is recalled with its first answer, and not for another wish, nor in another clinic', async () => {
    const log = open()
    const clinicId = newClinicId()
    const append = appendOf(clinicId, 's', 0)
    expect(await log.recall(clinicId, append.commandId, append.command)).toBeUndefined()
    const events = eventsOf(await log.append(append))
    expect(await log.recall(clinicId, append.commandId, append.command)).toEqual({ status: 'repeated', events })
    const reused = { status: 'command-id-reused', commandId: append.commandId }
    expect(await log.recall(clinicId, append.commandId, { another: 'wish' })).toEqual(reused)
    expect(await log.recall(newClinicId(), append.commandId, append.command)).toBeUndefined()
  })

  test('the last event is the newest by position, whatever its stream', async () => {
    const log = open()
    const clinicId = newClinicId()
    expect(await log.lastEvent(clinicId)).toBeUndefined()
    await log.append(appendOf(clinicId, 'b', 0))
    const [newest] = eventsOf(await log.append(appendOf(clinicId, 'a', 0)))
    expect(await log.lastEvent(clinicId)).toEqual(newest)
    expect(await log.lastEvent(newClinicId())).toBeUndefined()
  })
}

function describeOrder(open: Open): void {
  test('what is appended is what is read, in full', async () => {
    const log = open()
    const clinicId = newClinicId()
    const data = { note: 'é😀"\\\n', list: [1, -0, 1e21, 0.1, null, true], nested: { '': {} } }
    const [event] = eventsOf(await log.append(appendOf(clinicId, 's', 0, { data })))
    expect(event).toMatchObject({
      clinicId,
      position: 1,
      streamId: 's',
      version: 1,
      type: 'VitalsTaken',
      ruleset: null,
    })
    expect(event).toMatchObject({ at: '2026-11-22T18:09:00.120Z', recordedAt: '2026-11-22T18:09:01.000Z' })
    expect(event?.data).toEqual({ ...data, list: [1, 0, 1e21, 0.1, null, true] })
    expect(await log.readStream(clinicId, 's')).toEqual([event])
    expect(await log.readAll(clinicId, 0, 10)).toEqual([event])
  })

  test('versions and positions have no gaps and hashes are chained', async () => {
    const log = open()
    const clinicId = newClinicId()
    const appends = Array.from({ length: 60 }, (_, index) =>
      appendOf(clinicId, `s${index % 3}`, Math.floor(index / 3), { data: { index } }),
    )
    const results = await Promise.all(appends.map((append) => log.append(append)))
    expect(results.map(({ status }) => status)).toEqual(appends.map(() => 'appended'))
    const all = await log.readAll(clinicId, 0, 1_000)
    expect(all).toHaveLength(60)
    expect(faultsOf(all)).toEqual([])
    expect(await log.readAll(clinicId, 58, 1)).toEqual(all.slice(58, 59))
    expect(await log.readStream(clinicId, 's1', 19)).toEqual(
      all.filter(({ streamId, version }) => streamId === 's1' && version >= 19),
    )
  })

  test('of two that expect the same version the first wins and the other is told', async () => {
    const log = open()
    const clinicId = newClinicId()
    const results = await Promise.all([0, 0, 1, 1].map((version) => log.append(appendOf(clinicId, 's', version))))
    expect(results.map(({ status }) => status)).toEqual(['appended', 'conflict', 'appended', 'conflict'])
    expect(results[1]).toEqual({ status: 'conflict', streamId: 's', expectedVersion: 0, actualVersion: 1 })
    expect(results[3]).toEqual({ status: 'conflict', streamId: 's', expectedVersion: 1, actualVersion: 2 })
    expect(await log.readAll(clinicId, 0, 10)).toHaveLength(2)
  })

  test('a read of nothing is empty, and a read without a sensible limit is refused', async () => {
    const log = open()
    expect(await log.readStream(newClinicId(), 's')).toEqual([])
    expect(await log.readAll(newClinicId(), 0, 10)).toEqual([])
    expect(await log.readStream(newClinicId(), 's\u0000')).toEqual([])
    for (const limit of [0, -1, 1.5, 10_001, Number.NaN]) {
      await expect(log.readAll(newClinicId(), 0, limit)).rejects.toThrow(RangeError)
    }
    await expect(log.readAll("'; DROP TABLE eventlog.event; --", 0, 1)).rejects.toThrow(RangeError)
  })
}

function describeStreams(open: Open): void {
  const moveBoth = (clinicId: string, session: number, vial: number): Append =>
    appendOf(clinicId, '', 0, {
      streams: [
        { streamId: 'session', expectedVersion: session, events: [eventOf('given'), eventOf('noted')] },
        { streamId: 'vial', expectedVersion: vial, events: [eventOf('drawn')] },
      ],
    })

  test('all are written, in the order given', async () => {
    const log = open()
    const clinicId = newClinicId()
    const events = eventsOf(await log.append(moveBoth(clinicId, 0, 0)))
    expect(events.map(({ streamId, version, position }) => [streamId, version, position])).toEqual([
      ['session', 1, 1],
      ['session', 2, 2],
      ['vial', 1, 3],
    ])
    expect(faultsOf(await log.readAll(clinicId, 0, 10))).toEqual([])
  })

  test('or none, when one of them has moved', async () => {
    const log = open()
    const clinicId = newClinicId()
    await log.append(appendOf(clinicId, 'vial', 0))
    expect(await log.append(moveBoth(clinicId, 0, 0))).toMatchObject({ status: 'conflict', streamId: 'vial' })
    expect(await log.readStream(clinicId, 'session')).toEqual([])
    expect(await log.readAll(clinicId, 0, 10)).toHaveLength(1)
  })

  test('a guard writes nothing to its stream and refuses when that has moved', async () => {
    const log = open()
    const clinicId = newClinicId()
    const guarded = (streamId: string, planVersion: number): Append =>
      appendOf(clinicId, '', 0, {
        streams: [
          { streamId: 'plan', expectedVersion: planVersion, events: [] },
          { streamId, expectedVersion: 0, events: [eventOf('given')] },
        ],
      })
    expect((await log.append(guarded('a', 0))).status).toBe('appended')
    await log.append(appendOf(clinicId, 'plan', 0))
    const refused = { status: 'conflict', streamId: 'plan', expectedVersion: 0, actualVersion: 1 }
    expect(await log.append(guarded('b', 0))).toEqual(refused)
    expect((await log.append(guarded('b', 1))).status).toBe('appended')
    expect(await log.readStream(clinicId, 'plan')).toHaveLength(1)
  })
}

function describeRepeats(open: Open): void {
  test('a repeated command returns the first answer and writes nothing', async () => {
    const log = open()
    const clinicId = newClinicId()
    const append = appendOf(clinicId, 's', 0)
    const first = eventsOf(await log.append(append))
    await log.append(appendOf(clinicId, 's', 1))
    expect(await log.append(append)).toEqual({ status: 'repeated', events: first })
    const later = { ...append, recordedAt: '2026-11-22T19:00:00.000Z' }
    expect(await log.append(later)).toEqual({ status: 'repeated', events: first })
    expect(await log.readAll(clinicId, 0, 10)).toHaveLength(2)
  })

  test('a repeat that was decided anew, upon later versions, is known all the same', async () => {
    const log = open()
    const clinicId = newClinicId()
    const append = appendOf(clinicId, 's', 0)
    const first = eventsOf(await log.append(append))
    await log.append(appendOf(clinicId, 't', 0))
    const anew = { ...append, streams: appendOf(clinicId, 's', 1).streams }
    const [repeated, other] = await Promise.all([log.append(anew), log.append(appendOf(clinicId, 't', 1))])
    expect(repeated).toEqual({ status: 'repeated', events: first })
    expect(other.status).toBe('appended')
    expect(await log.readAll(clinicId, 0, 10)).toHaveLength(3)
  })

  test('sent many times at once it is written once', async () => {
    const log = open()
    const clinicId = newClinicId()
    const append = appendOf(clinicId, 's', 0, {
      streams: [
        { streamId: 's', expectedVersion: 0, events: [eventOf(1), eventOf(2)] },
        { streamId: 't', expectedVersion: 0, events: [eventOf(3)] },
      ],
    })
    const results = await Promise.all(Array.from({ length: 20 }, () => log.append(append)))
    const written = await log.readAll(clinicId, 0, 10)
    expect(written).toHaveLength(3)
    expect(results.map(({ status }) => status).sort()).toEqual(['appended', ...Array(19).fill('repeated')])
    for (const result of results) expect(eventsOf(result)).toEqual(written)
  })

  test('the id of another command is refused, in the same clinic only', async () => {
    const log = open()
    const clinicId = newClinicId()
    const append = appendOf(clinicId, 's', 0)
    const other = { ...append, command: { type: 'StopSession' } }
    const [, refused] = await Promise.all([log.append(append), log.append(other)])
    expect(refused).toEqual({ status: 'command-id-reused', commandId: append.commandId })
    expect(await log.append(other)).toEqual(refused)
    expect((await log.append({ ...other, clinicId: newClinicId() })).status).toBe('appended')
    expect(await log.readAll(clinicId, 0, 10)).toHaveLength(1)
  })
}

function describeViews(open: Open): void {
  const erase = (clinicId: string, streamId: string, version: number): Append =>
    appendOf(clinicId, '', 0, {
      streams: [{ streamId, expectedVersion: version, events: [eventOf(null, 'SessionErased')] }],
    })

  test('a document follows its events and goes when they say so', async () => {
    const log = open([sessions, counts])
    const clinicId = newClinicId()
    expect(await log.readView(clinicId, 'sessions', 'a')).toBeUndefined()
    await Promise.all(['a', 'b', 'c'].map((streamId) => log.append(appendOf(clinicId, streamId, 0))))
    await log.append(appendOf(clinicId, 'a', 1))
    const a = { count: 2, positions: [1, 4], day: '2026-11-22' }
    expect(await log.readView<SessionDoc>(clinicId, 'sessions', 'a')).toEqual(a)
    expect((await log.listView(clinicId, 'sessions')).map(({ key }) => key)).toEqual(['a', 'b', 'c'])
    expect(await log.listView(clinicId, 'counts')).toEqual([
      { key: 'all', doc: 4 },
      { key: 'even', doc: 2 },
      { key: 'odd', doc: 2 },
    ])
    await log.append(erase(clinicId, 'b', 1))
    expect(await log.readView(clinicId, 'sessions', 'b')).toBeUndefined()
    expect((await log.listView(clinicId, 'sessions')).map(({ key }) => key)).toEqual(['a', 'c'])
  })

  test('a list can be of one group, sorted by code point', async () => {
    const log = open([sessions])
    const clinicId = newClinicId()
    const on = (streamId: string, at: string) => log.append(appendOf(clinicId, streamId, 0, { at }))
    await Promise.all(['\uff5e', '😀', 'b', 'B'].map((streamId) => on(streamId, '2026-11-23T08:00:00.000Z')))
    await on('a', '2026-11-24T08:00:00.000Z')
    const keys = async (group?: string) => (await log.listView(clinicId, 'sessions', group)).map(({ key }) => key)
    expect(await keys('2026-11-23')).toEqual(['B', 'b', '\uff5e', '😀'])
    expect(await keys('2026-11-24')).toEqual(['a'])
    expect(await keys('2026-11-25')).toEqual([])
    expect(await keys('\u0000')).toEqual([])
    expect(await keys()).toEqual(['B', 'a', 'b', '\uff5e', '😀'])
    // A document that moves to another group is in that one only.
    await log.append(appendOf(clinicId, 'b', 1, { at: '2026-11-24T08:00:00.000Z' }))
    expect(await keys('2026-11-23')).toEqual(['B', '\uff5e', '😀'])
    expect(await keys('2026-11-24')).toEqual(['a', 'b'])
  })

  test('a conflict and a repeat leave documents as they are', async () => {
    const log = open([sessions])
    const clinicId = newClinicId()
    const append = appendOf(clinicId, 's', 0)
    await Promise.all([log.append(append), log.append(append), log.append(appendOf(clinicId, 's', 0))])
    expect(await log.readView(clinicId, 'sessions', 's')).toMatchObject({ count: 1 })
  })

  test('a view that fails fails its append, which is not written, and no other', async () => {
    const fragile: View<number> = {
      name: 'fragile',
      version: 1,
      keysOf: ({ data }) => (data === 'bad key' ? ['k\u0000'] : ['k']),
      evolve(count, { data }) {
        if (data === 'bad event') throw new Error('connection to reason lost')
        return data === 'bad document' ? Number.NaN : (count ?? 0) + 1
      },
    }
    const log = open([fragile])
    const clinicId = newClinicId()
    const data = ['good', 'bad event', 'bad document', 'bad key', 'good too']
    const results = await Promise.allSettled(
      data.map((each, index) => log.append(appendOf(clinicId, `s${index}`, 0, { data: each }))),
    )
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'rejected', 'fulfilled'])
    expect((await log.readAll(clinicId, 0, 10)).map((event) => event.data)).toEqual(['good', 'good too'])
    expect(await log.readView(clinicId, 'fragile', 'k')).toBe(2)
  })

  test('rebuilt documents equal those kept up live', async () => {
    const log = open([sessions, counts])
    const clinicId = newClinicId()
    for (let index = 0; index < 30; index += 1) await log.append(appendOf(clinicId, `s${index % 4}`, index >> 2))
    await log.append(erase(clinicId, 's1', 8))
    const live = [await log.listView(clinicId, 'sessions'), await log.listView(clinicId, 'counts')]
    await log.rebuildViews()
    expect([await log.listView(clinicId, 'sessions'), await log.listView(clinicId, 'counts')]).toEqual(live)
    expect(live[0]).toHaveLength(3)
  })

  test('an unknown view and two of one name are refused', async () => {
    await expect(open([sessions]).readView(newClinicId(), 'session', 'a')).rejects.toThrow(
      'without a view named session',
    )
    expect(() => open([sessions, sessions])).toThrow(RangeError)
  })
}

function describeFollowing(open: Open): void {
  test('a follower sees each event once, in order, while writers write', async () => {
    const log = open()
    const clinicId = newClinicId()
    await log.append(appendOf(clinicId, 'before', 0))
    const stop = new AbortController()
    const seen: RecordedEvent[] = []
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      for (let version = 0; version < 25; version += 1) await log.append(appendOf(clinicId, `w${writer}`, version))
    })
    for await (const events of log.follow(clinicId, 0, stop.signal)) {
      seen.push(...events)
      if (seen.length >= 201) stop.abort()
    }
    await Promise.all(writers)
    expect(seen).toEqual(await log.readAll(clinicId, 0, 1_000))
  })

  test('one that stops and comes back goes on where it was', async () => {
    const log = open()
    const clinicId = newClinicId()
    const seen: number[] = []
    const takeUntil = async (count: number) => {
      const stop = new AbortController()
      for await (const events of log.follow(clinicId, seen.at(-1) ?? 0, stop.signal)) {
        seen.push(...events.map(({ position }) => position))
        if (seen.length >= count) stop.abort()
      }
    }
    await log.append(appendOf(clinicId, 'a', 0))
    await takeUntil(1)
    await log.append(appendOf(clinicId, 'a', 1))
    const taking = takeUntil(3)
    await log.append(appendOf(clinicId, 'a', 2))
    await taking
    expect(seen).toEqual([1, 2, 3])
  })

  test('a waiting follower ends when it is stopped and when the log is closed', async () => {
    const log = open()
    const stop = new AbortController()
    const stopped = log.follow(newClinicId(), 0, stop.signal)[Symbol.asyncIterator]().next()
    const closed = log.follow(newClinicId(), 0, new AbortController().signal)[Symbol.asyncIterator]().next()
    stop.abort()
    expect(await stopped).toEqual({ done: true, value: undefined })
    await log.close()
    expect(await closed).toEqual({ done: true, value: undefined })
  })
}

function describeClinics(open: Open): void {
  test('they share names and numbers but see nothing of each other', async () => {
    const log = open([sessions])
    const [one, other] = [newClinicId(), newClinicId()]
    await Promise.all([
      log.append(appendOf(one, 's', 0, { data: 1 })),
      log.append(appendOf(other, 's', 0, { data: 2 })),
    ])
    await log.append(appendOf(other, 't', 0))
    expect((await log.readAll(one, 0, 10)).map(({ data, position }) => [data, position])).toEqual([[1, 1]])
    expect((await log.readStream(other, 's')).map(({ data }) => data)).toEqual([2])
    expect(await log.listView(one, 'sessions')).toHaveLength(1)
    expect(await log.readView(one, 'sessions', 't')).toBeUndefined()
  })
}

function describeInvalid(open: Open): void {
  const clinicId = newClinicId()
  const good = appendOf(clinicId, 's', 0)
  const cyclic: Record<string, unknown> = {}
  cyclic.self = cyclic
  const stream = (more: object): Partial<Append> => ({ streams: [{ ...good.streams[0], ...more } as StreamAppend] })
  const data = (value: unknown) => stream({ events: [{ type: 't', schemaVersion: 1, data: value as Json }] })
  const cases: readonly [place: string, wrong: object][] = [
    ['clinicId', { clinicId: 'clinic' }],
    ['clinicId', { clinicId: clinicId.toUpperCase().replaceAll('0', 'A') }],
    ['commandId', { commandId: `${newCommandId()} ` }],
    ['command.note', { command: { note: '\u0000' } }],
    ['at', { at: '2026-11-22T18:09:00Z' }],
    ['at', { at: '2026-02-30T18:09:00.000Z' }],
    ['at', { at: '0000-01-01T00:00:00.000Z' }],
    ['recordedAt', { recordedAt: '2026-11-22T18:09:00.000+01:00' }],
    ['by.personId', { by: { personId: '', role: 'nurse' } }],
    ['by.role', { by: { personId: 'p', role: 'x\ud800' } }],
    ['streams', { streams: [] }],
    ['streams', stream({ events: [] })],
    ['streams[1].streamId', { streams: [...good.streams, ...good.streams] }],
    ['streams[0].streamId', stream({ streamId: 'x'.repeat(201) })],
    ['streams[0].expectedVersion', stream({ expectedVersion: -1 })],
    ['streams[0].expectedVersion', stream({ expectedVersion: 2 ** 31 })],
    ['streams[0].events[0].schemaVersion', stream({ events: [{ type: 't', schemaVersion: 0, data: 1 }] })],
    ['streams[0].events[0].ruleset', stream({ events: [{ type: 't', schemaVersion: 1, data: 1, ruleset: '' }] })],
    ['streams[0].events[0].data.a[1].b', data({ a: [1, { b: 'x\u0000' }] })],
    ['streams[0].events[0].data', data({ '\udc00': 1 })],
    ['streams[0].events[0].data[0]', data(['\ud83d'])],
    ['streams[0].events[0].data.dose', data({ dose: Number.NaN })],
    ['streams[0].events[0].data.dose', data({ dose: Number.POSITIVE_INFINITY })],
    ['streams[0].events[0].data', data(undefined)],
    ['streams[0].events[0].data[0]', data([undefined])],
    ['streams[0].events[0].data.on', data({ on: new Date(0) })],
    ['streams[0].events[0].data.big', data({ big: 1n })],
  ]

  test.each(cases)('%s is named: %o', async (place, wrong) => {
    const failure = await open()
      .append({ ...good, ...wrong } as Append)
      .catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(InvalidAppend)
    expect(failure).toHaveProperty('place', place)
  })

  test('data that contain themselves are refused too', async () => {
    await expect(open().append({ ...good, ...data(cyclic) })).rejects.toThrow('deeper than 100 levels')
  })

  test('the appends beside it are written', async () => {
    const log = open()
    const [own, bad] = [newClinicId(), { ...data('\u0000') }]
    const results = await Promise.allSettled([
      log.append(appendOf(own, 's', 0)),
      log.append({ ...appendOf(own, 't', 0), ...bad }),
      log.append(appendOf(own, 's', 1)),
    ])
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(await log.readAll(own, 0, 10)).toHaveLength(2)
  })
}

function describeClosing(open: Open): void {
  test('what was accepted is written, what comes later is refused', async () => {
    const log = open()
    const clinicId = newClinicId()
    const accepted = [log.append(appendOf(clinicId, 'a', 0)), log.append(appendOf(clinicId, 'b', 0))]
    await log.close()
    expect((await Promise.all(accepted)).map(({ status }) => status)).toEqual(['appended', 'appended'])
    await expect(log.append(appendOf(clinicId, 'c', 0))).rejects.toThrow(EventLogUnavailable)
    await expect(log.readAll(clinicId, 0, 1)).rejects.toThrow('The log was closed.')
    await log.close()
  })
}

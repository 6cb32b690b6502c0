/** Nobody looks at yesterday's board: a session that was left open there is put on today's, once, as an event of the day. */
import { randomUUID } from 'node:crypto'
import { type BoardRow, type Clinic, type ClinicDay, dayOf, isOpenSession, refuse } from '@keel/care'
import type { Runtime } from '../runtime/handle.ts'
import { streams } from '../runtime/streams.ts'
import { sessionBoard } from '../runtime/views.ts'

/** A session that is open for longer was reminded of on each of these days. */
const daysBack = 14

/** Who acts where no person does. */
const theServer = { personId: 'keel', role: 'server' }

export async function remindOfOpenSessions(runtime: Runtime): Promise<void> {
  const { records, clock } = runtime
  const { timeZone } = (await records.load(streams.clinic, false)).state as Clinic
  const at = clock.now()
  const today = dayOf(at, timeZone)
  const found = await sessionsLeftOpen(runtime, today)
  if (found.length === 0) return
  const about = streams.day(today)
  const asked = { type: 'RemindOfOpenSessions', data: { on: today } }
  const command = { at, by: theServer, commandId: randomUUID(), asked, about }
  await runtime.handle(command, async (read) => {
    const { leftOpen } = await read<ClinicDay>(about)
    const news = found.filter(({ sessionId }) => !leftOpen.includes(sessionId))
    if (news.length === 0) return refuse('nothing-new', 'The board shows all of them.')
    return { accept: { [about]: news.map((data) => ({ type: 'SessionLeftOpen', data })) } }
  })
}

async function sessionsLeftOpen({ log, clinicId }: Runtime, today: string) {
  const days = Array.from({ length: daysBack }, (_, index) =>
    Temporal.PlainDate.from(today)
      .subtract({ days: index + 1 })
      .toString(),
  )
  const lists = await Promise.all(days.map((on) => log.listView(clinicId, sessionBoard, on)))
  const rows = lists.flat().map(({ doc }) => doc as unknown as BoardRow)
  return rows.filter(isOpenSession).map(({ sessionId, on }) => ({ sessionId, on }))
}

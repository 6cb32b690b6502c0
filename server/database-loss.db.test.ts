/** A database that goes away in the middle of requests and comes back: nothing half-written, nothing twice, nothing lost. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { verify } from '../eventlog/index.ts'
import { type Answer, openTestClinic, type TestClinic } from './test-clinic.ts'
import { type Line, openLine } from './test-line.ts'

let clinic: TestClinic
let line: Line

beforeAll(async () => {
  const admin = new URL(inject('databaseOwnerUrl'))
  line = await openLine(admin.hostname, Number(admin.port || 5432))
  clinic = await openTestClinic(admin.href, (serverUrl) => {
    const url = new URL(serverUrl)
    url.host = `127.0.0.1:${line.port}`
    return url.href
  })
})
afterAll(async () => {
  line.restore()
  await clinic.close()
  line.close()
})

it('tells the truth while it is away, and every acknowledged observation is there once when it is back', async () => {
  const nurse = await clinic.signIn('nora')
  const sessionId = await clinic.sessionOf('Ruth')
  const before = (await nurse.screen(sessionId)).session.observations.length
  const sent = Array.from({ length: 60 }, () => ({ commandId: randomUUID(), observationId: randomUUID() }))
  const send = ({ commandId, observationId }: (typeof sent)[number]) =>
    nurse.command(sessionId, 'RecordObservation', { observationId, hr: 70 }, commandId)

  const first = sent.slice(0, 30).map(send)
  line.cut()
  const answers: Answer[] = await Promise.all(first)
  expect(answers.every(({ status }) => status === 201 || status === 503)).toBe(true)
  const away = await send(sent[0] as (typeof sent)[number])
  expect([201, 503]).toContain(away.status)
  if (away.status === 503) expect(away.body.detail).toMatch(/safe|again/)

  line.restore()
  // Sent again with the same ids, as a screen does: what was recorded is not recorded twice.
  for (const one of sent) {
    let answer = await send(one)
    for (let attempt = 0; answer.status === 503 && attempt < 50; attempt++) answer = await send(one)
    expect(answer.status).toBe(201)
  }
  const { session } = await nurse.screen(sessionId)
  expect(session.observations).toHaveLength(before + sent.length)
  expect(new Set(session.observations.map(({ observationId }) => observationId)).size).toBe(session.observations.length)
  expect((await verify(clinic.database.ownerUrl)).problems).toEqual([])
})

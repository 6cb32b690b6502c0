import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { verify } from '../eventlog/index.ts'
import { openTestClinic, type TestClinic, type Visitor } from './test-clinic.ts'

let clinic: TestClinic
let nurse: Visitor
let second: Visitor
let prescriber: Visitor

beforeAll(async () => {
  clinic = await openTestClinic(inject('databaseOwnerUrl'))
  ;[nurse, second, prescriber] = await Promise.all([
    clinic.signIn('nora'),
    clinic.signIn('miguel'),
    clinic.signIn('priya'),
  ])
})
afterAll(() => clinic.close())

const vitals = () => ({
  observationId: randomUUID(),
  sbp: 124,
  dbp: 78,
  hr: 72,
  spo2: 98,
  rr: 14,
  tempC: 36.6,
  cadss6: 0,
})
const during = () => ({ ...vitals(), moaas: 5, rass: 0, distress: false, vomiting: false, symptoms: [] })
const negative = {
  cocaine: 'negative',
  amphetamine: 'negative',
  opioid: 'negative',
  pcp: 'negative',
  benzodiazepine: 'negative',
  ketamine: 'negative',
}
const timeOut = (hoursAgo: number) => ({
  lastFoodAt: new Date(Date.parse(clinic.clock.now()) - hoursAgo * 3_600_000).toISOString(),
  lastDrinkAt: new Date(Date.parse(clinic.clock.now()) - 3 * 3_600_000).toISOString(),
  lastAlcoholAt: 'never',
  breathAlcoholPercent: 0,
  intoxicated: false,
  escort: true,
  drugTest: negative,
  nasalMedicineAt: 'never',
  suicidalIdeation: 0,
  suicidalBehaviourOn: 'never',
  newMedicationUnreviewed: false,
  remsFormDaysUnsent: 0,
  missedSessions: 0,
  depressionWorse: false,
})

/** Brings a scheduled demo session to just before the dose. */
async function prepare(sessionId: string): Promise<void> {
  const { session } = await nurse.screen(sessionId)
  await nurse.command(sessionId, 'CheckIn', { identifiedBy: ['name', 'birth-date'], weightKg: 70 })
  await nurse.command(sessionId, 'RecordObservation', vitals())
  clinic.clock.advance(11)
  await nurse.command(sessionId, 'RecordObservation', vitals())
  await nurse.command(sessionId, 'AnswerTimeOut', timeOut(9))
  await nurse.command(sessionId, 'PrepareDose', { doseMg: session.order?.doseMg })
}

describe('a session over HTTP', () => {
  it('goes from a hold to discharge', async () => {
    const sessionId = await clinic.sessionOf('Ana')
    await prepare(sessionId)
    await nurse.command(sessionId, 'AnswerTimeOut', { escort: false })
    expect((await nurse.command(sessionId, 'CheckDose', { doseMg: 35 })).body.code).toBe('same-person')
    expect((await second.command(sessionId, 'CheckDose', { doseMg: 35 })).status).toBe(201)
    const held = await nurse.command(sessionId, 'StartDose')
    expect(held.body.events).toMatchObject([
      { type: 'DoseHeld', data: { decision: 'hold', findings: [{ rule: 'no-escort' }] } },
    ])
    await nurse.command(sessionId, 'AnswerTimeOut', { escort: true })
    const started = await nurse.command(sessionId, 'StartDose')
    expect(started.body.events?.map(({ type }) => type)).toEqual(['DoseStarted', 'DoseRunning', 'DoseGiven'])
    for (let minute = 10; minute <= 40; minute += 10) {
      clinic.clock.advance(10)
      expect((await nurse.command(sessionId, 'RecordObservation', during())).status).toBe(201)
    }
    expect((await nurse.command(sessionId, 'CompleteDose')).status).toBe(201)
    clinic.clock.advance(60)
    await nurse.command(sessionId, 'RecordObservation', during())
    await nurse.command(sessionId, 'AssessRecovery', {
      aldrete: [2, 2, 2, 2, 2],
      padss: [2, 2, 2, 2, 2],
      gaitSteady: true,
      nauseaControlled: true,
      oriented: true,
      escortPresent: true,
      agreesNotToDrive: true,
      suicidalIdeation: 0,
      safetyPlanGiven: true,
    })
    const discharged = await nurse.command(sessionId, 'Discharge')
    expect(discharged.body.events?.map(({ type }) => type)).toEqual(['PatientDischarged'])
    const late = await nurse.command(sessionId, 'RecordObservation', during())
    expect(late).toMatchObject({ status: 409, body: { code: 'session-discharged' } })
    expect((await verify(clinic.database.ownerUrl)).problems).toEqual([])
  })

  it('answers a repeated command as the first time, even when it makes no sense any more', async () => {
    const sessionId = await clinic.sessionOf('Sam')
    const id = randomUUID()
    const first = await nurse.command(sessionId, 'StopDose', { reason: 'Headache' }, id)
    const again = await nurse.command(sessionId, 'StopDose', { reason: 'Headache' }, id)
    expect(first.body).toMatchObject({ status: 'appended' })
    expect(again.body).toEqual({ ...first.body, status: 'repeated' })
    expect(await nurse.command(sessionId, 'StopDose', { reason: 'Nausea' }, id)).toMatchObject({
      status: 409,
      body: { code: 'command-id-reused' },
    })
  })

  it('lets one of two nurses who act at once through, and keeps both observations', async () => {
    const sessionId = await clinic.sessionOf('Liv')
    const both = await Promise.all(
      [nurse, second].map((who) => who.command(sessionId, 'CheckIn', { identifiedBy: ['name', 'birth-date'] })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
    const many = await Promise.all(
      Array.from({ length: 40 }, (_, n) => (n % 2 ? nurse : second).command(sessionId, 'RecordObservation', vitals())),
    )
    expect(many.every(({ status }) => status === 201)).toBe(true)
    expect((await nurse.screen(sessionId)).session.observations).toHaveLength(40)
  })
})

describe('who may', () => {
  it('nobody without signing in', async () => {
    const sessionId = await clinic.sessionOf('Joan')
    expect((await clinic.stranger.request('GET', `/api/sessions/${sessionId}`)).status).toBe(401)
    expect((await clinic.stranger.command(sessionId, 'CheckIn', {})).status).toBe(401)
    expect((await clinic.stranger.request('GET', '/api/board')).status).toBe(401)
    expect((await clinic.stranger.request('GET', '/api/stream')).status).toBe(401)
  })

  it('a nurse orders nothing and answers no review; a prescriber does', async () => {
    const sessionId = await clinic.sessionOf('Joan')
    const order = { doseMg: 27, durationMin: 40, weightBasis: 'ideal', orderedWeightKg: 55.1 }
    expect((await nurse.command(sessionId, 'OrderDose', order)).status).toBe(403)
    expect((await prescriber.command(sessionId, 'OrderDose', order)).status).toBe(201)
    expect((await nurse.command(sessionId, 'AnswerFinding', { rule: 'bp-above-140-90', reason: 'x' })).status).toBe(403)
  })

  it('only the medical director tightens the rulebook, and nobody loosens it', async () => {
    const director = await clinic.signIn('daniel')
    const tighten = (who: Visitor, severity: string) => {
      const tightening = { rules: { 'is-vomiting': { severity } } }
      const data = { tightening, because: 'Agreed at the safety meeting.' }
      return who.request('POST', '/api/clinic/commands', { commandId: randomUUID(), type: 'TightenRulebook', data })
    }
    expect((await tighten(prescriber, 'hold')).status).toBe(403)
    expect(await tighten(director, 'caution')).toMatchObject({
      status: 409,
      body: { code: 'not-tighter', detail: expect.stringContaining('"is-vomiting" is a review') },
    })
    expect(await tighten(director, 'hold')).toMatchObject({ status: 201, body: { status: 'appended' } })
  })

  it('no page of another site', async () => {
    const response = await fetch(`${clinic.url}/api/day/commands`, {
      method: 'POST',
      headers: { origin: 'https://elsewhere.example', 'content-type': 'application/json' },
      body: '{}',
    })
    expect(response.status).toBe(403)
  })

  it('nobody with a wrong password, and nobody signs up', async () => {
    const wrong = await clinic.stranger.request('POST', '/api/auth/sign-in/email', {
      email: 'nora@demo.example',
      password: 'wrong-password',
    })
    expect(wrong.status).toBe(401)
    const up = await clinic.stranger.request('POST', '/api/auth/sign-up/email', {
      email: 'new@demo.example',
      password: 'some-password',
      name: 'New',
    })
    expect(up.status).toBeGreaterThanOrEqual(400)
  })
})

describe('bad input', () => {
  it.each([
    ['an impossible pressure', { sbp: 1200, dbp: 80 }, 'data.sbp', 'systolic pressure must be 30 to 300 mmHg'],
    ['text with a unit', { hr: '72 bpm' }, 'hr', 'heart rate must be a number in a minute'],
    ['an unknown key', { pulse: 72 }, 'pulse', '"pulse" is not known here'],
    ['a score that does not exist', { moaas: 6 }, 'moaas', 'sedation, MOAA/S must be 0 to 5'],
    ['half a point', { cadss6: 1.5 }, 'cadss6', 'must be a whole number'],
  ])('%s is named, and nothing is recorded', async (_name, values, _path, message) => {
    const sessionId = await clinic.sessionOf('Ruth')
    const before = (await nurse.screen(sessionId)).session.observations.length
    const { status, body } = await nurse.command(sessionId, 'RecordObservation', {
      observationId: randomUUID(),
      ...values,
    })
    expect(status).toBe(400)
    expect(body.errors?.[0]?.message).toContain(message)
    expect((await nurse.screen(sessionId)).session.observations).toHaveLength(before)
  })

  it('names the nearest known key', async () => {
    const sessionId = await clinic.sessionOf('Ruth')
    const { body } = await nurse.command(sessionId, 'RecordObservation', { observationId: randomUUID(), sp02: 98 })
    expect(body.errors?.[0]).toMatchObject({ path: 'sp02', nearest: 'spo2' })
  })

  it('malformed JSON, another content type, too much, a session that is not there', async () => {
    const sessionId = await clinic.sessionOf('Ruth')
    const send = (body: string, type = 'application/json') =>
      fetch(`${clinic.url}/api/sessions/${sessionId}/commands`, {
        method: 'POST',
        headers: { 'content-type': type, origin: clinic.url },
        body,
      })
    expect((await send('{"commandId": ')).status).toBe(400)
    expect((await send('hello', 'text/plain')).status).toBe(415)
    expect((await send(JSON.stringify({ data: 'x'.repeat(70_000) }))).status).toBe(413)
    expect((await nurse.request('GET', `/api/sessions/${randomUUID()}`)).status).toBe(404)
    expect((await nurse.request('GET', '/api/sessions/nonsense')).status).toBe(400)
    expect((await nurse.request('GET', '/api/nothing')).status).toBe(404)
  })

  it('text that cannot be kept', async () => {
    const sessionId = await clinic.sessionOf('Ruth')
    for (const reason of ['nul \u0000 inside', 'half \ud800 a pair', '   ', 'x'.repeat(2001)]) {
      const { status } = await nurse.command(sessionId, 'RecordAdverseEvent', {
        event: reason,
        grade: 1,
        response: 'none',
      })
      expect(status).toBe(400)
    }
  })
})

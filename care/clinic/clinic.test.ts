import { describe, expect, it } from 'vitest'
import { at, exampleRoom, prescriber, readyRoom, step } from '../session/example-room.ts'
import { assessAlarms, assessGate } from '../session/findings.ts'
import type { Room } from '../session/room.ts'
import { type Clinic, type ClinicEvent, evolveClinic, tightenRulebook } from './clinic.ts'

const because = 'Decided at the safety meeting.'
const { clinic } = exampleRoom()

function tightened(before: Clinic, tightening: Parameters<typeof tightenRulebook>[0]['tightening']): Clinic {
  const outcome = tightenRulebook({ tightening, because })
  if ('refuse' in outcome) throw new Error(outcome.refuse.message)
  return evolveClinic(before, { ...(outcome.accept as ClinicEvent), at: at(0), by: prescriber } as never) as Clinic
}

describe('a clinic that tightens the rulebook', () => {
  const stricter = tightened(clinic, { rules: { 'bp-above-140-90': { severity: 'hold', values: { systolic: 120 } } } })

  it('holds at its own limit, and says whose it is', () => {
    const room: Room = { ...readyRoom(), clinic: stricter }
    expect(assessGate(readyRoom(), at(20)).decision).toBe('allow')
    const { decision, findings } = assessGate(room, at(20))
    expect(decision).toBe('hold')
    expect(findings).toMatchObject([
      { rule: 'bp-above-140-90', severity: 'hold', values: { systolic: { is: 120, cites: ['clinic'] } } },
    ])
    expect(step(room, 'StartDose', {}, 20).types).toEqual(['DoseHeld'])
  })

  it('keeps the stricter of two tightenings, whichever came first', () => {
    const one = tightened(stricter, { rules: { 'bp-above-140-90': { values: { systolic: 130 } } } })
    const other = tightened(tightened(clinic, { rules: { 'bp-above-140-90': { values: { systolic: 130 } } } }), {
      rules: { 'bp-above-140-90': { severity: 'hold', values: { systolic: 120 } } },
    })
    expect(one.tightening).toEqual(stricter.tightening)
    expect(other.tightening).toEqual(stricter.tightening)
  })

  it('gives a dose to its end the alarms that it began with', () => {
    const louder = tightened(clinic, { rules: { 'is-bp-pause': { values: { systolic: 130 } } } })
    const started = step({ ...readyRoom(), clinic: louder }, 'StartDose', {}, 20).room
    const values = { sbp: 140, dbp: 80, hr: 70, spo2: 98, rr: 14, moaas: 5, rass: 0, cadss6: 0 }
    const read = { ...values, observationId: '00000000-0000-4000-8000-000000000190', distress: false, vomiting: false }
    const after = step(started, 'RecordObservation', { ...read, symptoms: [] }, 30)
    expect(after.types).toEqual(['ObservationRecorded', 'AlarmRaised'])
    const loosened = { ...after.room, clinic }
    expect(assessAlarms(loosened.session, at(31)).findings.map(({ rule }) => rule)).toContain('is-bp-pause')
  })

  it.each([
    ['a looser limit', { rules: { 'bp-hold': { values: { systolic: 170 } } } }, /bp-hold.*160/],
    ['a milder severity', { rules: { 'bp-hold': { severity: 'review' } } }, /"bp-hold" is a hold/],
    ['an unknown rule', { rules: { 'bp-hald': { severity: 'block' } } }, /nearest is "bp-hold"/],
    ['a looser protocol', { settings: { 'iv-ket-trd': { 'dose-hard-max': 1.2 } } }, /iv-ket-trd.*1 mg\/kg/],
  ] as const)('is refused %s, with the rule named', (_what, tightening, message) => {
    const outcome = tightenRulebook({ tightening, because })
    expect(outcome).toMatchObject({ refuse: { code: 'not-tighter', message: expect.stringMatching(message) } })
  })
})

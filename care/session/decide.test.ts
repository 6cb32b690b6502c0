import { describe, expect, it } from 'vitest'
import {
  at,
  calmDuring,
  calmTimeOut,
  calmVitals,
  exampleRoom,
  nurse,
  observationId,
  prescriber,
  readyRoom,
  secondNurse,
  step,
} from './example-room.ts'
import { assessDischarge, assessGate, gateWithAnswers } from './findings.ts'
import type { Room } from './room.ts'
import { deliveredMg, endsAt, minutesRun } from './state.ts'
import { sessionScreen } from './views/session-screen.ts'

const calmRecovery = {
  aldrete: [2, 2, 2, 2, 2],
  padss: [2, 2, 2, 2, 2],
  gaitSteady: true,
  nauseaControlled: true,
  oriented: true,
  escortPresent: true,
  agreesNotToDrive: true,
  suicidalIdeation: 0,
  safetyPlanGiven: true,
}
const started = () => step(readyRoom(), 'StartDose', {}, 20)
const observe = (room: Room, minute: number, values: object, n = minute) =>
  step(room, 'RecordObservation', { observationId: observationId(n), ...values }, minute)

describe('an intravenous session in order', () => {
  it('starts, and writes the dose to the course and the day in the same append', () => {
    const { outcome, types } = started()
    expect(types).toEqual(['DoseStarted'])
    expect(outcome).toMatchObject({
      accept: {
        course: [{ type: 'DoseGiven', data: { doseMg: 35, on: '2026-11-23' } }],
        day: [{ type: 'DoseRunning' }],
      },
    })
  })

  it('walks from start to discharge', () => {
    let { room } = started()
    room = observe(room, 30, calmDuring).room
    room = observe(room, 40, calmDuring).room
    room = observe(room, 50, calmDuring).room
    expect(step(room, 'CompleteDose', {}, 55).types).toEqual(['refused: infusion-running'])
    room = observe(step(room, 'CompleteDose', {}, 60).room, 60, calmDuring).room
    room = observe(room, 75, calmDuring).room
    room = step(room, 'AssessRecovery', calmRecovery, 100).room
    room = observe(room, 110, { ...calmVitals, moaas: 5, cadss6: 0 }, 11).room
    const early = step(room, 'Discharge', {}, 119)
    expect(early.types).toEqual(['DischargeHeld'])
    expect(early.room.session.held?.findings.map(({ rule }) => rule)).toEqual(['dc-min-time'])
    expect(step(room, 'Discharge', {}, 120).types).toEqual(['PatientDischarged'])
  })

  it('refuses everything once the patient has left', () => {
    const ended = step(
      started().room,
      'AbortSession',
      { reason: 'Patient wishes to stop', disposition: 'home' },
      25,
    ).room
    expect(step(ended, 'StartDose', {}, 26).types).toEqual(['refused: session-aborted'])
    expect(observe(ended, 26, calmVitals).types).toEqual(['refused: session-aborted'])
  })
})

describe('the gate', () => {
  it('allows nothing while anything is unknown', () => {
    const room = exampleRoom()
    const { decision, missing } = assessGate(room, at(0))
    expect(decision).toBe('hold')
    expect(missing.map(({ fact }) => fact)).toContain('gate.escort')
  })

  it('holds a dose and records why, without starting it', () => {
    const noEscort = step(readyRoom(), 'AnswerTimeOut', { escort: false }, 17).room
    const { types, room } = step(noEscort, 'StartDose', {}, 20)
    expect(types).toEqual(['DoseHeld'])
    expect(room.session.phase).toBe('checked-in')
    expect(room.session.held?.findings.map(({ rule }) => rule)).toEqual(['no-escort'])
  })

  it('reads a nasal spray before esketamine, and asks when it was not asked about', () => {
    const ready = readyRoom('in-esk-trd')
    const sprayed = step(ready, 'AnswerTimeOut', { nasalMedicineAt: at(0) }, 18).room
    expect(assessGate(sprayed, at(20)).findings.map(({ rule }) => rule)).toEqual(['nasal-steroid-decongestant-1h'])
    expect(assessGate(sprayed, at(60)).decision).toBe('allow')
    const { nasalMedicineAt: _, ...unasked } = calmTimeOut
    const room = { ...ready, session: { ...ready.session, timeOut: unasked } }
    expect(assessGate(room, at(20)).missing.map(({ fact }) => fact)).toEqual(['medications[1].minutes_ago'])
  })

  it('needs the order, its preparation and a second person', () => {
    let { room } = step(exampleRoom(), 'CheckIn', { identifiedBy: ['name', 'birth-date'] }, 1)
    expect(step(room, 'StartDose', {}, 2).types).toEqual(['refused: no-order'])
    room = step(
      room,
      'OrderDose',
      { doseMg: 35, durationMin: 40, weightBasis: 'actual', orderedWeightKg: 70 },
      3,
      prescriber,
    ).room
    expect(step(room, 'StartDose', {}, 4).types).toEqual(['refused: not-prepared'])
    room = step(room, 'PrepareDose', { doseMg: 35 }, 5).room
    expect(step(room, 'StartDose', {}, 6).types).toEqual(['refused: not-checked'])
    expect(step(room, 'CheckDose', { doseMg: 35 }, 6, nurse).types).toEqual(['refused: same-person'])
    const misread = step(room, 'CheckDose', { doseMg: 53 }, 6, secondNurse)
    expect(misread.types).toEqual(['DoseCheckFailed'])
    expect(misread.room.session.prepared).toBeNull()
  })

  it('refuses a protocol that the director has not signed', () => {
    const ready = readyRoom()
    expect(step({ ...ready, clinic: { ...ready.clinic, adopted: [] } }, 'StartDose', {}, 20).types).toEqual([
      'refused: protocol-not-adopted',
    ])
  })

  it('counts a medicine that the rulebook cannot judge as not reviewed', () => {
    const ready = readyRoom()
    const history = {
      ...(ready.patient.history as NonNullable<typeof ready.patient.history>),
      medications: [{ name: 'kratom' }],
    }
    const gate = assessGate({ ...ready, patient: { ...ready.patient, history } }, at(20))
    expect(gate.findings.map(({ rule }) => rule)).toEqual(['new-medication-unreviewed'])
  })
})

describe('answers to findings', () => {
  const raised = () => {
    let room = observe(readyRoom(), 17, { ...calmVitals, sbp: 150 }, 3).room
    room = observe(room, 28, { ...calmVitals, sbp: 148 }, 4).room
    return room
  }

  it('a prescriber’s reasoned answer lets a review pass, and is part of the record', () => {
    const room = raised()
    expect(step(room, 'StartDose', {}, 29).types).toEqual(['DoseHeld'])
    const answered = step(
      room,
      'AnswerFinding',
      { rule: 'bp-above-140-90', reason: 'Anxious on arrival, no symptoms.' },
      30,
      prescriber,
    )
    expect(answered.types).toEqual(['ReviewAnswered'])
    expect(step(answered.room, 'StartDose', {}, 31).types).toEqual(['DoseStarted'])
  })

  it('ends when the facts change', () => {
    const { room } = step(
      raised(),
      'AnswerFinding',
      { rule: 'bp-above-140-90', reason: 'Anxious on arrival.' },
      30,
      prescriber,
    )
    const higher = observe(room, 40, { ...calmVitals, sbp: 156 }, 5).room
    expect(gateWithAnswers(higher, at(41)).decision).toBe('review')
    expect(step(higher, 'StartDose', {}, 41).types).toEqual(['DoseHeld'])
  })

  it('cannot acknowledge a hold away that no rule opens', () => {
    const noEscort = step(readyRoom(), 'AnswerTimeOut', { escort: false }, 17).room
    expect(
      step(noEscort, 'AnswerFinding', { rule: 'no-escort', reason: 'It will be fine.' }, 18, prescriber).types,
    ).toEqual(['refused: finding-not-answerable'])
  })

  it('overrides fasting within its limits, and the passing of time does not end it', () => {
    const ate = step(readyRoom(), 'AnswerTimeOut', { lastFoodAt: at(-180) }, 17).room
    const { room, types } = step(
      ate,
      'AnswerFinding',
      { rule: 'fasting-parenteral', reason: 'Toast only, low dose.' },
      18,
      prescriber,
    )
    expect(types).toEqual(['HoldOverridden'])
    expect(step(room, 'StartDose', {}, 40).types).toEqual(['DoseStarted'])
    const justAte = step(readyRoom(), 'AnswerTimeOut', { lastFoodAt: at(-60) }, 17).room
    expect(
      step(justAte, 'AnswerFinding', { rule: 'fasting-parenteral', reason: 'Please.' }, 18, prescriber).types,
    ).toEqual(['refused: finding-not-answerable'])
  })

  it('never lets a block pass', () => {
    const room = { ...readyRoom() }
    const again = {
      ...room,
      course: {
        ...room.course,
        recentDoses: [...room.course.recentDoses, { on: '2026-11-23', doseMg: 35, phase: 'induction' }],
      },
    }
    expect(step(again, 'StartDose', {}, 20).room.session.held?.decision).toBe('block')
    expect(step(again, 'AnswerFinding', { rule: 'same-day-repeat', reason: 'Needed.' }, 21, prescriber).types).toEqual([
      'refused: finding-not-answerable',
    ])
  })
})

describe('the order', () => {
  const order = { durationMin: 40, weightBasis: 'actual', orderedWeightKg: 70 } as const

  it('beyond the hard bound is recorded as blocked and does not become the order', () => {
    const { types, room } = step(exampleRoom(), 'OrderDose', { ...order, doseMg: 70.1 }, 0, prescriber)
    expect(types).toEqual(['DoseOrderBlocked'])
    expect(room.session.order).toBeNull()
  })

  it('at the hard bound is an order that the gate will ask about', () => {
    const { types } = step(exampleRoom(), 'OrderDose', { ...order, durationMin: 60, doseMg: 70 }, 0, prescriber)
    expect(types).toEqual(['DoseOrdered'])
  })

  it('a new one needs a new preparation and check', () => {
    const { room } = step(readyRoom(), 'OrderDose', { ...order, doseMg: 30 }, 17, prescriber)
    expect(room.session.prepared).toBeNull()
    expect(room.session.checked).toBeNull()
  })
})

describe('alarms', () => {
  it('rise with the observation that shows them, once, and settle with the one that does not', () => {
    let { room } = started()
    const low = observe(room, 30, { ...calmDuring, spo2: 88 })
    expect(low.types).toEqual(['ObservationRecorded', 'AlarmRaised'])
    room = observe(low.room, 31, { ...calmDuring, spo2: 88 }).room
    expect(room.session.alarms.map(({ finding }) => finding.rule)).toEqual(['is-spo2-stop'])
    expect(observe(room, 33, calmDuring).types).toEqual(['ObservationRecorded', 'AlarmSettled'])
  })

  it('stop a dose from being resumed', () => {
    let { room } = started()
    room = observe(room, 30, { ...calmDuring, rr: 9 }).room
    room = step(room, 'PauseDose', { reason: 'Slow breathing' }, 31).room
    const resumed = step(room, 'ResumeDose', {}, 33)
    expect(resumed.types).toEqual(['ResumeHeld'])
    room = observe(resumed.room, 34, calmDuring).room
    expect(step(room, 'ResumeDose', {}, 35).types).toEqual(['DoseResumed'])
  })

  it('are acknowledged once', () => {
    const { room } = observe(started().room, 30, { ...calmDuring, sbp: 185, dbp: 105 })
    const [alarm] = room.session.alarms
    const alarmId = alarm?.alarmId as string
    const acknowledged = step(room, 'AcknowledgeAlarm', { alarmId, response: 'Paused, rechecking' }, 31)
    expect(acknowledged.types).toEqual(['AlarmAcknowledged'])
    expect(step(acknowledged.room, 'AcknowledgeAlarm', { alarmId, response: 'Again' }, 32).types).toEqual([
      'refused: alarm-acknowledged',
    ])
  })

  it('an observation entered in error stays in the record, and its alarm until a sound reading settles it', () => {
    const { room } = observe(started().room, 30, { ...calmDuring, spo2: 80 })
    const { types, room: after } = step(
      room,
      'WithdrawObservation',
      { observationId: observationId(30), reason: 'Probe was off' },
      31,
    )
    expect(types).toEqual(['ObservationEnteredInError'])
    expect(observe(after, 32, calmDuring).types).toEqual(['ObservationRecorded', 'AlarmSettled'])
    expect(after.session.enteredInError).toHaveLength(1)
  })
})

describe('the running dose', () => {
  it('does not count pauses, and knows what was delivered', () => {
    let { room } = started()
    room = step(room, 'PauseDose', { reason: 'Bathroom' }, 30).room
    room = observe(room, 40, calmDuring).room
    room = step(room, 'ResumeDose', {}, 40).room
    const dose = room.session.dose as NonNullable<typeof room.session.dose>
    expect(minutesRun(dose, at(50))).toBe(20)
    expect(deliveredMg(dose, at(50))).toBe(17.5)
    expect(endsAt(dose, at(50))).toBe(at(70))
    const stopped = step(room, 'StopDose', { reason: 'Nausea' }, 50)
    expect(stopped.room.session.dose?.ended).toMatchObject({ deliveredMg: 17.5, stoppedBecause: 'Nausea' })
    expect(step(room, 'StopDose', { reason: 'x', deliveredMg: 36 }, 50).types).toEqual([
      'refused: delivered-more-than-ordered',
    ])
  })

  it('gives esketamine by device, with a rest between', () => {
    const { room, types } = step(readyRoom('in-esk-trd'), 'StartDose', {}, 20)
    expect(types).toEqual(['DoseStarted', 'DeviceGiven'])
    expect(step(room, 'GiveDevice', {}, 24).types).toEqual(['refused: rest-between-devices'])
    expect(step(room, 'CompleteDose', {}, 24).types).toEqual(['refused: devices-left'])
    const second = step(room, 'GiveDevice', {}, 25)
    expect(second.types).toEqual(['DeviceGiven'])
    expect(step(second.room, 'GiveDevice', {}, 31).types).toEqual(['refused: all-devices-given'])
    expect(step(second.room, 'CompleteDose', {}, 26).types).toEqual(['DoseCompleted'])
  })

  it('asks for readings when they are due and not before', () => {
    const { room } = started()
    expect(sessionScreen(room, at(25)).alarms?.missing).toEqual([])
    expect(sessionScreen(room, at(31)).alarms?.missing.map(({ fact }) => fact)).toContain('in_session.sbp')
    expect(sessionScreen(room, at(25)).due[0]?.dueAt).toBe(at(30))
  })
})

describe('what is not known', () => {
  it('a pressure from before the dose does not let the patient leave, nor one that is overdue', () => {
    let { room } = started()
    room = step(room, 'StopDose', { reason: 'Enough' }, 30).room
    room = step(room, 'AssessRecovery', calmRecovery, 150).room
    room = observe(room, 150, { hr: 72, spo2: 98, moaas: 5, cadss6: 0 }, 12).room
    expect(assessDischarge(room, at(151)).missing.map(({ fact }) => fact)).toEqual(['discharge.dbp', 'discharge.sbp'])
    room = observe(room, 152, calmVitals, 13).room
    expect(assessDischarge(room, at(153)).decision).toBe('allow')
    expect(assessDischarge(room, at(180)).missing.map(({ fact }) => fact)).toContain('discharge.sbp')
  })

  it('a reading that is overdue does not settle its alarm', () => {
    let { room } = observe(started().room, 30, { ...calmDuring, sbp: 185, dbp: 100 })
    expect(room.session.alarms).toHaveLength(1)
    const later = observe(room, 45, { spo2: 97 }, 14)
    expect(later.types).toEqual(['ObservationRecorded'])
    room = later.room
    expect(observe(room, 46, { sbp: 130, dbp: 80 }, 15).types).toEqual(['ObservationRecorded', 'AlarmSettled'])
  })
})

describe('slips of the pen', () => {
  it('half a pressure, a reversed pressure, nothing at all', () => {
    const { room } = started()
    expect(observe(room, 30, { sbp: 120 }).types).toEqual(['refused: half-a-pressure'])
    expect(observe(room, 30, { sbp: 80, dbp: 120 }).types).toEqual(['refused: pressure-reversed'])
    expect(observe(room, 30, {}).types).toEqual(['refused: nothing-observed'])
  })
})

it('discharge asks for everything that it needs', () => {
  let { room } = started()
  room = step(room, 'StopDose', { reason: 'Enough' }, 30).room
  const { decision, missing } = assessDischarge(room, at(31))
  expect(decision).toBe('hold')
  expect(missing.map(({ fact }) => fact)).toContain('discharge.aldrete')
})

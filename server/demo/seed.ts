/**
 * Fills the demonstration clinic: once its team and protocols, and for each day that it is opened, that day's patients.
 * Sessions go through the same commands as at the bedside, at the instants at which they would have been given.
 */
import { createHash } from 'node:crypto'
import {
  type Actor,
  type BoardRow,
  type Clinic,
  type CourseEvent,
  dayOf,
  decideSession,
  type Instant,
  minutesAfter,
  type PatientEvent,
  type SessionCommandData,
  type SessionCommandName,
} from '@keel/care'
import type { Json } from '@keel/eventlog'
import { equipmentItems } from '@keel/rulebook'
import type { SignIns } from '../access/sign-in.ts'
import type { EventsByStream, Handled, Runtime } from '../runtime/handle.ts'
import { byStream, readRoom } from '../runtime/session-room.ts'
import { streams } from '../runtime/streams.ts'
import { sessionBoard } from '../runtime/views.ts'
import { type DemoPatient, demoPatients } from './patients.ts'
import { demoClinicId, demoPassword, demoPeople } from './people.ts'

const timeZone = 'America/New_York'

interface Seeding {
  readonly runtime: Runtime
  readonly staff: {
    readonly nurse: Actor
    readonly second: Actor
    readonly prescriber: Actor
    readonly director: Actor
  }
  readonly now: Instant
  readonly on: string
}

/** Seeds what is missing; nothing is written twice, whatever was there before. */
export async function seedDemo(
  runtime: Runtime,
  signIns: SignIns,
  onProgress: (message: string) => void,
): Promise<void> {
  await signIns.addClinic({ clinicId: demoClinicId, name: 'Harbor Light Demo Clinic', demo: true })
  const ids: string[] = []
  for (const { name, email } of demoPeople)
    ids.push(await signIns.ensurePerson({ name, email, password: demoPassword, clinicId: demoClinicId }))
  const [nurse, second, prescriber, director] = ids as [string, string, string, string]
  const on = dayOf(runtime.clock.now(), timeZone)
  const now = await openedAt(runtime, on)
  const seeding: Seeding = {
    runtime,
    now,
    on,
    staff: {
      nurse: { personId: nurse, role: 'session-monitor' },
      second: { personId: second, role: 'session-monitor' },
      prescriber: { personId: prescriber, role: 'prescriber' },
      director: { personId: director, role: 'medical-director' },
    },
  }
  const clinic = (await runtime.records.load(streams.clinic, true)).state as Clinic | undefined
  if (!clinic) await openClinic(seeding, ids)
  if (await isSeeded(runtime, on)) return
  onProgress(`Seeding the demo clinic's synthetic patients for ${on}`)
  await openDay(seeding, ids)
  for (const patient of inOrderOfSeeding) await seedSession(seeding, patient)
}

/** The last of them is one with whose order its seeding ends: by that order it is known that all are there. */
const inOrderOfSeeding = demoPatients.toSorted(
  (a, b) => Number(a.stage === 'scheduled') - Number(b.stage === 'scheduled'),
)

async function isSeeded({ log, clinicId }: Runtime, on: string): Promise<boolean> {
  const last = inOrderOfSeeding.at(-1) as DemoPatient
  const row = await log.readView<BoardRow & Json>(clinicId, sessionBoard, stableId('session', on, last.name))
  return row !== undefined && row.order !== null
}

const openedBeforeMin = 180

/** A seeding that was cut short goes on as if it were still the instant at which it began: its sessions stay in step. */
async function openedAt({ log, clinicId, clock }: Runtime, on: string): Promise<Instant> {
  const id = `day ${on}`
  const opened = await log.recall(clinicId, stableId('demo', id), { seed: id })
  const [first] = opened?.status === 'repeated' ? opened.events : []
  return first === undefined ? clock.now() : minutesAfter(first.at, openedBeforeMin)
}

/** The same id for the same thing on the same day, so that a seeding that was cut short goes on where it stopped. */
function stableId(...parts: readonly string[]): string {
  const hex = createHash('sha256').update(parts.join('|')).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

async function record({ runtime }: Seeding, id: string, at: Instant, by: Actor, events: EventsByStream): Promise<void> {
  const asked = { seed: id } as Json
  assertDone(
    await runtime.handle({ at, by, commandId: stableId('demo', id), asked, about: 'demo' }, async (read) => {
      for (const streamId of Object.keys(events)) await read(streamId)
      return { accept: events }
    }),
    id,
  )
}

function assertDone(handled: Handled, what: string): void {
  if (handled.status === 'appended' || handled.status === 'repeated') return
  const why = handled.status === 'refused' ? handled.refusal.message : handled.status
  throw new Error(`The demo could not be seeded (${what}): ${why}`)
}

async function openClinic(seeding: Seeding, ids: readonly string[]): Promise<void> {
  const { runtime, now, staff } = seeding
  const opened = { name: 'Harbor Light Demo Clinic', timeZone, region: 'US', synthetic: true, remsCertified: true }
  const adopted = ['iv-ket-trd', 'in-esk-trd'].map((protocol) => ({
    type: 'ProtocolAdopted',
    data: { protocol, ruleset: runtime.ruleset },
  }))
  const joined = demoPeople.map(({ name, roles, aclsCurrent }, index) => ({
    type: 'StaffJoined',
    data: { personId: ids[index], name, roles: [...roles], aclsCurrent, blsCurrent: !roles.includes('front-desk') },
  }))
  await record(seeding, 'clinic', now, staff.director, {
    [streams.clinic]: [{ type: 'ClinicOpened', data: opened }, ...adopted],
    [streams.team]: joined,
  })
}

async function openDay(seeding: Seeding, ids: readonly string[]): Promise<void> {
  const { now, on, staff } = seeding
  const items = Object.fromEntries(equipmentItems.map((item) => [item, true]))
  const arrived = ids.map((personId) => ({ type: 'StaffArrived', data: { personId } }))
  await record(seeding, `day ${on}`, minutesAfter(now, -openedBeforeMin), staff.nurse, {
    [streams.day(on)]: [...arrived, { type: 'EquipmentChecked', data: { items } }],
  })
}

async function seedSession(seeding: Seeding, patient: DemoPatient): Promise<void> {
  const { now, on, staff } = seeding
  const [patientId, courseId, sessionId] = ['patient', 'course', 'session'].map((kind) =>
    stableId(kind, on, patient.name),
  ) as [string, string, string]
  const before = minutesAfter(now, -240)
  await record(seeding, `patient ${on} ${patient.name}`, before, staff.prescriber, {
    [streams.patient(patientId)]: patientHistory(patient, patientId, on),
    [streams.course(courseId)]: courseSoFar(patient, patientId, courseId, on),
    [streams.session(sessionId)]: [
      {
        type: 'SessionScheduled',
        data: {
          sessionId,
          patientId,
          courseId,
          protocol: patient.protocol,
          region: 'US',
          setting: 'outpatient',
          room: patient.room,
          on,
          startsAt: minutesAfter(now, patient.startsInMin),
        },
      },
    ],
  })
  await walk(seeding, patient, sessionId)
}

function patientHistory(patient: DemoPatient, patientId: string, on: string): readonly PatientEvent[] {
  const recently = dayBefore(on, 6)
  return [
    {
      type: 'PatientRegistered',
      data: {
        patientId,
        name: patient.name,
        birthDate: patient.birthDate,
        sex: patient.sex,
        recordNumber: `DEMO-${patientId.slice(0, 6).toUpperCase()}`,
        synthetic: true,
      },
    },
    { type: 'PatientMeasured', data: { on: recently, heightCm: patient.heightCm, weightKg: patient.weightKg } },
    {
      type: 'HistoryRecorded',
      data: {
        conditions: [{ key: 'major-depressive-disorder', status: 'current', severity: 'severe' }],
        medications: patient.medications.map((name) => ({ name })),
        allergies: [...patient.allergies],
        japaneseAncestry: false,
        canBecomePregnant: patient.canBecomePregnant,
      },
    },
    { type: 'ConsentSigned', data: { protocol: patient.protocol, on: dayBefore(on, 30) } },
    { type: 'PrescriptionMonitoringQueried', data: { on: dayBefore(on, 12), otherKetamineOn: 'never' } },
    { type: 'RemsEnrolled', data: { on: dayBefore(on, 30) } },
    {
      type: 'ScreeningRecorded',
      data: {
        on: dayBefore(on, 30),
        meanSbp: patient.vitals.sbp - 2,
        meanDbp: patient.vitals.dbp - 2,
        visits: 2,
        failedAntidepressantTrials: 3,
        diagnosisMatchesProtocol: true,
        nonmedicalKetamineLastOn: 'never',
        moca: 28,
        stopBang: 2,
      },
    },
    {
      type: 'LaboratoryResulted',
      data: { on: dayBefore(on, 28), altXUln: 0.7, astXUln: 0.6, tsh: 'normal', urinalysis: 'normal' },
    },
    {
      type: 'UrinarySymptomsAsked',
      data: {
        on: recently,
        bpicSs: 3,
        dysuria: false,
        urgency: false,
        frequency: false,
        nocturia: false,
        haematuria: false,
      },
    },
    ...(patient.canBecomePregnant
      ? ([{ type: 'PregnancyTested', data: { on: recently, result: 'negative' } }] as const)
      : []),
  ]
}

function courseSoFar(patient: DemoPatient, patientId: string, courseId: string, on: string): readonly CourseEvent[] {
  const { protocol, doseDaysAgo, priorDoseMg } = patient
  const first = Math.max(...doseDaysAgo, 1)
  const last = Math.min(...doseDaysAgo, first)
  return [
    {
      type: 'CoursePlanned',
      data: { courseId, patientId, protocol, region: 'US', setting: 'outpatient', earlierCourseEndedOn: 'never' },
    },
    { type: 'EducationPassed', data: { on: dayBefore(on, first + 3) } },
    { type: 'MeasureTaken', data: { on: dayBefore(on, first + 1), scale: 'PHQ-9', score: 21 } },
    ...doseDaysAgo.map(
      (days): CourseEvent => ({ type: 'PriorDoseRecorded', data: { on: dayBefore(on, days), doseMg: priorDoseMg } }),
    ),
    ...betweenDoses(dayBefore(on, Math.max(0, last - 1))),
  ]
}

/** What a course gathers after a dose: an integration visit, a measure, and the reviews of risk. */
function betweenDoses(on: string): readonly CourseEvent[] {
  return [
    { type: 'IntegrationVisit', data: { on, attended: true } },
    { type: 'MeasureTaken', data: { on, scale: 'PHQ-9', score: 15 } },
    { type: 'SuicideRiskScreened', data: { on, risk: 'low' } },
    {
      type: 'MisuseRiskReviewed',
      data: {
        on,
        tier: 'low',
        earlyDoseRequests: 0,
        doseEscalationRequests: 0,
        lostProductReports: 0,
        cravingRise: false,
      },
    },
  ]
}

function dayBefore(on: string, days: number): string {
  return Temporal.PlainDate.from(on).subtract({ days }).toString()
}

/** Takes a session as far as its stage, one command after the other. */
async function walk(seeding: Seeding, patient: DemoPatient, sessionId: string): Promise<void> {
  const { now, staff } = seeding
  const { stage, order, weightKg, vitals } = patient
  const startedMin = stage === 'running' ? -22 : stage === 'observing' ? -85 : 0
  const at = (minutes: number) => minutesAfter(now, startedMin + minutes)
  const give = sender(seeding, sessionId)
  await give('OrderDose', order, at(-60), staff.prescriber)
  if (stage === 'scheduled') return
  await give('CheckIn', { identifiedBy: ['name', 'birth-date'], weightKg }, at(-30), staff.nurse)
  await give('RecordObservation', observation('first', sessionId, vitals), at(-25), staff.nurse)
  await give('RecordObservation', observation('second', sessionId, vitals), at(-12), staff.nurse)
  if (stage === 'checked-in') return
  await give('AnswerTimeOut', timeOut(at(0)), at(-8), staff.nurse)
  await give('PrepareDose', { doseMg: order.doseMg }, at(-4), staff.nurse)
  await give('CheckDose', { doseMg: order.doseMg }, at(-3), staff.second)
  await give('StartDose', {}, at(0), staff.nurse)
  await walkDose(give, patient, sessionId, at, staff.nurse)
}

type Give = ReturnType<typeof sender>

async function walkDose(
  give: Give,
  { stage, protocol, vitals }: DemoPatient,
  sessionId: string,
  at: (minutes: number) => Instant,
  nurse: Actor,
) {
  if (protocol === 'in-esk-trd') {
    await give('GiveDevice', {}, at(5.5), nurse, 'second device')
    await give('GiveDevice', {}, at(11), nurse, 'third device')
    await give('CompleteDose', {}, at(12), nurse)
    await give(
      'RecordObservation',
      during('at 40', sessionId, { ...vitals, sbp: vitals.sbp + 14, dbp: vitals.dbp + 6, cadss6: 5 }),
      at(40),
      nurse,
    )
    await give(
      'RecordObservation',
      during('at 70', sessionId, { ...vitals, sbp: vitals.sbp + 6, dbp: vitals.dbp + 2, cadss6: 1 }),
      at(70),
      nurse,
    )
    return
  }
  await give(
    'RecordObservation',
    during('at 10', sessionId, { ...vitals, sbp: vitals.sbp + 8, dbp: vitals.dbp + 4 }),
    at(10),
    nurse,
  )
  await give(
    'RecordObservation',
    during('at 20', sessionId, { ...vitals, sbp: vitals.sbp + 13, dbp: vitals.dbp + 6 }),
    at(20),
    nurse,
  )
  if (stage === 'observing') await give('CompleteDose', {}, at(40), nurse)
}

function sender({ runtime }: Seeding, sessionId: string) {
  return async <N extends SessionCommandName>(
    name: N,
    data: SessionCommandData<N>,
    at: Instant,
    by: Actor,
    note = '',
  ) => {
    const observationId = (data as { observationId?: string }).observationId ?? note
    const what = `${name} ${sessionId} ${observationId}`
    const handled = await runtime.handle(
      { at, by, commandId: stableId('demo', what), asked: { seed: what }, about: 'demo' },
      async (read) => {
        const room = await readRoom(read, sessionId)
        if (!room) throw new Error('the demo session is not there')
        return byStream(room, decideSession(name, room, data, { at, by }))
      },
    )
    assertDone(handled, name)
  }
}

function observation(label: string, sessionId: string, vitals: DemoPatient['vitals']) {
  return { observationId: stableId('observation', sessionId, label), ...vitals, rr: 14, tempC: 36.7, cadss6: 0 }
}

function during(label: string, sessionId: string, vitals: DemoPatient['vitals'] & { readonly cadss6?: number }) {
  const calm = { moaas: 5, rass: 0, distress: false, vomiting: false, symptoms: [] }
  return { observationId: stableId('observation', sessionId, label), ...vitals, rr: 14, ...calm }
}

function timeOut(at: Instant): SessionCommandData<'AnswerTimeOut'> {
  return {
    lastFoodAt: minutesAfter(at, -9 * 60),
    lastDrinkAt: minutesAfter(at, -3 * 60),
    lastAlcoholAt: minutesAfter(at, -72 * 60),
    breathAlcoholPercent: 0,
    intoxicated: false,
    escort: true,
    drugTest: {
      cocaine: 'negative',
      amphetamine: 'negative',
      opioid: 'negative',
      pcp: 'negative',
      benzodiazepine: 'negative',
      ketamine: 'negative',
    },
    nasalMedicineAt: 'never',
    suicidalIdeation: 1,
    suicidalBehaviourOn: 'never',
    newMedicationUnreviewed: false,
    remsFormDaysUnsent: 0,
    missedSessions: 0,
    depressionWorse: false,
  }
}

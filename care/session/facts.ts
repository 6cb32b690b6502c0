/**
 * From the record to the facts that rules ask for, in the shape of the case format. Elapsed times are worked out here,
 * from instants in the record and the instant of the question. What the record does not hold stays unknown.
 */
import type { Facts, FactValue } from '@keel/engine'
import { asListed, classesOf, equipmentItems, everyMinAt, protocolOf } from '@keel/rulebook'
import { followUpFacts } from '../follow-up/follow-up.ts'
import { ageOn, daysBetween, type Instant, minutesBetween, monthsBetween } from '../kernel.ts'
import { scheduleOn } from '../plan/course.ts'
import type { TimeOut } from './events.ts'
import type { Room } from './room.ts'
import type { Observation, Session } from './state.ts'

/** Minutes that must lie between the two pressure readings before a dose. */
const readingGapMin = 10

/** A spot reading says nothing of how long it lasted: an abnormal one is taken as sustained. */
const takenAsSustained = { hr_out_of_range_seconds: 120, spo2_low_seconds: 60 }

/** The facts of the gate: may this dose start at this instant? */
export function gateFacts(room: Room, at: Instant): Facts {
  const { session, patient, course } = room
  const followUp = followUpFacts(course.followUp, session.on)
  return {
    phase: 'pre_session',
    ...whoAndWhere(room),
    weight_kg: patient.weight?.kg ?? null,
    height_cm: patient.heightCm,
    japanese_ancestry: patient.history?.japaneseAncestry ?? null,
    conditions: conditionFacts(room),
    medications: medicationFacts(room, at),
    vitals: { ...vitalFacts(session), ...screeningPressure(patient) },
    order: orderFacts(session),
    schedule: {
      ...scheduleOn(course, session.on),
      ...followUp.schedule,
      months_since_labs: monthsSince(patient.laboratory?.on, session.on),
      missed_sessions: session.timeOut.missedSessions ?? null,
      depression_worse: session.timeOut.depressionWorse ?? null,
    },
    gate: timeOutFacts(room, at),
    site: siteFacts(room),
    history: { ...followUp.history, ...historyFacts(room) },
    labs: labFacts(room),
    symptoms: urinaryFacts(patient),
    response: followUp.response,
    engagement: followUp.engagement,
  }
}

function whoAndWhere({ session, patient }: Room): Facts {
  return {
    protocol: session.protocol,
    region: session.region,
    setting: session.setting,
    age: ageOn(patient.birthDate, session.on),
    sex: patient.sex,
  }
}

/** Conditions with elapsed times in the place of days, and what listing a condition says. */
function conditionFacts({ patient, session }: Room): readonly Facts[] | null {
  if (!patient.history) return null
  return patient.history.conditions.map(({ lastOn, criteriaLastMetOn, childPugh, ...condition }) =>
    asListed({
      ...condition,
      ...(childPugh && { child_pugh: childPugh }),
      ...(lastOn && { days_ago: Math.max(0, daysBetween(lastOn, session.on)) }),
      ...(criteriaLastMetOn && { months_since_criteria_met: monthsSince(criteriaLastMetOn, session.on) }),
    }),
  )
}

function monthsSince(day: string | undefined, on: string): number | 'never' {
  return day === undefined ? 'never' : Math.max(0, monthsBetween(day, on))
}

function screeningPressure({ screening }: Room['patient']): Facts {
  return {
    mean_sbp: screening?.meanSbp ?? null,
    mean_dbp: screening?.meanDbp ?? null,
    visits: screening?.visits ?? null,
  }
}

function historyFacts({ patient, session }: Room): Facts {
  const { history, screening } = patient
  const lastUse = screening?.nonmedicalKetamineLastOn
  return {
    allergies: history ? history.allergies.map((one) => one.toLowerCase()) : null,
    failed_antidepressant_trials: screening?.failedAntidepressantTrials ?? null,
    diagnosis_matches_protocol: screening?.diagnosisMatchesProtocol ?? null,
    nonmedical_ketamine_use: {
      last_use_months_ago:
        lastUse === undefined ? null : lastUse === 'never' ? lastUse : monthsSince(lastUse, session.on),
    },
  }
}

function labFacts({ patient, session }: Room): Facts {
  const { laboratory, screening } = patient
  return {
    alt_x_uln: laboratory?.altXUln ?? null,
    ast_x_uln: laboratory?.astXUln ?? null,
    tsh: laboratory?.tsh ?? null,
    urinalysis: laboratory?.urinalysis ?? null,
    months_since_lft: monthsSince(laboratory?.on, session.on),
    moca: screening?.moca ?? null,
    stop_bang: screening?.stopBang ?? null,
  }
}

function urinaryFacts({ urinarySymptoms }: Room['patient']): Facts {
  if (!urinarySymptoms) return {}
  const { on: _on, bpicSs, ...symptoms } = urinarySymptoms
  return { bpic_ss: bpicSs, ...symptoms }
}

/** The reading that counts is the last; every earlier one still counts towards a crisis, so the highest stands for them. */
function vitalFacts({ observations }: Session): Facts {
  const readings = observations.filter(hasPressure)
  const last = readings.at(-1)
  const earlier = readings.slice(0, -1)
  const apart = last && earlier.findLast((reading) => minutesBetween(reading.at, last.at) >= readingGapMin)
  const other = apart ?? earlier.at(-1)
  return {
    sbp: last?.sbp ?? null,
    dbp: last?.dbp ?? null,
    first_sbp: earlier.length > 0 ? Math.max(...earlier.map(({ sbp }) => sbp)) : null,
    first_dbp: earlier.length > 0 ? Math.max(...earlier.map(({ dbp }) => dbp)) : null,
    minutes_between: last && other ? Math.floor(minutesBetween(other.at, last.at)) : null,
    hr: latest(observations, 'hr')?.hr ?? null,
    spo2: latest(observations, 'spo2')?.spo2 ?? null,
    rr: latest(observations, 'rr')?.rr ?? null,
    temp_c: latest(observations, 'tempC')?.tempC ?? null,
  }
}

type WithPressure = Observation & { readonly sbp: number; readonly dbp: number }
function hasPressure(observation: Observation): observation is WithPressure {
  return observation.sbp !== undefined && observation.dbp !== undefined
}

/** The newest observation that has a value of this kind. */
export function latest<K extends keyof Observation>(
  observations: readonly Observation[],
  key: K,
): Observation | undefined {
  return observations.findLast((observation) => observation[key] !== undefined)
}

function orderFacts({ order }: Session): Facts {
  return {
    dose_mg: order?.doseMg ?? null,
    duration_min: order?.durationMin ?? null,
    weight_basis: order?.weightBasis ?? null,
    ordered_weight_kg: order?.orderedWeightKg ?? null,
    // A session is a dose at the clinic; no order of this record sends one home.
    home_use: false,
  }
}

function timeOutFacts({ session, patient }: Room, at: Instant): Facts {
  const { timeOut, on, protocol } = session
  const consent = patient.consents.filter((one) => one.protocol === protocol).at(-1)
  return {
    last_food_h: hoursSince(timeOut.lastFoodAt, at),
    last_liquid_h: hoursSince(timeOut.lastDrinkAt, at),
    alcohol_hours_ago: hoursSince(timeOut.lastAlcoholAt, at),
    breath_alcohol_percent: timeOut.breathAlcoholPercent ?? null,
    intoxicated: timeOut.intoxicated ?? null,
    escort: timeOut.escort ?? null,
    can_become_pregnant: patient.history?.canBecomePregnant ?? null,
    pregnancy_test_days_ago: patient.pregnancyTest ? daysBetween(patient.pregnancyTest.on, on) : 'never',
    pregnancy_test_result: patient.pregnancyTest?.result ?? null,
    uds: timeOut.drugTest ?? null,
    cssrs_ideation: timeOut.suicidalIdeation ?? null,
    cssrs_behaviour_days_ago: daysSince(timeOut.suicidalBehaviourOn, on),
    pdmp_days_ago: daysSince(patient.prescriptionMonitoring?.on ?? 'never', on),
    pdmp_other_ketamine_days_ago: daysSince(patient.prescriptionMonitoring?.otherKetamineOn, on),
    consent_months_ago: consent ? monthsBetween(consent.on, on) : 'never',
    consent_matches_protocol: consent !== undefined,
    weight_days_ago: daysSince(patient.weight?.on ?? 'never', on),
    new_medication_unreviewed:
      unreviewedMedicine(patient.history?.medications) || (timeOut.newMedicationUnreviewed ?? null),
    rems_form_days_unsent: timeOut.remsFormDaysUnsent ?? null,
  }
}

function hoursSince(instant: Instant | 'never' | undefined, at: Instant): number | 'never' | null {
  if (instant === undefined) return null
  return instant === 'never' ? 'never' : Math.max(0, Math.floor((minutesBetween(instant, at) / 60) * 100) / 100)
}

function daysSince(day: string | 'never' | undefined, on: string): number | 'never' | null {
  if (day === undefined) return null
  return day === 'never' ? 'never' : Math.max(0, daysBetween(day, on))
}

type Medications = NonNullable<Room['patient']['history']>['medications']

/** A medicine that the running rulebook cannot judge is never passed over: it counts as not reviewed. */
function unreviewedMedicine(medications: Medications | undefined): boolean {
  return (medications ?? []).some((medication) => classesOf(medication) === undefined)
}

function medicationFacts({ patient, session }: Room, at: Instant): readonly Facts[] | null {
  if (!patient.history) return null
  const kept = patient.history.medications.map(({ name, route, class: stated, ...doses }) => ({
    name,
    ...(route && { route }),
    ...(doses.doseMgPerDay !== undefined && { dose_mg_per_day: doses.doseMgPerDay }),
    ...(doses.diazepamEquivalentMg !== undefined && { diazepam_equivalent_mg: doses.diazepamEquivalentMg }),
    ...(doses.mmePerDay !== undefined && { mme_per_day: doses.mmePerDay }),
    classes: classesOf({ name, ...(stated && { class: stated }) }) ?? [],
  }))
  return [...kept, ...nasalMedicine(session.timeOut, at)]
}

/** What the time-out learned of nasal sprays today; unasked, it stands as a spray of unknown time, so that it is asked. */
function nasalMedicine({ nasalMedicineAt }: TimeOut, at: Instant): readonly Facts[] {
  if (nasalMedicineAt === 'never') return []
  const minutesAgo = nasalMedicineAt === undefined ? null : Math.max(0, Math.floor(minutesBetween(nasalMedicineAt, at)))
  return [
    { name: 'nasal spray today', route: 'nasal', classes: ['nasal-steroid-decongestant'], minutes_ago: minutesAgo },
  ]
}

function siteFacts({ clinic, team, day, patient, session }: Room): Facts {
  const present = day.onSite.flatMap((personId) => team.members[personId] ?? [])
  const checked = day.equipment
  return {
    rems_certified: clinic.remsCertified,
    patient_rems_enrolled: patient.remsEnrolledOn !== null,
    acls_clinician_on_site: present.some(({ aclsCurrent }) => aclsCurrent),
    prescriber_on_site: present.some(({ roles }) => roles.includes('prescriber')),
    bls_staff_on_site: present.filter(({ blsCurrent }) => blsCurrent).length,
    patients_in_infusion: day.running.filter((running) => running !== session.sessionId).length,
    // No command switches doses at home on, and no session is one.
    home_protocol_enabled: false,
    ...Object.fromEntries(equipmentItems.map((item) => [`${item}_checked_today`, checked[item] ?? false])),
  }
}

/** Which parts of an observation each scheduled reading takes. */
export const partsOfReading = {
  pressure: ['sbp', 'dbp', 'hr'],
  saturation: ['spo2', 'rr'],
  sedation: ['moaas', 'rass', 'distress', 'vomiting', 'symptoms'],
  dissociation: ['cadss6'],
} as const satisfies Record<string, readonly (keyof Observation)[]>

/** The other way round: the scheduled reading that a part of an observation belongs to. */
const readingOf: ReadonlyMap<keyof Observation, keyof typeof partsOfReading> = new Map(
  (Object.keys(partsOfReading) as (keyof typeof partsOfReading)[]).flatMap((reading) =>
    partsOfReading[reading].map((part) => [part, reading] as const),
  ),
)

const alarmParts = [...readingOf.keys()]

/** The facts of the alarms, at this instant of a dose that has begun. A reading that is overdue is no longer known. */
export function alarmFacts(session: Session, at: Instant): Facts {
  const { dose, protocol } = session
  if (!dose) return { phase: 'in_session', protocol }
  const readings: Record<string, FactValue> = {}
  for (const part of alarmParts) {
    const newest = session.observations.findLast((seen) => seen[part] !== undefined && seen.at <= at)
    const isKnown = newest && newest.at >= dose.startedAt && !isOverdue(session, part, newest.at, at)
    if (isKnown) readings[part] = newest[part] as FactValue
  }
  const minute = Math.floor(minutesBetween(dose.startedAt, at))
  const inSession = { minute, ...readings, ...previousPressure(session, at), ...takenAsSustained }
  return { phase: 'in_session', protocol, in_session: inSession }
}

/** The pressure before the last one; before the second reading of the dose that is the reading before the dose. */
function previousPressure({ observations }: Session, at: Instant): Facts {
  const last = observations.findLastIndex((observation) => observation.at <= at && hasPressure(observation))
  const previous = observations.slice(0, Math.max(0, last)).findLast(hasPressure)
  if (!previous) return {}
  return {
    previous_sbp: previous.sbp,
    previous_dbp: previous.dbp,
    minutes_since_previous: Math.floor(minutesBetween(previous.at, (observations[last] as Observation).at)),
  }
}

function isOverdue(session: Session, key: keyof Observation, takenAt: Instant, at: Instant): boolean {
  const reading = readingOf.get(key)
  const schedule = protocolOf(session.protocol)?.monitoring.find((one) => one.reading === reading)
  const from = session.dose?.ended?.at ?? session.dose?.startedAt
  if (!schedule || !from) return false
  const times = session.dose?.ended ? schedule.observing : schedule.running
  const every = everyMinAt(times, minutesBetween(from, takenAt))
  return every !== null && minutesBetween(takenAt, at) > every
}

/**
 * The facts of leaving. What counts is what was seen since the dose ended and is not overdue: a patient who was not looked
 * at lately is not known to be well.
 */
export function dischargeFacts(room: Room, at: Instant): Facts {
  const { session } = room
  const { dose, observations } = session
  const minutesSince = (instant: Instant | undefined) => (instant ? Math.floor(minutesBetween(instant, at)) : null)
  const readings = observations.filter(hasPressure)
  const beforeDose = dose ? observations.filter((observation) => observation.at < dose.startedAt) : []
  const pressureBefore = beforeDose.findLast(hasPressure)
  const current = currentAfterDose(session, at)
  const dissociation = current('cadss6')
  return {
    phase: 'discharge',
    ...whoAndWhere(room),
    conditions: conditionFacts(room),
    medications: medicationFacts(room, at),
    discharge: {
      minutes_since_infusion_end: minutesSince(dose?.ended?.at),
      minutes_since_dose: minutesSince(dose?.startedAt),
      minutes_since_first_device: minutesSince(dose?.devices[0]?.at),
      minutes_since_last_device: minutesSince(dose?.devices.at(-1)?.at),
      sbp: current('sbp'),
      dbp: current('dbp'),
      previous_sbp: readings.at(-2)?.sbp ?? null,
      previous_dbp: readings.at(-2)?.dbp ?? null,
      baseline_sbp: pressureBefore?.sbp ?? null,
      baseline_dbp: pressureBefore?.dbp ?? null,
      hr: current('hr'),
      spo2: current('spo2'),
      baseline_spo2: latest(beforeDose, 'spo2')?.spo2 ?? null,
      moaas: current('moaas'),
      cadss6_above_baseline: dissociation === null ? null : dissociation - (latest(beforeDose, 'cadss6')?.cadss6 ?? 0),
      ...recoveryFacts(session.recovery),
    },
  }
}

/** Reads the newest value since the dose ended, or `null` when there is none or it is overdue. */
function currentAfterDose(session: Session, at: Instant) {
  const endedAt = session.dose?.ended?.at
  const after = endedAt ? session.observations.filter((observation) => observation.at >= endedAt) : []
  return (key: 'sbp' | 'dbp' | 'hr' | 'spo2' | 'moaas' | 'cadss6'): number | null => {
    const newest = latest(after, key)
    return newest && !isOverdue(session, key, newest.at, at) ? (newest[key] ?? null) : null
  }
}

function recoveryFacts(recovery: Session['recovery']): Facts {
  if (!recovery) return {}
  const sum = (items: readonly number[]) => items.reduce((total, item) => total + item, 0)
  return {
    aldrete: sum(recovery.aldrete),
    aldrete_lowest_item: Math.min(...recovery.aldrete),
    padss: sum(recovery.padss),
    gait_steady: recovery.gaitSteady,
    nausea_controlled: recovery.nauseaControlled,
    oriented: recovery.oriented,
    escort_present: recovery.escortPresent,
    will_drive: !recovery.agreesNotToDrive,
    cssrs_ideation: recovery.suicidalIdeation,
    safety_plan_given: recovery.safetyPlanGiven,
  }
}

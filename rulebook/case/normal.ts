/**
 * What "all other clear" means: the value of every fact that a case does not list. Where a normal value depends on what
 * the case does list (a dose on the weight, a date on the phase of the course) it is worked out here.
 */
import { type Facts, type FactValue, withFact } from '@keel/engine'
import { arithmetic, rounded } from '../derivations.ts'
import type { ProtocolId } from '../protocol-ids.ts'
import { protocolOf } from '../protocols/index.ts'
import { dcDissociation } from '../rules/discharge/dc-dissociation.rule.ts'
import { assessor } from '../ruleset.ts'
import type { Protocol, SettingName } from '../settings.ts'
import { equipmentItems, type FactPath } from '../vocabulary.ts'
import { hoursSinceListedAlcohol } from './listed-alcohol.ts'

/** The normal values that depend on nothing else. */
const normal: Readonly<Partial<Record<FactPath, FactValue>>> = {
  region: 'US',
  age: 40,
  sex: 'female',
  japanese_ancestry: false,
  conditions: [],
  medications: [],
  'history.failed_antidepressant_trials': 3,
  'history.nonmedical_ketamine_use.frequency': 'never',
  'history.nonmedical_ketamine_use.last_use_months_ago': 'never',
  'history.craving_vas_rise': false,
  'history.early_dose_requests': 0,
  'history.dose_escalation_requests': 0,
  'history.lost_product_reports': 0,
  'history.trauma_focused_therapy_completed': true,
  'history.veteran': false,
  'history.diagnosis_matches_protocol': true,
  'history.allergies': [],
  'labs.alt_x_uln': 0.6,
  'labs.ast_x_uln': 0.6,
  'labs.tsh': 'normal',
  'labs.urinalysis': 'normal',
  'labs.months_since_lft': 1,
  'labs.moca': 28,
  'labs.stop_bang': 1,
  'symptoms.bpic_ss': 2,
  'symptoms.dysuria': false,
  'symptoms.urgency': false,
  'symptoms.frequency': false,
  'symptoms.nocturia': false,
  'symptoms.haematuria': false,
  'vitals.sbp': 122,
  'vitals.dbp': 76,
  'vitals.first_sbp': 124,
  'vitals.first_dbp': 78,
  'vitals.minutes_between': 15,
  'vitals.mean_sbp': 122,
  'vitals.mean_dbp': 76,
  'vitals.visits': 2,
  'vitals.hr': 72,
  'vitals.spo2': 98,
  'vitals.rr': 14,
  'vitals.temp_c': 36.7,
  'order.home_use': false,
  'schedule.dose_given_today': false,
  'schedule.weeks_since_course_end': 'never',
  'schedule.months_since_reevaluation': 1,
  'schedule.months_since_labs': 1,
  'schedule.months_since_taper_review': 1,
  'schedule.missed_sessions': 0,
  'schedule.depression_worse': false,
  'gate.last_food_h': 9,
  'gate.last_liquid_h': 3,
  'gate.escort': true,
  'gate.can_become_pregnant': false,
  'gate.pregnancy_test_days_ago': 3,
  'gate.pregnancy_test_result': 'negative',
  'gate.alcohol_hours_ago': 'never',
  'gate.breath_alcohol_percent': 0,
  'gate.intoxicated': false,
  'gate.uds.cocaine': 'negative',
  'gate.uds.amphetamine': 'negative',
  'gate.uds.opioid': 'negative',
  'gate.uds.pcp': 'negative',
  'gate.uds.benzodiazepine': 'negative',
  'gate.uds.ketamine': 'negative',
  'gate.cssrs_ideation': 0,
  'gate.cssrs_behaviour_days_ago': 'never',
  'gate.pdmp_days_ago': 1,
  'gate.pdmp_other_ketamine_days_ago': 'never',
  'gate.consent_months_ago': 1,
  'gate.consent_matches_protocol': true,
  'gate.weight_days_ago': 0,
  'gate.new_medication_unreviewed': false,
  'gate.rems_form_days_unsent': 0,
  'response.scale': 'MADRS',
  'response.baseline': 32,
  'response.current': 12,
  'in_session.minute': 20,
  'in_session.sbp': 130,
  'in_session.dbp': 80,
  'in_session.previous_sbp': 128,
  'in_session.previous_dbp': 79,
  'in_session.minutes_since_previous': 10,
  'in_session.hr': 78,
  'in_session.hr_out_of_range_seconds': 0,
  'in_session.spo2': 98,
  'in_session.spo2_low_seconds': 0,
  'in_session.rr': 14,
  'in_session.moaas': 5,
  'in_session.rass': 0,
  'in_session.cadss6': 0,
  'in_session.distress': false,
  'in_session.vomiting': false,
  'in_session.symptoms': [],
  'discharge.previous_sbp': 126,
  'discharge.previous_dbp': 79,
  'discharge.safety_plan_given': true,
  'discharge.aldrete_lowest_item': 2,
  'discharge.minutes_since_infusion_end': 130,
  'discharge.minutes_since_last_device': 130,
  'discharge.minutes_since_first_device': 140,
  'discharge.minutes_since_dose': 140,
  'discharge.sbp': 124,
  'discharge.dbp': 78,
  'discharge.baseline_sbp': 122,
  'discharge.baseline_dbp': 76,
  'discharge.hr': 72,
  'discharge.spo2': 98,
  'discharge.baseline_spo2': 98,
  'discharge.moaas': 5,
  'discharge.aldrete': 10,
  'discharge.padss': 10,
  'discharge.gait_steady': true,
  'discharge.nausea_controlled': true,
  'discharge.oriented': true,
  'discharge.escort_present': true,
  'discharge.will_drive': false,
  'discharge.cssrs_ideation': 0,
  'site.rems_certified': true,
  'site.patient_rems_enrolled': true,
  'site.acls_clinician_on_site': true,
  'site.prescriber_on_site': true,
  'site.bls_staff_on_site': 2,
  'site.patients_in_infusion': 0,
  'site.home_protocol_enabled': false,
  ...Object.fromEntries(equipmentItems.map((item) => [`site.${item}_checked_today`, true])),
  'home.supervised_doses_at_or_above': 3,
  'home.supervised_tolerated_dose_mg': 200,
  'home.adult_present': true,
  'home.live_video': true,
  'home.bp_cuff': true,
  'home.single_dose_dispensing': true,
  'home.locked_storage': true,
  'home.days_since_in_person_visit': 7,
  'engagement.misuse_tier': 'low',
  'engagement.days_since_integration_note': 3,
  'engagement.missed_integrations_60d': 0,
  'engagement.days_since_measure': 3,
  'engagement.education_passed': true,
  'engagement.same_day_clinician_open': false,
  'engagement.cssrs_risk': 'none',
  'engagement.access_barrier': false,
}

const normalBmi = 24
const normalWeightKg = 70
const normalHeightCm = 172

/** What the case states at a path: `undefined` when nothing, `null` when it says that it is unknown. */
function stated(facts: Facts, path: string): FactValue {
  let here: FactValue = facts
  for (const key of path.split('.')) {
    if (here === null || here === undefined) return here
    here = (here as Facts)[key]
  }
  return here
}

function numberAt(facts: Facts, path: string): number | undefined {
  const value = stated(facts, path)
  return typeof value === 'number' ? value : undefined
}

/** Adds the facts that are not stated; those stated as unknown stay unknown. */
function filled(facts: Facts, added: Readonly<Record<string, FactValue>>): Facts {
  return Object.entries(added).reduce(
    (all, [path, value]) => (stated(all, path) === undefined ? withFact(all, path, value) : all),
    facts,
  )
}

const toTenth = (amount: number): number => Math.round(amount * 10) / 10
/** Doses are rounded down, so that rounding never carries one past a limit. */
const downToTenth = (amount: number): number => Math.floor(rounded(amount * 10)) / 10

/** The chart with every fact that the case does not list at its normal value. */
export function withNormalFacts(facts: Facts): Facts {
  const setting = stated(facts, 'protocol') === 'sl-ket-home' ? 'home' : 'outpatient'
  const somewhere = filled(facts, { setting })
  return [
    withBody,
    withSchedule,
    withKetamineUse,
    withPregnancyTest,
    withListedAlcohol,
    withReadingsBeforeTheDose,
    withTableValues,
    withOrder,
    withDissociation,
  ].reduce((known, fill) => fill(known), somewhere)
}

/** What a case states of pressure and saturation on the day is what they were before the dose. */
function withReadingsBeforeTheDose(facts: Facts): Facts {
  const before = ['sbp', 'dbp', 'spo2'].flatMap((name) => {
    const reading = numberAt(facts, `vitals.${name}`)
    return reading === undefined ? [] : [[`discharge.baseline_${name}`, reading]]
  })
  return filled(facts, Object.fromEntries(before))
}

function withTableValues(facts: Facts): Facts {
  return filled(facts, normal)
}

/** Alcohol that a case lists with the medicines was not "never": the gate then knows, or does not know, when it was. */
function withListedAlcohol(facts: Facts): Facts {
  return filled(facts, { 'gate.alcohol_hours_ago': hoursSinceListedAlcohol(facts) })
}

/** A positive test is that of somebody who can become pregnant. */
function withPregnancyTest(facts: Facts): Facts {
  return filled(facts, { 'gate.can_become_pregnant': stated(facts, 'gate.pregnancy_test_result') === 'positive' })
}

/** Frequency and last use agree: use that a case states, or leaves open, was not "never". */
function withKetamineUse(facts: Facts): Facts {
  const [frequency, lastUse] = ['frequency', 'last_use_months_ago'].map(
    (name) => `history.nonmedical_ketamine_use.${name}`,
  ) as [string, string]
  const used = stated(facts, frequency)
  if (used !== undefined && used !== 'never') return filled(facts, { [lastUse]: null })
  return numberAt(facts, lastUse) === undefined ? facts : filled(facts, { [frequency]: 'once' })
}

/** Weight, height and body mass index that agree with whichever of them, or of the order, the case states. */
function withBody(facts: Facts): Facts {
  const height = numberAt(facts, 'height_cm')
  const known = filled(facts, { weight_kg: toTenth(likelyWeight(facts, height)) })
  if (height !== undefined && numberAt(known, 'weight_kg') !== undefined) return known
  const withIndex = filled(known, { bmi: normalBmi })
  return numberAt(withIndex, 'weight_kg') === undefined ? filled(withIndex, { height_cm: normalHeightCm }) : withIndex
}

function likelyWeight(facts: Facts, height: number | undefined): number {
  const ordered = numberAt(facts, 'order.ordered_weight_kg')
  if (ordered !== undefined && stated(facts, 'order.weight_basis') !== 'ideal') return ordered
  const bmi = numberAt(facts, 'bmi') ?? normalBmi
  const dose = numberAt(facts, 'order.dose_mg')
  const dosePerKg = numberAt(facts, 'order.dose_mg_per_kg')
  if (dose && dosePerKg && bmi < idealWeightFrom) return Math.min(400, Math.max(20, dose / dosePerKg))
  if (height !== undefined) return bmi * (height / 100) ** 2
  return bmi === normalBmi ? normalWeightKg : bmi * (normalHeightCm / 100) ** 2
}

const idealWeightFrom = arithmetic.idealWeightFromBmi[0].is as number

function protocolIn(facts: Facts): Protocol {
  return protocolOf(stated(facts, 'protocol') as ProtocolId) as Protocol // The reader has refused any other.
}

/** The number that the protocol states here; `otherwise` where it states none. */
function settingIn(facts: Facts, name: SettingName, otherwise: number): number {
  const value = assessor.settingOf(name, facts)
  return typeof value === 'object' ? (value.is as number) : otherwise
}

function withOrder(facts: Facts): Facts {
  const { usual } = protocolIn(facts)
  const weight = numberAt(facts, 'weight_kg') ?? normalWeightKg
  if (usual.by === 'device')
    return filled(facts, { ...deviceOrder(usual.doseMg, facts), 'order.ordered_weight_kg': weight })
  const dosing = (assessor.factOf('derived.dosing_weight_kg', facts) as number | undefined) ?? normalWeightKg
  const index = assessor.factOf('bmi', facts) as number | undefined
  const basis = index !== undefined && index >= idealWeightFrom ? 'ideal' : 'actual'
  const based = filled(facts, { 'order.weight_basis': basis, 'order.duration_min': usual.durationMin ?? 0 })
  const perKg = numberAt(based, 'order.dose_mg_per_kg')
  const most = Math.min(...highestDosesIn(based))
  return filled(based, {
    'order.ordered_weight_kg': stated(based, 'order.weight_basis') === 'ideal' ? toTenth(dosing) : weight,
    'order.dose_mg': downToTenth(perKg === undefined ? Math.min(usual.doseMgPerKg * dosing, most) : perKg * dosing),
  })
}

/** What a usual dose never exceeds, however heavy the patient: the limits for anybody, and at home what was tolerated. */
function highestDosesIn(facts: Facts): readonly number[] {
  const atHome = stated(facts, 'protocol') === 'sl-ket-home'
  const tolerated = numberAt(facts, 'home.supervised_tolerated_dose_mg')
  return [
    settingIn(facts, 'dose-absolute-max', Number.POSITIVE_INFINITY),
    settingIn(facts, 'dose-absolute-soft-max', Number.POSITIVE_INFINITY),
    ...(atHome && tolerated !== undefined ? [tolerated] : []),
  ]
}

/** The usual dose where the label has it for this patient, otherwise the lowest that it has. */
function deviceOrder(usualMg: number, facts: Facts): Readonly<Record<string, FactValue>> {
  const labelled = assessor.settingOf('labelled-doses', facts)
  const doses = typeof labelled === 'object' ? [labelled.is].flat().filter((dose) => dose > 0) : []
  const dose = doses.includes(usualMg) ? usualMg : (doses[0] ?? usualMg)
  return { 'order.dose_mg': dose, 'order.duration_min': 5, 'order.weight_basis': 'actual' }
}

/** A course in which this dose is due, at whatever point the case puts it. */
function withSchedule(facts: Facts): Facts {
  const given = numberAt(facts, 'schedule.doses_given')
  const phased = filled(facts, { 'schedule.course_phase': likelyPhase(facts) })
  const phase = stated(phased, 'schedule.course_phase')
  const inInduction = phase === 'induction'
  const isFirst =
    stated(phased, 'schedule.last_dose_days_ago') === 'never' ||
    stated(phased, 'schedule.dose_number') === 1 ||
    given === 0
  const goesOn = inInduction ? 3 : plannedIn(phased) + 1
  const later =
    inInduction || !judgedAtTheEnd(phased) ? Math.min(goesOn, settingIn(phased, 'induction-max', goesOn)) : goesOn
  const number = isFirst ? 1 : given === undefined ? later : given + 1
  const withoutTaperReview = numberAt(facts, 'schedule.months_since_taper_review') ?? 0
  const placed = filled(phased, {
    'schedule.dose_number': number,
    'schedule.week_of_treatment': inInduction ? (isFirst ? 1 : 2) : phase === 'maintenance' ? 12 : 6,
    'schedule.months_in_maintenance': phase === 'maintenance' ? Math.max(2, withoutTaperReview) : 0,
  })
  const usualGap = inInduction ? 3 : phase === 'maintenance' ? 14 : 7
  const gap = Math.max(usualGap, settingIn(placed, 'interval-min', 0))
  return withCounts(filled(placed, { 'schedule.last_dose_days_ago': isFirst ? 'never' : gap }), inInduction)
}

/** Doses of one induction; where the protocol plans none, as many as any of them. */
function plannedIn(facts: Facts): number {
  return settingIn(facts, 'induction-planned', 10)
}

/** Where in a course a chart is that does not say it: a decision to go on is made when induction has been given. */
function likelyPhase(facts: Facts): FactValue {
  if ((numberAt(facts, 'schedule.months_in_maintenance') ?? 0) > 0) return 'maintenance'
  const week = numberAt(facts, 'schedule.week_of_treatment')
  if (week !== undefined) return week <= 4 ? 'induction' : 'continuation'
  const number = numberAt(facts, 'schedule.dose_number')
  const given = numberAt(facts, 'schedule.doses_given') ?? (number === undefined ? undefined : number - 1)
  const begun = stated(facts, 'schedule.last_dose_days_ago') !== 'never'
  const allGiven = given === undefined ? begun : given === plannedIn(facts)
  const goesOn = stated(facts, 'phase') === 'continuation' && judgedAtTheEnd(facts)
  return goesOn && allGiven ? 'induction-complete' : 'induction'
}

/** Whether the protocol judges the response to induction: one that does not has nothing after it. */
function judgedAtTheEnd(facts: Facts): boolean {
  return typeof assessor.settingOf('stop-improvement-below', facts) === 'object'
}

/** Doses in each window, of those before this one. */
function withCounts(facts: Facts, inInduction: boolean): Facts {
  const last = numberAt(facts, 'schedule.last_dose_days_ago') ?? Number.POSITIVE_INFINITY
  const before = (numberAt(facts, 'schedule.dose_number') ?? 1) - 1
  const allowed = settingIn(facts, 'monthly-soft-max', Number.POSITIVE_INFINITY) - 1
  const atThisPace = inInduction ? 3 : Math.min(Math.floor(27 / last), allowed)
  return filled(facts, {
    'schedule.doses_given': before,
    'schedule.doses_last_7_days': inInduction && last < 7 ? 1 : 0,
    'schedule.doses_last_14_days': last < 14 ? 1 : 0,
    'schedule.doses_last_28_days': last < 28 ? Math.max(1, Math.min(atThisPace, before)) : 0,
  })
}

const calmShort = 0
const calmLong = 1

/** Two scales measure one thing: where a case states one of them too high to leave, the other agrees with it. */
function withDissociation(facts: Facts): Facts {
  const [shortLimit, longLimit] = ['short', 'long'].map((name) => dcDissociation.values[name]?.[0]?.is as number) as [
    number,
    number,
  ]
  const statedShort = numberAt(facts, 'discharge.cadss6_above_baseline') ?? calmShort
  const statedLong = numberAt(facts, 'discharge.cadss') ?? calmLong
  return filled(facts, {
    'discharge.cadss6_above_baseline': statedLong > longLimit ? shortLimit + 1 : calmShort,
    'discharge.cadss': statedShort > shortLimit ? longLimit + 1 : calmLong,
  })
}

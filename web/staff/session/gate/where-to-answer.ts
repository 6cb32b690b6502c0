/** Where on the session screen a missing fact is entered: the `id` of the control, or the board. */

const questions: Readonly<Record<string, string>> = {
  'gate.last_food_h': 'lastFoodAt',
  'gate.last_liquid_h': 'lastDrinkAt',
  'gate.alcohol_hours_ago': 'lastAlcoholAt',
  'gate.intoxicated': 'intoxicated',
  'gate.breath_alcohol_percent': 'breathAlcoholPercent',
  'gate.uds': 'drugTest',
  'gate.new_medication_unreviewed': 'newMedicationUnreviewed',
  'gate.cssrs_ideation': 'suicidalIdeation',
  'gate.cssrs_behaviour_days_ago': 'suicidalBehaviourOn',
  'schedule.missed_sessions': 'missedSessions',
  'schedule.depression_worse': 'depressionWorse',
  'gate.escort': 'escort',
  'medications.minutes_ago': 'nasalMedicineAt',
  'gate.rems_form_days_unsent': 'remsFormDaysUnsent',
}

/** `null` where no control of this screen can answer it. */
export function whereToAnswer(fact: string): string | null {
  const question = questions[fact]
  if (question) return `ask-${question}`
  if (fact.startsWith('gate.uds.')) return 'ask-drugTest'
  if (fact.startsWith('medications[')) return 'ask-nasalMedicineAt'
  if (fact.startsWith('order.')) return 'order'
  if (fact.startsWith('vitals.') || fact.startsWith('in_session.')) return 'observe'
  if (fact.startsWith('discharge.')) return isSeenAtBedside(fact) ? 'observe' : 'recovery'
  return fact === 'weight_kg' ? 'check-in' : null
}

const places = [
  'check-in',
  'order',
  ...Object.values(questions).map((question) => `ask-${question}`),
  'observe',
  'recovery',
]

/** Where a control stands on the screen, from the top; what has none comes last. */
export function answerOrder(place: string | null): number {
  const index = places.indexOf(place ?? '')
  return index < 0 ? places.length : index
}

function isSeenAtBedside(fact: string): boolean {
  return /\.(sbp|dbp|hr|spo2|moaas|cadss\w*|previous_\w+|baseline_\w+)$/.test(fact)
}

/** Brings the control into view and the focus into it. */
export function goTo(id: string): void {
  const place = document.getElementById(id)
  place?.scrollIntoView({ block: 'start' })
  const first = place?.querySelector<HTMLElement>('input, textarea, button, summary')
  const target = first ?? place
  target?.focus({ preventScroll: true })
}

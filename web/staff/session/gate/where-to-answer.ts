/** Where on the session screen a missing fact is entered: the `id` of the control, or the board. */

const questions: Readonly<Record<string, string>> = {
  'gate.last_food_h': 'lastFoodAt',
  'gate.last_liquid_h': 'lastDrinkAt',
  'gate.alcohol_hours_ago': 'lastAlcoholAt',
  'gate.breath_alcohol_percent': 'breathAlcoholPercent',
  'gate.intoxicated': 'intoxicated',
  'gate.escort': 'escort',
  'gate.cssrs_ideation': 'suicidalIdeation',
  'gate.cssrs_behaviour_days_ago': 'suicidalBehaviourOn',
  'gate.new_medication_unreviewed': 'newMedicationUnreviewed',
  'gate.rems_form_days_unsent': 'remsFormDaysUnsent',
  'schedule.missed_sessions': 'missedSessions',
  'schedule.depression_worse': 'depressionWorse',
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

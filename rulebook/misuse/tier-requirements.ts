/**
 * What each tier asks of a clinic and of the patient. Defaults of this project, for a
 * medical director to accept or to tighten; law of a state may ask for more.
 */
import { type DatedValue, type DatedValues, fill } from '@keel/engine'
import { type PatientText, said } from '../education/patient-text.ts'
import type { SourceId } from '../sources.ts'
import { unitLabels, value } from '../values.ts'
import type { MisuseTier } from './misuse-tier.ts'

export interface TierRequirementAt {
  /** For staff; `{name}` stands for the value of that name. */
  readonly says: string
  /** The same for the patient. Left out where it does not concern them. */
  readonly saysToPatient?: PatientText
  readonly values: Readonly<Record<string, DatedValues>>
}

export interface TierRequirement {
  readonly key: string
  readonly title: string
  readonly cites: readonly SourceId[]
  readonly at: Readonly<Record<MisuseTier, TierRequirementAt>>
}

const judged = { cites: 'judgement', confidence: 'low', basis: 'drv' } as const
const days = (is: number) => [value(is, 'd', judged)]
const weeks = (is: number) => [value(is, 'wk', judged)]
const months = (is: number) => [value(is, 'mo', judged)]
const hours = (is: number) => [value(is, 'h', judged)]
const count = (is: number) => [value(is, '1', judged)]
const percent = (is: number) => [value(is, '%', judged)]

const asks = (
  says: string,
  values: Readonly<Record<string, DatedValues>> = {},
  saysToPatient?: PatientText,
): TierRequirementAt => ({ says, values, ...(saysToPatient && { saysToPatient }) })

const prescriberReview: TierRequirement = {
  key: 'prescriber-review',
  title: 'Review by the prescriber',
  cites: ['judgement', 'esketamine-label-us'],
  at: {
    low: asks(
      'Every {first} for {season}, then every {later} at most.',
      { first: weeks(4), season: weeks(12), later: weeks(12) },
      said(
        'Your prescriber sees you every 4 weeks at first. Later it is at least every 12 weeks.',
        'Su médico le ve cada 4 semanas al principio. Después, al menos cada 12 semanas.',
      ),
    ),
    moderate: asks(
      'Every {every} at most.',
      { every: weeks(4) },
      said('Your prescriber sees you at least every 4 weeks.', 'Su médico le ve al menos cada 4 semanas.'),
    ),
    high: asks(
      'Every {every} while doses are given.',
      { every: days(7) },
      said(
        'Your prescriber checks in with you each week while you get doses.',
        'Su médico habla con usted cada semana mientras recibe dosis.',
      ),
    ),
    stop: asks(
      'No doses. Reach the patient within {first}, then every {every}, {times} times.',
      { first: hours(72), every: days(7), times: count(4) },
      said(
        'We call you within 3 days, and then each week for 4 weeks.',
        'Le llamamos en 3 días y después cada semana por 4 semanas.',
      ),
    ),
  },
}

const integration: TierRequirement = {
  key: 'integration',
  title: 'Integration after a dose',
  cites: ['judgement'],
  at: {
    low: asks(
      'Due within {within}; late, it is asked for.',
      { within: days(7) },
      said(
        'Plan a talk visit within a week after each dose.',
        'Planee una visita de conversación en la semana después de cada dosis.',
      ),
    ),
    moderate: asks(
      'Due within {within}, before any further dose.',
      { within: days(7) },
      said(
        'A talk visit within a week comes before your next dose.',
        'Antes de su próxima dosis hay una visita de conversación en la primera semana.',
      ),
    ),
    high: asks(
      'Due within {within}, before any further dose.',
      { within: hours(72) },
      said(
        'A talk visit within 3 days comes before your next dose.',
        'Antes de su próxima dosis hay una visita de conversación en los primeros 3 días.',
      ),
    ),
    stop: asks(
      'Therapy goes on without ketamine.',
      {},
      said('Your talk visits go on without ketamine.', 'Sus visitas de conversación siguen sin ketamina.'),
    ),
  },
}

const registryQuery: TierRequirement = {
  key: 'registry-query',
  title: 'Query of the prescription registry',
  cites: ['judgement', 'cdc-2022'],
  at: {
    low: asks(
      'At baseline, with each prescription, and every {every} at most.',
      { every: days(90) },
      said(
        'We check the state list of prescriptions a few times a year.',
        'Revisamos la lista estatal de recetas varias veces al año.',
      ),
    ),
    moderate: asks(
      'With each prescription, and every {every} at most.',
      { every: days(30) },
      said('We check the state list of prescriptions each month.', 'Revisamos la lista estatal de recetas cada mes.'),
    ),
    high: asks(
      'Before every dose, and before anything is dispensed.',
      {},
      said(
        'We check the state list of prescriptions before each dose.',
        'Revisamos la lista estatal de recetas antes de cada dosis.',
      ),
    ),
    stop: asks(
      'At once, then each month, {times} times.',
      { times: count(3) },
      said(
        'We check the state list of prescriptions now and for the next 3 months.',
        'Revisamos la lista estatal de recetas ahora y durante los próximos 3 meses.',
      ),
    ),
  },
}

const urineTest: TierRequirement = {
  key: 'urine-test',
  title: 'Urine by a definitive method, with ketamine, norketamine and dehydronorketamine',
  cites: ['judgement', 'de-jong-2020'],
  at: {
    low: asks(
      'At baseline, then {times} a year or more, at random.',
      { times: count(1) },
      said('We may ask for a urine test about once a year.', 'Quizá le pidamos un análisis de orina una vez al año.'),
    ),
    moderate: asks(
      'At baseline, then {times} or more every {every}, at random.',
      { times: count(1), every: days(90) },
      said('We may ask for a urine test every 3 months.', 'Quizá le pidamos un análisis de orina cada 3 meses.'),
    ),
    high: asks(
      'At baseline, then {times} or more every {every}, at random.',
      { times: count(1), every: days(30) },
      said('We may ask for a urine test each month.', 'Quizá le pidamos un análisis de orina cada mes.'),
    ),
    stop: asks(
      'At once, then every {from} to {to} for {season}.',
      { from: weeks(2), to: weeks(4), season: months(3) },
      said(
        'We ask for a urine test now, and a few more over 3 months.',
        'Le pedimos un análisis de orina ahora y algunos más durante 3 meses.',
      ),
    ),
  },
}

const takeHome: TierRequirement = {
  key: 'take-home',
  title: 'Doses at home',
  cites: ['judgement', 'chubbs-2022', 'fda-2023'],
  at: {
    low: asks(
      'Only where the clinic’s policy allows it; a supply of {supply} at most, and the patient attests to a locked box.',
      { supply: days(30) },
      said(
        'If your plan has doses at home, keep them in a locked box.',
        'Si su plan incluye dosis en casa, guárdelas en una caja con llave.',
      ),
    ),
    moderate: asks(
      'A supply of {supply} at most, {onHand} doses on hand at most, and what is left is counted back.',
      { supply: days(7), onHand: count(2) },
      said(
        'If your plan has doses at home, you get a week at a time. We count what is left with you.',
        'Si su plan incluye dosis en casa, recibe una semana cada vez. Contamos con usted lo que queda.',
      ),
    ),
    high: asks(
      'None: every dose is supervised.',
      {},
      said('For now each dose is given at the clinic.', 'Por ahora cada dosis se da en la clínica.'),
    ),
    stop: asks(
      'None.',
      {},
      said(
        'There are no doses at home during the pause. We tell you where to bring what is left.',
        'Durante la pausa no hay dosis en casa. Le decimos a dónde llevar lo que quede.',
      ),
    ),
  },
}

const changeOnRequest: TierRequirement = {
  key: 'change-on-request',
  title: 'More or more often, because the patient asks',
  cites: ['judgement'],
  at: {
    low: asks(
      'After re-evaluation by the protocol.',
      {},
      said(
        'If you would like a change, we look at your whole plan first.',
        'Si quiere un cambio, primero revisamos todo su plan.',
      ),
    ),
    moderate: asks(
      'After re-evaluation by the protocol, with a second clinician.',
      {},
      said(
        'If you would like a change, two clinicians look at your plan first.',
        'Si quiere un cambio, primero dos profesionales revisan su plan.',
      ),
    ),
    high: asks(
      'Not allowed.',
      {},
      said(
        'For now the dose and the days stay as planned.',
        'Por ahora la dosis y los días quedan como están planeados.',
      ),
    ),
    stop: asks('None.', {}),
  },
}

const minimumInterval: TierRequirement = {
  key: 'minimum-interval',
  title: 'Shortest interval',
  cites: ['judgement'],
  at: {
    low: asks('That of the protocol.'),
    moderate: asks(
      'That of the protocol; no dose is moved earlier.',
      {},
      said('We do not move doses earlier for now.', 'Por ahora no adelantamos dosis.'),
    ),
    high: asks(
      '{least}, or that of the protocol where it is longer.',
      { least: days(7) },
      said('For now there is at least a week between doses.', 'Por ahora hay al menos una semana entre dosis.'),
    ),
    stop: asks('No doses.'),
  },
}

const interview: TierRequirement = {
  key: 'diagnostic-interview',
  title: 'Interview for ketamine use disorder, by a clinician',
  cites: ['judgement', 'dsm-5'],
  at: {
    low: asks('When something gives reason.'),
    moderate: asks(
      'On entry, then every {every}.',
      { every: months(6) },
      said(
        'A clinician talks with you twice a year about how ketamine fits your life.',
        'Un profesional habla con usted dos veces al año sobre el lugar de la ketamina en su vida.',
      ),
    ),
    high: asks(
      'On entry, then every {every}.',
      { every: months(3) },
      said(
        'A clinician talks with you every 3 months about how ketamine fits your life.',
        'Un profesional habla con usted cada 3 meses sobre el lugar de la ketamina en su vida.',
      ),
    ),
    stop: asks(
      'Required.',
      {},
      said(
        'A clinician talks with you about how ketamine fits your life.',
        'Un profesional habla con usted sobre el lugar de la ketamina en su vida.',
      ),
    ),
  },
}

const addictionMedicine: TierRequirement = {
  key: 'addiction-medicine',
  title: 'Addiction medicine',
  cites: ['judgement'],
  at: {
    low: asks('Not needed.'),
    moderate: asks(
      'Offer it.',
      {},
      said(
        'You can talk with a specialist if you want. It is your choice.',
        'Puede hablar con un especialista si quiere. Usted decide.',
      ),
    ),
    high: asks(
      'Consult within {within}.',
      { within: days(14) },
      said(
        'We ask a specialist to talk with you within 2 weeks.',
        'Pedimos que un especialista hable con usted en 2 semanas.',
      ),
    ),
    stop: asks(
      'Required before a stop for misuse is lifted.',
      {},
      said(
        'A specialist may talk with you before doses can start again.',
        'Quizá un especialista hable con usted antes de volver a las dosis.',
      ),
    ),
  },
}

const taper: TierRequirement = {
  key: 'spacing-and-exit',
  title: 'Spacing and the way out',
  cites: ['judgement', 'esketamine-label-us'],
  at: {
    low: asks(
      'Space doses once in remission.',
      {},
      said('When you stay well, we try more time between doses.', 'Cuando siga bien, probamos más tiempo entre dosis.'),
    ),
    moderate: asks(
      'A planned review of spacing every {every}.',
      { every: weeks(8) },
      said(
        'Every 8 weeks we look at whether doses can be further apart.',
        'Cada 8 semanas vemos si las dosis se pueden espaciar.',
      ),
    ),
    high: asks(
      'Lengthen the interval by {from} to {to} every {soon} to {later}, and set an end date.',
      { from: percent(25), to: percent(50), soon: weeks(2), later: weeks(4) },
      said(
        'We put more time between doses step by step, and we plan an end date with you.',
        'Aumentamos poco a poco el tiempo entre dosis y planeamos con usted una fecha de término.',
      ),
    ),
    stop: asks(
      'Stop. No evidence asks for a taper. Plan for craving and low mood, a safety plan, and another treatment within {within}.',
      { within: days(7) },
      said(
        'We make a plan for cravings and low mood, and start another treatment within a week.',
        'Hacemos un plan para las ganas fuertes y el ánimo bajo, y empezamos otro tratamiento en una semana.',
      ),
    ),
  },
}

const naloxoneSays = asks(
  'Does not act on ketamine. Offer it where opioids are used as well.',
  {},
  said(
    'If you also take opioids, ask us for naloxone to keep at home.',
    'Si también toma opioides, pídanos naloxona para tener en casa.',
  ),
)
const naloxone: TierRequirement = {
  key: 'naloxone',
  title: 'Naloxone',
  cites: ['judgement'],
  at: { low: naloxoneSays, moderate: naloxoneSays, high: naloxoneSays, stop: naloxoneSays },
}

export const tierRequirements: readonly TierRequirement[] = [
  prescriberReview,
  integration,
  registryQuery,
  urineTest,
  takeHome,
  changeOnRequest,
  minimumInterval,
  interview,
  addictionMedicine,
  taper,
  naloxone,
]

/** What a tier asks for under this requirement, with its numbers. */
export function requirementSays({ at }: TierRequirement, tier: MisuseTier): string {
  const { says, values } = at[tier]
  const newest = Object.entries(values).map(([name, dated]) => [name, dated.at(-1) as DatedValue])
  return fill(says, Object.fromEntries(newest), { unitLabels })
}

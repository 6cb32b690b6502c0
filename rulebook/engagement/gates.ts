/**
 * The gates a clinic stands on between doses, as people read them: what each asks, who may let it pass, and the fastest
 * way to clear it. The numbers and the decision belong to the rules of the same name.
 */
import { type PatientText, said } from '../education/patient-text.ts'

export interface Gate {
  readonly gate: `GATE-${number}`
  /** Rules that report it; none where it only softens others. */
  readonly rules: readonly string[]
  readonly title: string
  readonly asks: string
  /** Hard holds the dose, soft is a caution with a task. A clinic may harden a soft gate, never soften a hard one. */
  readonly byDefault: string
  /** Who may let it pass, and how. */
  readonly override: string
  readonly fastestWay: string
  readonly saysToPatient: PatientText
}

export const gates: readonly Gate[] = [
  {
    gate: 'GATE-1',
    rules: ['gate-1', 'gate-1-soft'],
    title: 'Integration after the last dose',
    asks: 'There is an integration note since the last dose, and it came in time.',
    byDefault: 'Hard in the tiers moderate and high, soft in low.',
    override: 'A prescriber, with a reason; it lapses after a week.',
    fastestWay: 'Hold the visit now, by phone if need be, and write the note.',
    saysToPatient: said(
      'We talk about your last dose before the next one. A short call is fine.',
      'Hablamos de su última dosis antes de la próxima. Basta una llamada corta.',
    ),
  },
  {
    gate: 'GATE-2',
    rules: ['gate-2'],
    title: 'A measure that is fresh',
    asks: 'A symptom measure is recent enough for the phase of the course.',
    byDefault: 'Hard.',
    override: 'Nobody.',
    fastestWay: 'Fill in the questions now; it takes five minutes.',
    saysToPatient: said(
      'Please answer a few questions about how you feel. It takes about 5 minutes.',
      'Conteste por favor unas preguntas sobre cómo se siente. Toma unos 5 minutos.',
    ),
  },
  {
    gate: 'GATE-3',
    rules: ['gate-3'],
    title: 'Education before the first dose',
    asks: 'The lessons are read and the questions passed.',
    byDefault: 'Hard before the first dose.',
    override: 'Nobody.',
    fastestWay: 'Take the lessons together at the clinic; there is no limit to tries.',
    saysToPatient: said(
      'Please finish the short lessons first. You can try as often as you like, and we can help.',
      'Termine primero las lecciones cortas. Puede intentarlo las veces que quiera, y podemos ayudarle.',
    ),
  },
  {
    gate: 'GATE-4',
    rules: ['consent-not-current'],
    title: 'Consent',
    asks: 'Consent is signed, not too old, and for this product and route.',
    byDefault: 'Hard.',
    override: 'Nobody.',
    fastestWay: 'Go through the consent again and sign it.',
    saysToPatient: said(
      'We need to go over your consent again with you.',
      'Necesitamos revisar otra vez su consentimiento con usted.',
    ),
  },
  {
    gate: 'GATE-5',
    rules: ['gate-5', 'gate-5-soft'],
    title: 'Prescription registry',
    asks: 'The registry was queried as lately as the tier asks.',
    byDefault: 'Hard for anything dispensed, soft for a dose at the clinic.',
    override: 'A prescriber.',
    fastestWay: 'Query the registry now.',
    saysToPatient: said(
      'We need to check the state list of prescriptions. This takes us a few minutes.',
      'Tenemos que revisar la lista estatal de recetas. Nos toma unos minutos.',
    ),
  },
  {
    gate: 'GATE-6',
    rules: ['gate-6'],
    title: 'Re-evaluation',
    asks: 'The treatment was looked at afresh at the end of induction and regularly since.',
    byDefault: 'Hard.',
    override: 'The medical director, once.',
    fastestWay: 'Hold the re-evaluation with the prescriber, today if possible.',
    saysToPatient: said(
      'It is time to look at your whole plan together before the next dose.',
      'Es momento de revisar juntos todo su plan antes de la próxima dosis.',
    ),
  },
  {
    gate: 'GATE-7',
    rules: ['gate-7', 'gate-7-soft'],
    title: 'Missed integration visits',
    asks: 'Integration visits were not missed again and again.',
    byDefault: 'Soft at first, with a call by the counsellor; hard when it goes on.',
    override: 'A prescriber.',
    fastestWay: 'Call, ask what stands in the way, and hold the visit by phone.',
    saysToPatient: said(
      'You missed some talk visits. Tell us what gets in the way, and we will find a time.',
      'Faltó a algunas visitas. Díganos qué se lo impide y buscaremos un horario.',
    ),
  },
  {
    gate: 'GATE-8',
    rules: ['gate-8'],
    title: 'Suicide risk',
    asks: 'No same-day contact with a clinician is open, and the suicide risk is not high.',
    byDefault: 'Hard. It never delays help in a crisis.',
    override: 'A clinician who writes down the plan; the dose itself may be what is needed.',
    fastestWay: 'A clinician sees the patient now and writes down the plan.',
    saysToPatient: said(
      'A clinician will see you now, before anything else. In danger, call {emergency}. At thoughts of suicide, {crisis}.',
      'Un profesional le verá ahora, antes que nada. En peligro, llame al {emergency}. Si piensa en el suicidio, puede {crisis}.',
    ),
  },
  {
    gate: 'GATE-9',
    rules: [],
    title: 'What stands in the way',
    asks: 'Nothing is asked: it is recorded that transport, cost or a disability stands in the way.',
    byDefault: 'Softens gates 1 and 7: a phone call or written words do instead of a visit.',
    override: 'Not needed: it works by itself.',
    fastestWay: 'Record what stands in the way.',
    saysToPatient: said(
      'If rides, money, or health make visits hard, tell us. A call or a few written words can count.',
      'Si el transporte, el dinero o la salud dificultan las visitas, díganos. Una llamada o unas palabras por escrito pueden contar.',
    ),
  },
]

/**
 * Racemic ketamine as a compounded lozenge, taken at home under live video. Switched off unless a site switches it on, and
 * stricter than anything at the clinic: nobody in the room could act.
 */
import type { Protocol } from '../settings.ts'
import { type Provenance, value } from '../values.ts'
import {
  inductionMax,
  inInduction,
  laterIntervals,
  noEarlyResponse,
  notesTakenOver,
  responseAtEnd,
  twoHoursOfObservation,
} from './after-induction.ts'
import { lozengeMonitoring, lozengeNotes, noInfusion } from './lozenge.ts'
import { note } from './note.ts'

const judged: Provenance = { cites: 'judgement', confidence: 'low', basis: 'drv' }
const required: Provenance = { cites: ['asa-ketamine', 'hull-2022', 'fda-2023'], confidence: 'low', basis: 'drv' }
const fourInFourWeeks = [{ values: [value(4, '1', judged)] }]

export const slKetHome: Protocol = {
  id: 'sl-ket-home',
  title: 'Ketamine lozenge at home under live video, treatment-resistant depression',
  drug: 'ketamine',
  route: 'SL',
  status: 'disabled-by-default',
  places: ['home'],
  indication: 'Depression that two or more adequate antidepressant trials in this episode have not helped',
  offLabel: true,
  usual: { by: 'weight', doseMgPerKg: 0.5, durationMin: null },
  settings: {
    'dose-soft-min': 'not-limited',
    'dose-soft-max': 'not-limited',
    'dose-hard-max': 'not-limited',
    'dose-absolute-soft-max': 'not-limited',
    'dose-absolute-max': [{ values: [value(200, 'mg', judged)] }],
    ...noInfusion,
    'induction-planned': 'not-limited',
    'induction-max': inductionMax,
    'interval-min': [{ where: inInduction, values: [value(7, 'd', judged)] }, ...laterIntervals],
    'induction-gap-max': 'not-limited',
    'weekly-max': [{ values: [value(1, '1', judged)] }],
    'monthly-soft-max': fourInFourWeeks,
    'monthly-hard-max': fourInFourWeeks,
    ...noEarlyResponse,
    ...responseAtEnd,
    ...twoHoursOfObservation,
  },
  monitoring: lozengeMonitoring,
  notes: [
    ...lozengeNotes,
    note(
      'care',
      'No ketamine product is approved for any psychiatric disorder, and compounded ones are not reviewed. At home nobody watches sedation, dissociation, pressure and breathing.',
      { cites: 'fda-2023', confidence: 'high', basis: 'src' },
    ),
    note(
      'care',
      'What the alert rests on: in April 2023 the breathing of a patient with PTSD slowed after compounded ketamine by mouth at home, with about twice the blood level that is usual in anaesthesia.',
      { cites: 'fda-2023', confidence: 'high', basis: 'src' },
    ),
    note(
      'care',
      'The anaesthetists’ society asks for the standards of any other anaesthetic: the least dose, a course with an end, visits in person now and then, and an eye on diversion.',
      { cites: 'asa-ketamine', confidence: 'high', basis: 'src' },
    ),
    note(
      'evidence',
      'On the other side: 1247 people in a 4-week programme, open, without control, run by its maker. PHQ-9 fell by half or more in 62.8 %, unwanted effects in under 5 % of doses; an adult had to be present.',
      { cites: 'hull-2022', confidence: 'high', basis: 'src' },
    ),
    note(
      'dose',
      'That programme gave about 300 to 450 mg. Here the most is what was tolerated at the clinic, and 200 mg.',
      {
        cites: ['hull-2022', 'judgement'],
        confidence: 'low',
        basis: 'drv',
      },
    ),
    note(
      'care',
      'Needed: two supervised doses of at least the dose for home without an alarm, an adult present, live video for the dose and 120 min after it, a cuff and a reading below 140/90, single doses, locked storage, a registry query for each, a visit in person every month.',
      required,
    ),
    note(
      'care',
      'Ruled out: any substance use disorder ever, hypertension, sleep apnoea, a sedative or an opioid, suicidal ideation of grade 3 or more or behaviour within 12 months, age 65 or older, anything that screening would have a prescriber review.',
      { cites: ['fda-2023', 'asa-ketamine'], confidence: 'low', basis: 'drv' },
    ),
    note('care', 'US rules for prescribing controlled medicines by telemedicine change often: check them first.', {
      cites: 'cfr-1300',
      confidence: 'low',
      basis: 'drv',
    }),
    note('induction', 'At most one dose in 7 days and four in 28.', judged),
    note(
      'stop',
      'At the end of induction, less than a quarter better ends the course, and less than half better is for a prescriber to decide.',
      { cites: ['phillips-2019', 'sanacora-2017'], confidence: 'low', basis: 'drv' },
    ),
    ...notesTakenOver,
    note('observation', 'Live video for at least 120 min after the dose.', required),
  ],
}

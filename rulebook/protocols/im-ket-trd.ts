/** Racemic ketamine injected into a muscle for treatment-resistant depression. Off-label. */
import type { Protocol, ReadingSchedule } from '../settings.ts'
import { type Provenance, value } from '../values.ts'
import {
  earlyResponse,
  inductionMax,
  inInduction,
  laterIntervals,
  laterMonthlyMax,
  notesTakenOver,
  responseAtEnd,
  twoHoursOfObservation,
} from './after-induction.ts'
import { doseForAnybody, noLabel } from './infusion.ts'
import { note } from './note.ts'

const ceiling: Provenance = { cites: ['pennsylvania-2020', 'loo-2023', 'glue-2017'], confidence: 'low', basis: 'drv' }
const start: Provenance = { cites: 'chilukuri-2014', confidence: 'med', basis: 'drv' }
const loo: Provenance = { cites: 'loo-2023', confidence: 'low', basis: 'drv' }

/** The dose is over in a moment: the same clock runs through the injection and after it. */
const atFixedTimes = {
  firstMin: 5,
  everyMin: 5,
  later: [
    { fromMin: 15, everyMin: 15 },
    { fromMin: 60, everyMin: 30 },
  ],
} as const

function reading(name: ReadingSchedule['reading'], says: string): ReadingSchedule {
  return {
    reading: name,
    says,
    running: atFixedTimes,
    observing: atFixedTimes,
    cites: ['judgement'],
    confidence: 'low',
  }
}

export const imKetTrd: Protocol = {
  id: 'im-ket-trd',
  title: 'Intramuscular ketamine, treatment-resistant depression',
  drug: 'ketamine',
  route: 'IM',
  status: 'available',
  places: ['outpatient', 'hospital'],
  indication: 'Depression that two or more adequate antidepressant trials in this episode have not helped',
  offLabel: true,
  usual: { by: 'weight', doseMgPerKg: 0.5, durationMin: null },
  settings: {
    'dose-soft-min': [{ values: [value(0.25, 'mg/kg', start)] }],
    'dose-soft-max': [{ values: [value(0.5, 'mg/kg', ceiling)] }],
    'dose-hard-max': [{ values: [value(1, 'mg/kg', ceiling)] }],
    ...doseForAnybody,
    'rate-soft-max': 'not-limited',
    'rate-hard-max': 'not-limited',
    'rate-absolute-soft-max': 'not-limited',
    'duration-min': 'not-limited',
    'duration-max': 'not-limited',
    ...noLabel,
    'induction-planned': [{ values: [value(6, '1', loo)] }],
    'induction-max': inductionMax,
    'interval-min': [{ where: inInduction, values: [value(3, 'd', loo)] }, ...laterIntervals],
    'induction-gap-max': 'not-limited',
    'weekly-max': [{ values: [value(2, '1', loo)] }],
    'monthly-soft-max': [{ where: inInduction, values: [value(8, '1', loo)] }, ...laterMonthlyMax],
    'monthly-hard-max': 'not-limited',
    ...earlyResponse,
    ...responseAtEnd,
    ...twoHoursOfObservation,
  },
  monitoring: [
    reading('pressure', 'Blood pressure and heart rate at 5, 10, 15, 30, 45, 60, 90 and 120 min'),
    reading('saturation', 'Oxygen saturation continuously to 60 min, then written down with the pressure'),
    reading('sedation', 'Level of sedation at the times of the pressure'),
    reading('dissociation', 'Dissociation at the times of the pressure'),
  ],
  notes: [
    note(
      'evidence',
      'Open, 27 people in three groups: 0.25 and 0.5 mg/kg into a muscle did as well as 0.5 mg/kg into a vein, HAM-D down by 57 to 60 % at 2 h and still so after 3 days.',
      { cites: 'chilukuri-2014', confidence: 'high', basis: 'src' },
    ),
    note(
      'evidence',
      'The larger trial nearest to it gave doses under the skin: a fixed 0.5 mg/kg did no better than midazolam; 0.5 to 0.9 mg/kg, raised by response, twice a week for 4 weeks, did.',
      { cites: 'loo-2023', confidence: 'high', basis: 'src' },
    ),
    note('dose', 'Start with 0.25 to 0.5 mg/kg.', start),
    note('care', 'Once injected it cannot be paused: every alarm goes to supportive care.', {
      cites: 'judgement',
      confidence: 'high',
      basis: 'drv',
    }),
    note('induction', 'Six doses, two a week, at least 3 days apart.', loo),
    note(
      'checkpoint',
      'As with infusions: little change before dose 5, or less than half better at the end, is for a prescriber.',
      { cites: 'phillips-2019', confidence: 'low', basis: 'drv' },
    ),
    note('stop', 'As with infusions: less than a quarter better at the end of induction ends the course.', {
      cites: ['phillips-2019', 'sanacora-2017'],
      confidence: 'low',
      basis: 'drv',
    }),
    ...notesTakenOver,
    note('observation', 'At least 120 min after the injection.', {
      cites: 'esketamine-label-us',
      confidence: 'low',
      basis: 'drv',
    }),
  ],
}

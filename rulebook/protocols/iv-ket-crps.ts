/** Intravenous racemic ketamine for chronic pain, complex regional pain syndrome above all: long, slow infusions by day. */
import type { Protocol, ReadingSchedule } from '../settings.ts'
import { type Provenance, value } from '../values.ts'
import { inInduction, laterIntervals, laterMonthlyMax, noEarlyResponse, notesTakenOver } from './after-induction.ts'
import { infusionObservation, infusionObserved, noLabel } from './infusion.ts'
import { note } from './note.ts'

const schwartzman: Provenance = { cites: 'schwartzman-2009', confidence: 'low', basis: 'drv' }
const rate: Provenance = { cites: 'schwartzman-2009', confidence: 'med', basis: 'drv' }
const cohen: Provenance = { cites: 'cohen-2018', confidence: 'high', basis: 'src' }
const judgedStop: Provenance = { cites: 'judgement', confidence: 'low', basis: 'drv' }
const judged = { cites: ['judgement'], confidence: 'low' } as const

const hourly = { firstMin: 15, everyMin: 15, later: [{ fromMin: 60, everyMin: 30 }] } as const
const halfHourly = { firstMin: 30, everyMin: 30 } as const

const monitoring: readonly ReadingSchedule[] = [
  {
    reading: 'pressure',
    says: 'Blood pressure and heart rate every 15 min in the first hour and after each change of rate, then every 30 min',
    running: hourly,
    observing: hourly,
    ...judged,
  },
  {
    reading: 'saturation',
    says: 'Oxygen saturation continuously, written down with the pressure',
    running: hourly,
    observing: hourly,
    ...judged,
  },
  {
    reading: 'sedation',
    says: 'Level of sedation every 30 min',
    running: halfHourly,
    observing: halfHourly,
    ...judged,
  },
  {
    reading: 'dissociation',
    says: 'Dissociation every 30 min',
    running: halfHourly,
    observing: halfHourly,
    ...judged,
  },
]

export const ivKetCrps: Protocol = {
  id: 'iv-ket-crps',
  title: 'Intravenous ketamine, complex regional pain syndrome',
  drug: 'ketamine',
  route: 'IV',
  status: 'available',
  places: ['outpatient', 'hospital'],
  indication: 'Complex regional pain syndrome or other chronic pain that other treatments have not helped',
  offLabel: true,
  // 0.35 mg/kg/h over 4 h.
  usual: { by: 'weight', doseMgPerKg: 1.4, durationMin: 240 },
  settings: {
    'dose-soft-min': 'not-limited',
    'dose-soft-max': 'not-limited',
    'dose-hard-max': 'not-limited',
    'dose-absolute-soft-max': [{ values: [value(100, 'mg', schwartzman)] }],
    'dose-absolute-max': [{ values: [value(200, 'mg', schwartzman)] }],
    'rate-soft-max': [{ values: [value(0.35, 'mg/kg/h', rate)] }],
    'rate-hard-max': [
      {
        values: [
          value(1, 'mg/kg/h', { cites: 'pennsylvania-2020', confidence: 'med', basis: 'drv', from: '2020-10-07' }),
        ],
      },
    ],
    'rate-absolute-soft-max': [{ values: [value(25, 'mg/h', rate)] }],
    'duration-min': 'not-limited',
    'duration-max': 'not-limited',
    ...noLabel,
    'induction-planned': [{ values: [value(10, '1', schwartzman)] }],
    'induction-max': [{ values: [value(10, '1', schwartzman)] }],
    'interval-min': [{ where: inInduction, values: [value(1, 'd', schwartzman)] }, ...laterIntervals],
    'induction-gap-max': 'not-limited',
    'weekly-max': 'not-limited',
    'monthly-soft-max': laterMonthlyMax,
    'monthly-hard-max': 'not-limited',
    ...noEarlyResponse,
    'stop-check-from': 'not-limited',
    'stop-improvement-below': [{ values: [value(25, '%', judgedStop)] }],
    'partial-improvement-below': [
      { values: [value(30, '%', { cites: 'cohen-2018', confidence: 'low', basis: 'drv' })] },
    ],
    ...infusionObservation,
  },
  monitoring,
  notes: [
    note(
      'dose',
      'Outpatients had up to 0.35 mg/kg/h, at most 25 mg/h, for 4 h a day on 10 days: at most 100 mg a day. Everybody, also on placebo, had 0.1 mg of clonidine by mouth and 2 mg of midazolam twice by vein.',
      { cites: 'schwartzman-2009', confidence: 'high', basis: 'src' },
    ),
    note(
      'evidence',
      'Inpatients, 60 of them, had S-ketamine for 4.2 days without a break, from 1.2 up to 7.2 µg/kg/min, about 22 mg/h at 70 kg: less pain to about week 11, no gain in function.',
      { cites: 'sigtermans-2009', confidence: 'med', basis: 'src' },
    ),
    note(
      'dose',
      'S-ketamine is about twice as strong for each milligram: milligrams an hour are never copied from it.',
      { cites: 'judgement', confidence: 'med', basis: 'drv' },
    ),
    note(
      'evidence',
      'The guideline finds moderate evidence in this syndrome, for 22 mg/h over 4 days or 0.35 mg/kg/h for 4 h on 10 days, with benefit to 12 weeks; weak and short in pain after spinal cord injury; in other pain weak or none, and none that lasts.',
      cohen,
    ),
    note('evidence', 'More in total and for longer does better; at least 80 mg over more than 2 h is suggested.', {
      cites: 'cohen-2018',
      confidence: 'med',
      basis: 'src',
    }),
    note(
      'induction',
      'At most 10 infusion days in 14, on weekdays, one a day. A new course begins 12 weeks after the last; sooner is for a prescriber.',
      { cites: ['schwartzman-2009', 'cohen-2018'], confidence: 'low', basis: 'drv' },
    ),
    note('checkpoint', 'A response is at least 30 % less pain, for 3 weeks or more.', {
      cites: 'cohen-2018',
      confidence: 'low',
      basis: 'src',
    }),
    note(
      'stop',
      'No source says when to stop. Here, at the end of the course, less than a quarter less pain ends it, and short of 30 % is for a prescriber to decide.',
      judgedStop,
    ),
    note('maintenance', 'Boosters are limited for each year; 6 to 12 are suggested.', {
      cites: 'cohen-2018',
      confidence: 'low',
      basis: 'src',
    }),
    note(
      'care',
      'Liver tests before and after a course that is high in dose or repeated, or where the liver is at risk.',
      { cites: ['cohen-2018', 'noppers-2011'], confidence: 'med', basis: 'src' },
    ),
    ...notesTakenOver,
    infusionObserved,
  ],
}

/** Intravenous racemic ketamine for anxiety disorders. Off-label; most of the evidence is from doses under the skin. */
import type { Protocol } from '../settings.ts'
import { type Provenance, value } from '../values.ts'
import { inductionMax, inInduction, laterIntervals, notesTakenOver, responseAtEnd } from './after-induction.ts'
import {
  doseForAnybody,
  infusionMonitoring,
  infusionObservation,
  infusionObserved,
  infusionRate,
  noLabel,
} from './infusion.ts'
import { note } from './note.ts'

const taylor: Provenance = { cites: 'taylor-2018', confidence: 'low', basis: 'drv' }
const glue: Provenance = { cites: 'glue-2018', confidence: 'low', basis: 'drv' }
const judged: Provenance = { cites: 'judgement', confidence: 'low', basis: 'drv' }

export const ivKetAnx: Protocol = {
  id: 'iv-ket-anx',
  title: 'Intravenous ketamine, anxiety disorders',
  drug: 'ketamine',
  route: 'IV',
  status: 'available',
  places: ['outpatient', 'hospital'],
  indication: 'Generalized or social anxiety disorder that other treatments have not helped',
  offLabel: true,
  usual: { by: 'weight', doseMgPerKg: 0.5, durationMin: 40 },
  settings: {
    'dose-soft-min': 'not-limited',
    'dose-soft-max': [{ values: [value(0.5, 'mg/kg', taylor)] }],
    'dose-hard-max': [{ values: [value(0.75, 'mg/kg', taylor)] }],
    ...doseForAnybody,
    ...infusionRate,
    ...noLabel,
    'induction-planned': [{ values: [value(4, '1', glue)] }],
    'induction-max': inductionMax,
    'interval-min': [{ where: inInduction, values: [value(7, 'd', glue)] }, ...laterIntervals],
    'induction-gap-max': [{ where: inInduction, values: [value(14, 'd', judged)] }],
    'weekly-max': [{ values: [value(1, '1', glue)] }],
    'monthly-soft-max': [{ values: [value(4, '1', glue)] }],
    'monthly-hard-max': 'not-limited',
    'early-check-from': [{ values: [value(2, '1', judged)] }],
    'early-improvement-below': [{ values: [value(25, '%', judged)] }],
    ...responseAtEnd,
    'stop-check-from': [{ values: [value(4, '1', judged)] }],
    'stop-improvement-below': [{ values: [value(25, '%', judged)] }],
    ...infusionObservation,
  },
  monitoring: infusionMonitoring,
  notes: [
    note(
      'evidence',
      'The dose-ranging trial gave ketamine under the skin, not into a vein: 0.25, 0.5 and 1.0 mg/kg at weekly steps to 12 people. Ten responded at 0.5 to 1.0, with pressure, pulse and dissociation rising with the dose; the effect lasted up to 7 days.',
      { cites: 'glue-2017', confidence: 'high', basis: 'src' },
    ),
    note(
      'evidence',
      'Twenty people who had responded had 1.0 mg/kg under the skin once or twice a week for 3 months, openly; pressure rose by about 10 mmHg at 30 min.',
      { cites: 'glue-2018', confidence: 'high', basis: 'src' },
    ),
    note(
      'evidence',
      'Into a vein there is one small trial, 18 people with social anxiety: 33 % responded, against none.',
      {
        cites: 'taylor-2018',
        confidence: 'high',
        basis: 'src',
      },
    ),
    note('dose', '0.5 mg/kg over 40 min.', { cites: 'taylor-2018', confidence: 'low', basis: 'drv' }),
    note('induction', 'One dose a week, four times.', glue),
    note('checkpoint', 'After 2 doses HAM-A or GAD-7 is read: less than a quarter better is for a prescriber.', judged),
    note('stop', 'After 4 doses, less than a quarter better ends the course.', judged),
    ...notesTakenOver,
    infusionObserved,
  ],
}

/** Intravenous racemic ketamine for post-traumatic stress disorder. Off-label; the trials contradict each other. */
import type { Protocol } from '../settings.ts'
import { type Provenance, value } from '../values.ts'
import {
  inductionMax,
  inInduction,
  laterIntervals,
  laterMonthlyMax,
  noEarlyResponse,
  notesTakenOver,
  responseAtEnd,
} from './after-induction.ts'
import {
  doseForAnybody,
  infusionMonitoring,
  infusionObservation,
  infusionObserved,
  infusionRate,
  noLabel,
} from './infusion.ts'
import { note } from './note.ts'

const trials: Provenance = { cites: ['feder-2014', 'feder-2021', 'abdallah-2022'], confidence: 'med', basis: 'drv' }
const feder: Provenance = { cites: 'feder-2021', confidence: 'high', basis: 'src' }

export const ivKetPtsd: Protocol = {
  id: 'iv-ket-ptsd',
  title: 'Intravenous ketamine, post-traumatic stress disorder',
  drug: 'ketamine',
  route: 'IV',
  status: 'available',
  places: ['outpatient', 'hospital'],
  indication: 'Post-traumatic stress disorder after trauma-focused therapy was offered; evidence in conflict',
  offLabel: true,
  usual: { by: 'weight', doseMgPerKg: 0.5, durationMin: 40 },
  settings: {
    'dose-soft-min': 'not-limited',
    'dose-soft-max': [{ values: [value(0.5, 'mg/kg', trials)] }],
    'dose-hard-max': [{ values: [value(0.75, 'mg/kg', trials)] }],
    ...doseForAnybody,
    ...infusionRate,
    ...noLabel,
    'induction-planned': [{ values: [value(6, '1', feder)] }],
    'induction-max': inductionMax,
    'interval-min': [{ where: inInduction, values: [value(2, 'd', feder)] }, ...laterIntervals],
    'induction-gap-max': 'not-limited',
    'weekly-max': [{ values: [value(3, '1', feder)] }],
    'monthly-soft-max': [{ where: inInduction, values: [value(8, '1', feder)] }, ...laterMonthlyMax],
    'monthly-hard-max': 'not-limited',
    ...noEarlyResponse,
    ...responseAtEnd,
    'stop-improvement-below': [{ values: [value(30, '%', feder)] }],
    ...infusionObservation,
  },
  monitoring: infusionMonitoring,
  notes: [
    note('evidence', 'One dose beat midazolam at 24 h in 41 people who had both.', {
      cites: 'feder-2014',
      confidence: 'high',
      basis: 'src',
    }),
    note(
      'evidence',
      'For: six infusions, 30 people. On CAPS-5, 67 % fell by at least 30 %, against 20 %; half had lost the gain after 27.5 days.',
      feder,
    ),
    note(
      'evidence',
      'Against: eight infusions, 158 veterans and soldiers. Neither 0.2 nor 0.5 mg/kg moved PTSD scores more than placebo; depression improved at 0.5.',
      { cites: 'abdallah-2022', confidence: 'high', basis: 'src' },
    ),
    note('evidence', 'The guideline suggests not to use ketamine for PTSD, on evidence of very low quality.', {
      cites: 'va-dod-ptsd-2023',
      confidence: 'high',
      basis: 'src',
    }),
    note('care', 'Trauma-focused psychotherapy is offered first, and every new course is for a prescriber to decide.', {
      cites: 'va-dod-ptsd-2023',
      confidence: 'high',
      basis: 'drv',
    }),
    note('dose', '0.5 mg/kg over 40 min.', { cites: ['feder-2014', 'feder-2021'], confidence: 'high', basis: 'src' }),
    note('induction', 'Six doses in 2 weeks, three a week, at least 2 days apart.', feder),
    note('checkpoint', 'At the end of week 2: CAPS-5 or PCL-5.', feder),
    note('stop', 'A fall of less than 30 % ends the course.', feder),
    note('stop', 'A fall of 30 % or more that is short of half is for a prescriber to decide.', {
      cites: 'judgement',
      confidence: 'low',
      basis: 'drv',
    }),
    note('maintenance', 'No controlled data: each maintenance dose is for a prescriber to decide.', {
      cites: 'judgement',
      confidence: 'high',
      basis: 'drv',
    }),
    ...notesTakenOver,
    infusionObserved,
  ],
}

/** Racemic ketamine as a compounded lozenge, taken at the clinic. Off-label; nobody has reviewed the product. */
import { refsOf } from '@keel/engine'
import type { Protocol } from '../settings.ts'
import { type Provenance, value } from '../values.ts'
import { facts } from '../vocabulary.ts'
import {
  inductionMax,
  inInduction,
  laterIntervals,
  laterMonthlyMax,
  noEarlyResponse,
  notesTakenOver,
  responseAtEnd,
  twoHoursOfObservation,
} from './after-induction.ts'
import { lozengeMonitoring, lozengeNotes, noInfusion } from './lozenge.ts'
import { note } from './note.ts'

const andrade: Provenance = { cites: 'andrade-2019', confidence: 'low', basis: 'drv' }
const start: Provenance = { cites: 'al-shirawi-2017', confidence: 'low', basis: 'drv' }
const kheirabadi: Provenance = { cites: 'kheirabadi-2023', confidence: 'low', basis: 'drv' }

const bounds = { firstDose: [value(1, '1', start)] } as const
const atFirst = { bounds, where: facts.atMost('schedule.dose_number', refsOf(bounds).firstDose) }

export const slKetClinic: Protocol = {
  id: 'sl-ket-clinic',
  title: 'Ketamine lozenge at the clinic, treatment-resistant depression',
  drug: 'ketamine',
  route: 'SL',
  status: 'available',
  places: ['outpatient', 'hospital'],
  indication: 'Depression that two or more adequate antidepressant trials in this episode have not helped',
  offLabel: true,
  usual: { by: 'weight', doseMgPerKg: 0.5, durationMin: null },
  settings: {
    'dose-soft-min': 'not-limited',
    'dose-soft-max': [{ ...atFirst, values: [value(0.5, 'mg/kg', start)] }, { values: [value(2, 'mg/kg', andrade)] }],
    'dose-hard-max': 'not-limited',
    'dose-absolute-soft-max': [
      { ...atFirst, values: [value(50, 'mg', start)] },
      { values: [value(200, 'mg', andrade)] },
    ],
    'dose-absolute-max': [{ values: [value(300, 'mg', andrade)] }],
    ...noInfusion,
    'induction-planned': [{ values: [value(6, '1', kheirabadi)] }],
    'induction-max': inductionMax,
    'interval-min': [{ where: inInduction, values: [value(3, 'd', kheirabadi)] }, ...laterIntervals],
    'induction-gap-max': 'not-limited',
    'weekly-max': [{ values: [value(2, '1', kheirabadi)] }],
    'monthly-soft-max': [{ where: inInduction, values: [value(8, '1', kheirabadi)] }, ...laterMonthlyMax],
    'monthly-hard-max': 'not-limited',
    ...noEarlyResponse,
    ...responseAtEnd,
    ...twoHoursOfObservation,
  },
  monitoring: lozengeMonitoring,
  notes: [
    ...lozengeNotes,
    note('dose', 'Reported: 0.25 to 7 mg/kg by mouth, or fixed amounts of 25 to 300 mg.', {
      cites: 'andrade-2019',
      confidence: 'high',
      basis: 'src',
    }),
    note(
      'evidence',
      'Very low doses, 10 mg under the tongue every 2 to 7 days: 77 % of 26 people improved, without a control group.',
      { cites: 'lara-2013', confidence: 'high', basis: 'src' },
    ),
    note('dose', 'One way to find the dose: 50 mg every 3 days, in steps of 25 mg.', {
      cites: 'al-shirawi-2017',
      confidence: 'high',
      basis: 'src',
    }),
    note('dose', 'The first dose is at most 0.5 mg/kg and at most 50 mg.', start),
    note('evidence', 'By mouth twice a week for 6 weeks, 1 and 2 mg/kg did equally well.', kheirabadi),
    note('induction', 'Two a week for 3 to 4 weeks, at least 3 days apart.', kheirabadi),
    note(
      'stop',
      'At the end of induction, less than a quarter better ends the course, and less than half better is for a prescriber to decide.',
      { cites: ['phillips-2019', 'sanacora-2017'], confidence: 'low', basis: 'drv' },
    ),
    ...notesTakenOver,
    note('observation', 'At least 120 min after the dose.', {
      cites: ['fda-2023', 'esketamine-label-us'],
      confidence: 'low',
      basis: 'drv',
    }),
  ],
}

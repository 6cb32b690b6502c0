/** Intravenous racemic ketamine for treatment-resistant depression. Off-label. */

import type { Protocol } from '../settings.ts'
import { value } from '../values.ts'
import { facts } from '../vocabulary.ts'

const induction = facts.is('schedule.course_phase', 'induction')
const weekly = facts.is('schedule.course_phase', 'induction-complete', 'continuation')
const maintenance = facts.is('schedule.course_phase', 'maintenance')

export const ivKetTrd: Protocol = {
  id: 'iv-ket-trd',
  title: 'Intravenous ketamine, treatment-resistant depression',
  drug: 'ketamine',
  route: 'IV',
  indication: 'Depression that two or more adequate antidepressant trials in this episode have not helped',
  offLabel: true,
  usual: { by: 'weight', doseMgPerKg: 0.5, durationMin: 40 },
  settings: {
    'dose-soft-min': [{ values: [value(0.25, 'mg/kg', { cites: 'andrade-2017', confidence: 'med', basis: 'drv' })] }],
    'dose-soft-max': [{ values: [value(0.75, 'mg/kg', { cites: 'andrade-2017', confidence: 'med', basis: 'drv' })] }],
    'dose-hard-max': [{ values: [value(1, 'mg/kg', { cites: 'fava-2018', confidence: 'high', basis: 'drv' })] }],
    'dose-absolute-max': [{ values: [value(100, 'mg', { cites: 'judgement', confidence: 'low', basis: 'drv' })] }],
    'rate-soft-max': [
      {
        values: [
          value(1, 'mg/kg/h', { cites: 'pennsylvania-2020', confidence: 'med', basis: 'drv', from: '2020-10-07' }),
        ],
      },
    ],
    'rate-hard-max': [{ values: [value(1.5, 'mg/kg/h', { cites: 'fava-2018', confidence: 'med', basis: 'drv' })] }],
    'duration-min': [{ values: [value(40, 'min', { cites: 'andrade-2017', confidence: 'med', basis: 'drv' })] }],
    'duration-max': [
      { values: [value(120, 'min', { cites: ['andrade-2017', 'joseph-2023'], confidence: 'med', basis: 'drv' })] },
    ],
    'labelled-doses': 'not-limited',
    'first-dose': 'not-limited',
    'interval-min': [
      { where: induction, values: [value(2, 'd', { cites: 'singh-2016', confidence: 'med', basis: 'drv' })] },
      { where: weekly, values: [value(5, 'd', { cites: 'judgement', confidence: 'low', basis: 'drv' })] },
      { where: maintenance, values: [value(12, 'd', { cites: 'judgement', confidence: 'low', basis: 'drv' })] },
    ],
    'induction-gap-max': [
      { where: induction, values: [value(7, 'd', { cites: 'singh-2016', confidence: 'med', basis: 'drv' })] },
    ],
    'weekly-max': [
      { values: [value(3, '1', { cites: ['singh-2016', 'phillips-2019'], confidence: 'high', basis: 'src' })] },
    ],
    'monthly-soft-max': [
      { where: induction, values: [value(8, '1', { cites: 'singh-2016', confidence: 'med', basis: 'drv' })] },
      { values: [value(4, '1', { cites: 'phillips-2019', confidence: 'med', basis: 'drv' })] },
    ],
    'monthly-hard-max': [
      { where: induction, values: [value(12, '1', { cites: 'ekstrand-2022', confidence: 'med', basis: 'drv' })] },
    ],
    'observation-min': [{ values: [value(60, 'min', { cites: 'szarmach-2020', confidence: 'low', basis: 'drv' })] }],
    'observation-extended-min': [
      {
        values: [
          value(120, 'min', { cites: ['szarmach-2020', 'esketamine-label-us'], confidence: 'low', basis: 'drv' }),
        ],
      },
    ],
  },
  monitoring: [
    {
      reading: 'pressure',
      says: 'Blood pressure and heart rate every 10 min while the infusion runs, then every 15 min',
      running: { firstMin: 10, everyMin: 10 },
      observing: { firstMin: 15, everyMin: 15 },
      cites: ['riva-posse-2018', 'yale-2024'],
      confidence: 'high',
    },
    {
      reading: 'saturation',
      says: 'Oxygen saturation continuously, written down with the pressure',
      running: { firstMin: 10, everyMin: 10 },
      observing: { firstMin: 15, everyMin: 15 },
      cites: ['riva-posse-2018', 'yale-2024'],
      confidence: 'high',
    },
    {
      reading: 'sedation',
      says: 'Level of sedation every 10 min',
      running: { firstMin: 10, everyMin: 10 },
      observing: { firstMin: 10, everyMin: 10 },
      cites: ['riva-posse-2018', 'yale-2024'],
      confidence: 'high',
    },
    {
      reading: 'dissociation',
      says: 'Dissociation at 40 min and before leaving',
      running: { firstMin: 40, everyMin: null },
      observing: { firstMin: 60, everyMin: null },
      cites: ['riva-posse-2018', 'yale-2024'],
      confidence: 'high',
    },
  ],
  notes: [
    {
      says: 'Not a first treatment: kept for depression that several adequate trials have not helped.',
      cites: ['va-dod-mdd-2022', 'swainson-2021'],
      confidence: 'high',
    },
    {
      says: 'A usual dose is 0.5 mg/kg over 40 min, which runs at 0.75 mg/kg/h. Some respond to less, some need 0.75 mg/kg.',
      cites: ['zarate-2006', 'murrough-2013', 'andrade-2017'],
      confidence: 'high',
    },
    {
      says: 'Of single doses, 0.5 and 1.0 mg/kg beat the control; 0.2 mg/kg did not; 0.1 mg/kg is the least ever tried.',
      cites: ['fava-2018'],
      confidence: 'high',
    },
    {
      says: 'Induction: 6 doses, three a week for 2 weeks or two a week for 3 weeks; two a week did as well as three.',
      cites: ['phillips-2019', 'singh-2016', 'anand-2023'],
      confidence: 'high',
    },
    {
      says: 'Check the response after dose 3 or 4 and at the end of induction; half of responders needed 3 doses or fewer.',
      cites: ['phillips-2019'],
      confidence: 'high',
    },
    {
      says: 'Those who respond continue once a week, four times; then the gaps lengthen to the fewest doses that hold.',
      cites: ['phillips-2019', 'sanacora-2017', 'swainson-2021'],
      confidence: 'med',
    },
    {
      says: 'Every 3 months: scale, pressure, urinary symptoms, cravings, cognition and liver tests. Every 6 months: taper review.',
      cites: ['sanacora-2017', 'mcintyre-2021'],
      confidence: 'low',
    },
  ],
}

/** Intravenous racemic ketamine for treatment-resistant depression. Off-label. */
import type { Protocol } from '../settings.ts'
import { value } from '../values.ts'
import {
  earlyResponse,
  inductionMax,
  inInduction,
  laterIntervals,
  laterMonthlyMax,
  notesAfterInduction,
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

export const ivKetTrd: Protocol = {
  id: 'iv-ket-trd',
  title: 'Intravenous ketamine, treatment-resistant depression',
  drug: 'ketamine',
  route: 'IV',
  status: 'available',
  places: ['outpatient', 'hospital'],
  indication: 'Depression that two or more adequate antidepressant trials in this episode have not helped',
  offLabel: true,
  usual: { by: 'weight', doseMgPerKg: 0.5, durationMin: 40 },
  settings: {
    'dose-soft-min': [{ values: [value(0.25, 'mg/kg', { cites: 'andrade-2017', confidence: 'med', basis: 'drv' })] }],
    'dose-soft-max': [{ values: [value(0.75, 'mg/kg', { cites: 'andrade-2017', confidence: 'med', basis: 'drv' })] }],
    'dose-hard-max': [{ values: [value(1, 'mg/kg', { cites: 'fava-2018', confidence: 'high', basis: 'drv' })] }],
    ...doseForAnybody,
    ...infusionRate,
    ...noLabel,
    'induction-planned': [
      { values: [value(6, '1', { cites: ['phillips-2019', 'singh-2016'], confidence: 'med', basis: 'drv' })] },
    ],
    'induction-max': inductionMax,
    'interval-min': [
      { where: inInduction, values: [value(2, 'd', { cites: 'singh-2016', confidence: 'med', basis: 'drv' })] },
      ...laterIntervals,
    ],
    'induction-gap-max': [
      { where: inInduction, values: [value(7, 'd', { cites: 'singh-2016', confidence: 'med', basis: 'drv' })] },
    ],
    'weekly-max': [
      { values: [value(3, '1', { cites: ['singh-2016', 'phillips-2019'], confidence: 'high', basis: 'src' })] },
    ],
    'monthly-soft-max': [
      { where: inInduction, values: [value(8, '1', { cites: 'singh-2016', confidence: 'med', basis: 'drv' })] },
      ...laterMonthlyMax,
    ],
    'monthly-hard-max': [
      { where: inInduction, values: [value(12, '1', { cites: 'ekstrand-2022', confidence: 'med', basis: 'drv' })] },
    ],
    ...earlyResponse,
    ...responseAtEnd,
    ...infusionObservation,
  },
  monitoring: infusionMonitoring,
  notes: [
    note('evidence', 'Not a first treatment: kept for depression that several adequate trials have not helped.', {
      cites: ['va-dod-mdd-2022', 'swainson-2021'],
      confidence: 'high',
      basis: 'src',
    }),
    note(
      'evidence',
      'Single doses, 99 people: 0.5 and 1.0 mg/kg beat an active placebo, 0.2 mg/kg did not, and 0.1 mg/kg, the least ever tried, only before correction for many comparisons.',
      { cites: 'fava-2018', confidence: 'high', basis: 'src' },
    ),
    note('evidence', 'Two infusions a week did as well as three: both clearly better than placebo at day 15.', {
      cites: 'singh-2016',
      confidence: 'high',
      basis: 'src',
    }),
    note(
      'dose',
      'A usual dose is 0.5 mg/kg over 40 min, which runs at 0.75 mg/kg/h. Some respond to less, some need 0.75 mg/kg; 40 to 100 min is common.',
      { cites: ['zarate-2006', 'murrough-2013', 'andrade-2017', 'joseph-2023'], confidence: 'high', basis: 'src' },
    ),
    note(
      'dose',
      'Doses go by ideal weight from a body mass index of 30. The pivotal trials mostly used actual weight, and some clinics use one between the two.',
      { cites: ['sanacora-2017', 'devine-1974', 'murrough-2013', 'singh-2016'], confidence: 'med', basis: 'src' },
    ),
    note('induction', 'Six doses: three a week for 2 weeks, or two a week for 3 weeks. Up to eight were given in 4.', {
      cites: ['phillips-2019', 'aan-het-rot-2010', 'anand-2023', 'singh-2016'],
      confidence: 'high',
      basis: 'src',
    }),
    note(
      'induction',
      'Doses stand 2 to 4 days apart. A gap of more than 7 days, or a ninth dose, is for a prescriber to look at.',
      { cites: ['singh-2016', 'phillips-2019'], confidence: 'med', basis: 'drv' },
    ),
    note(
      'checkpoint',
      'The scale is read after dose 3 or 4 and at the end of induction; of those who responded, half needed 3 doses or fewer. Little change before dose 5 is for a prescriber to look at.',
      { cites: 'phillips-2019', confidence: 'high', basis: 'src' },
    ),
    note(
      'stop',
      'At the end of induction, less than a quarter better ends the course, and less than half better is for a prescriber to decide.',
      { cites: ['phillips-2019', 'sanacora-2017'], confidence: 'low', basis: 'drv' },
    ),
    ...notesAfterInduction,
    infusionObserved,
  ],
}

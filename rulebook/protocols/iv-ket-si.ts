/** Intravenous racemic ketamine in acute suicidality: one or two doses, in a hospital or its emergency department only. */
import type { Protocol } from '../settings.ts'
import { type Provenance, value } from '../values.ts'
import { noEarlyResponse } from './after-induction.ts'
import {
  doseForAnybody,
  infusionMonitoring,
  infusionObservation,
  infusionObserved,
  infusionRate,
  noLabel,
} from './infusion.ts'
import { note } from './note.ts'

const abbar: Provenance = { cites: 'abbar-2022', confidence: 'high', basis: 'drv' }
const twoDoses = [{ values: [value(2, '1', abbar)] }]

export const ivKetSi: Protocol = {
  id: 'iv-ket-si',
  title: 'Intravenous ketamine, acute suicidality in hospital',
  drug: 'ketamine',
  route: 'IV',
  status: 'available',
  places: ['hospital'],
  indication: 'Acute suicidal thoughts in somebody who is in hospital or in its emergency department',
  offLabel: true,
  usual: { by: 'weight', doseMgPerKg: 0.5, durationMin: 40 },
  settings: {
    'dose-soft-min': 'not-limited',
    'dose-soft-max': [{ values: [value(0.5, 'mg/kg', abbar)] }],
    'dose-hard-max': [{ values: [value(0.5, 'mg/kg', abbar)] }],
    ...doseForAnybody,
    ...infusionRate,
    ...noLabel,
    'induction-planned': twoDoses,
    'induction-max': twoDoses,
    'interval-min': [{ values: [value(1, 'd', abbar)] }],
    'induction-gap-max': 'not-limited',
    'weekly-max': twoDoses,
    'monthly-soft-max': twoDoses,
    'monthly-hard-max': twoDoses,
    ...noEarlyResponse,
    'stop-check-from': 'not-limited',
    'stop-improvement-below': 'not-limited',
    'partial-improvement-below': 'not-limited',
    ...infusionObservation,
  },
  monitoring: infusionMonitoring,
  notes: [
    note(
      'evidence',
      'One dose, 80 inpatients with depression: suicidal ideation fell 4.96 points more than with midazolam at day 1, and 55 % responded against 30 %.',
      { cites: 'grunebaum-2018', confidence: 'med', basis: 'src' },
    ),
    note(
      'evidence',
      'Two doses a day apart, 156 voluntary inpatients: remission at day 3 in 63.0 % against 31.6 %, mostly in bipolar disorder. The effect had not lasted at week 6.',
      { cites: 'abbar-2022', confidence: 'high', basis: 'src' },
    ),
    note('evidence', 'Against: a pilot of 36 people found no difference from midazolam at 12 to 24 h.', {
      cites: 'bmc-pilot-2025',
      confidence: 'high',
      basis: 'src',
    }),
    note(
      'care',
      'A trial in emergency departments left out people on more than 3 mg of lorazepam a day or its like, with psychosis or mania, pregnant, or intoxicated.',
      { cites: 'er-ketamine-2023', confidence: 'high', basis: 'src' },
    ),
    note('care', 'Hospital only: the trials were of inpatients.', abbar),
    note('dose', '0.5 mg/kg over 40 min, never more.', abbar),
    note('induction', 'At most two doses, at least a day apart. There is no series under this protocol.', abbar),
    note('care', 'A safety plan, and follow-up within 7 days.', {
      cites: 'judgement',
      confidence: 'med',
      basis: 'drv',
    }),
    infusionObserved,
  ],
}

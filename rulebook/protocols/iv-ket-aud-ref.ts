/**
 * Ketamine for alcohol use disorder as trials gave it. For reading only: no order under it is ever carried out, and its
 * limits are those trials' own.
 */
import type { Protocol } from '../settings.ts'
import { type Provenance, value } from '../values.ts'
import { noEarlyResponse } from './after-induction.ts'
import { infusionMonitoring, infusionObservation, infusionObserved, noLabel } from './infusion.ts'
import { note } from './note.ts'

const dakwar: Provenance = { cites: 'dakwar-2020', confidence: 'high', basis: 'src' }
const grabski: Provenance = { cites: 'grabski-2022', confidence: 'high', basis: 'src' }
const fromGrabski: Provenance = { cites: 'grabski-2022', confidence: 'high', basis: 'drv' }

export const ivKetAudRef: Protocol = {
  id: 'iv-ket-aud-ref',
  title: 'Intravenous ketamine, alcohol use disorder (for reference)',
  drug: 'ketamine',
  route: 'IV',
  status: 'reference-only',
  places: [],
  indication: 'Alcohol use disorder, in trials and beside psychotherapy; nobody is treated by this protocol',
  offLabel: true,
  usual: { by: 'weight', doseMgPerKg: 0.8, durationMin: 40 },
  settings: {
    'dose-soft-min': 'not-limited',
    'dose-soft-max': [{ values: [value(0.71, 'mg/kg', dakwar)] }],
    'dose-hard-max': [{ values: [value(0.8, 'mg/kg', grabski)] }],
    'dose-absolute-soft-max': 'not-limited',
    'dose-absolute-max': 'not-limited',
    'rate-soft-max': 'not-limited',
    'rate-hard-max': [{ values: [value(1.2, 'mg/kg/h', fromGrabski)] }],
    'rate-absolute-soft-max': 'not-limited',
    'duration-min': [{ values: [value(40, 'min', grabski)] }],
    'duration-max': [{ values: [value(52, 'min', dakwar)] }],
    ...noLabel,
    'induction-planned': [{ values: [value(3, '1', grabski)] }],
    'induction-max': [{ values: [value(3, '1', grabski)] }],
    'interval-min': [{ values: [value(7, 'd', grabski)] }],
    'induction-gap-max': 'not-limited',
    'weekly-max': [{ values: [value(1, '1', fromGrabski)] }],
    'monthly-soft-max': [{ values: [value(3, '1', fromGrabski)] }],
    'monthly-hard-max': 'not-limited',
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
      'One dose beside motivational therapy, 40 people: 0.71 mg/kg in 52 min (0.11 in 2 min, then 0.60 in 50), against midazolam, at least 24 h after the last drink. More stayed abstinent over 21 days.',
      dakwar,
    ),
    note(
      'evidence',
      'Three doses a week apart beside relapse-prevention therapy, 96 people: 0.8 mg/kg over 40 min. More abstinent days at 6 months; the time to relapse was no different.',
      grabski,
    ),
    note('stop', 'Every order is blocked.', { cites: 'judgement', confidence: 'high', basis: 'drv' }),
    infusionObserved,
  ],
}

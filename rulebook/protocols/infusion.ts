/** What infusions of ketamine over 40 minutes have in common, whatever they are given for. */
import type { Settings } from '@keel/engine'
import type { ProtocolNote, ReadingSchedule } from '../settings.ts'
import { value } from '../values.ts'
import { note } from './note.ts'

/** Bounds of rate and time: the ceiling for low doses, and the fastest that a comparison of doses gave. */
export const infusionRate = {
  'rate-soft-max': [
    {
      values: [
        value(1, 'mg/kg/h', { cites: 'pennsylvania-2020', confidence: 'med', basis: 'drv', from: '2020-10-07' }),
      ],
    },
  ],
  'rate-hard-max': [{ values: [value(1.5, 'mg/kg/h', { cites: 'fava-2018', confidence: 'med', basis: 'drv' })] }],
  'rate-absolute-soft-max': 'not-limited',
  'duration-min': [{ values: [value(40, 'min', { cites: 'andrade-2017', confidence: 'med', basis: 'drv' })] }],
  'duration-max': [
    { values: [value(120, 'min', { cites: ['andrade-2017', 'joseph-2023'], confidence: 'med', basis: 'drv' })] },
  ],
} as const satisfies Partial<Settings>

/** A slip in weight or unit is caught by a number that depends on neither. */
export const doseForAnybody = {
  'dose-absolute-soft-max': 'not-limited',
  'dose-absolute-max': [{ values: [value(100, 'mg', { cites: 'judgement', confidence: 'low', basis: 'drv' })] }],
} as const satisfies Partial<Settings>

/** Settings that only a labelled product has. */
export const noLabel = { 'labelled-doses': 'not-limited', 'first-dose': 'not-limited' } as const

export const infusionObservation = {
  'observation-min': [{ values: [value(60, 'min', { cites: 'szarmach-2020', confidence: 'low', basis: 'drv' })] }],
  'observation-extended-min': [
    {
      values: [value(120, 'min', { cites: ['szarmach-2020', 'esketamine-label-us'], confidence: 'low', basis: 'drv' })],
    },
  ],
} as const satisfies Partial<Settings>

const cites = ['riva-posse-2018', 'yale-2024'] as const

export const infusionMonitoring: readonly ReadingSchedule[] = [
  {
    reading: 'pressure',
    says: 'Blood pressure and heart rate every 10 min while the infusion runs, then every 15 min',
    running: { firstMin: 10, everyMin: 10 },
    observing: { firstMin: 15, everyMin: 15 },
    cites,
    confidence: 'high',
  },
  {
    reading: 'saturation',
    says: 'Oxygen saturation continuously, written down with the pressure',
    running: { firstMin: 10, everyMin: 10 },
    observing: { firstMin: 15, everyMin: 15 },
    cites,
    confidence: 'high',
  },
  {
    reading: 'sedation',
    says: 'Level of sedation every 10 min',
    running: { firstMin: 10, everyMin: 10 },
    observing: { firstMin: 10, everyMin: 10 },
    cites,
    confidence: 'high',
  },
  {
    reading: 'dissociation',
    says: 'Dissociation at 40 min and before leaving',
    running: { firstMin: 40, everyMin: null },
    observing: { firstMin: 60, everyMin: null },
    cites,
    confidence: 'high',
  },
]

export const infusionObserved: ProtocolNote = note(
  'observation',
  'At least 60 min after the end of the infusion, so 100 min in all when it runs for 40; 120 min after its end from age 65, after a pressure above 140/90, with a sedative or an opioid, or with untreated sleep apnoea.',
  { cites: ['szarmach-2020', 'esketamine-label-us'], confidence: 'low', basis: 'drv' },
)

/** What lozenges of ketamine have in common, whether taken at the clinic or at home. */
import type { Settings } from '@keel/engine'
import type { ProtocolNote, ReadingSchedule } from '../settings.ts'
import { note } from './note.ts'

/** A lozenge has no rate, no duration and no label. */
export const noInfusion = {
  'rate-soft-max': 'not-limited',
  'rate-hard-max': 'not-limited',
  'rate-absolute-soft-max': 'not-limited',
  'duration-min': 'not-limited',
  'duration-max': 'not-limited',
  'labelled-doses': 'not-limited',
  'first-dose': 'not-limited',
} as const satisfies Partial<Settings>

const halfHourly = { firstMin: 30, everyMin: 30 } as const

function reading(name: ReadingSchedule['reading'], says: string): ReadingSchedule {
  return { reading: name, says, running: halfHourly, observing: halfHourly, cites: ['judgement'], confidence: 'low' }
}

export const lozengeMonitoring: readonly ReadingSchedule[] = [
  reading('pressure', 'Blood pressure and heart rate at 30, 60, 90 and 120 min'),
  reading('saturation', 'Oxygen saturation with the pressure'),
  reading('sedation', 'Level of sedation at the times of the pressure'),
  reading('dissociation', 'Dissociation at the times of the pressure'),
]

export const lozengeNotes: readonly ProtocolNote[] = [
  note(
    'dose',
    'Of a dose that is swallowed 20 to 25 % arrives, of one under the tongue about 30 %: 2.0 to 2.5 mg/kg by mouth match 0.5 mg/kg by vein.',
    { cites: ['andrade-2019', 'lara-2013'], confidence: 'high', basis: 'src' },
  ),
  note('evidence', 'Evidence is of level 3 to 4: to be held for experimental.', {
    cites: ['swainson-2021', 'andrade-2019'],
    confidence: 'high',
    basis: 'src',
  }),
  note('care', 'Medicines that change how the liver breaks ketamine down matter far more than by vein.', {
    cites: ['peltoniemi-2011', 'peltoniemi-2012', 'hagelberg-2010'],
    confidence: 'high',
    basis: 'src',
  }),
]

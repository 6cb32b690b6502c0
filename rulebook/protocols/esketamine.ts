/** What both uses of nasal esketamine have in common: devices, the rhythm of the weeks, watching. */
import { refsOf, type Settings } from '@keel/engine'
import type { ProtocolNote, ReadingSchedule } from '../settings.ts'
import { type Provenance, value } from '../values.ts'
import { facts } from '../vocabulary.ts'
import { noEarlyResponse, reviewsTakenOver } from './after-induction.ts'
import { note } from './note.ts'

export const labelUs: Provenance = { cites: 'esketamine-label-us', confidence: 'high', basis: 'src' }
export const labelEu: Provenance = { cites: 'esketamine-label-eu', confidence: 'high', basis: 'src' }
const labelledBenefit: Provenance = { cites: ['esketamine-label-us', 'judgement'], confidence: 'low', basis: 'drv' }

/** A device holds two sprays; up to three of them are given at a session. */
export const devices = { by: 'device', deviceMg: 28, restBetweenDevicesMin: 5 } as const

const bounds = { lastInductionWeek: [value(4, 'wk', labelUs)] } as const
const firstWeeks = {
  bounds,
  where: facts.atMost('schedule.week_of_treatment', refsOf(bounds).lastInductionWeek),
}

/** Everything but the doses themselves. */
export const esketamineSettings = {
  'dose-soft-min': 'not-limited',
  'dose-soft-max': 'not-limited',
  'dose-hard-max': 'not-limited',
  'dose-absolute-soft-max': 'not-limited',
  'dose-absolute-max': 'not-limited',
  'rate-soft-max': 'not-limited',
  'rate-hard-max': 'not-limited',
  'rate-absolute-soft-max': 'not-limited',
  'duration-min': 'not-limited',
  'duration-max': 'not-limited',
  'induction-planned': [{ values: [value(8, '1', labelUs)] }],
  'induction-max': [{ values: [value(8, '1', labelUs)] }],
  'interval-min': [
    { ...firstWeeks, values: [value(2, 'd', { cites: 'transform', confidence: 'med', basis: 'drv' })] },
    { values: [value(5, 'd', { cites: 'esketamine-label-us', confidence: 'med', basis: 'drv' })] },
  ],
  'induction-gap-max': 'not-limited',
  'weekly-max': [{ ...firstWeeks, values: [value(2, '1', labelUs)] }, { values: [value(1, '1', labelUs)] }],
  'monthly-soft-max': [{ ...firstWeeks, values: [value(8, '1', labelUs)] }, { values: [value(4, '1', labelUs)] }],
  'monthly-hard-max': 'not-limited',
  ...noEarlyResponse,
  'stop-check-from': 'not-limited',
  'stop-improvement-below': [{ values: [value(25, '%', labelledBenefit)] }],
  'partial-improvement-below': [{ values: [value(50, '%', labelledBenefit)] }],
  'observation-min': [{ values: [value(120, 'min', labelUs)] }],
  'observation-extended-min': [{ values: [value(120, 'min', labelUs)] }],
} as const satisfies Partial<Settings>

const running = { firstMin: 40, everyMin: 30 } as const
const observing = { firstMin: 30, everyMin: 30 } as const

export const esketamineMonitoring: readonly ReadingSchedule[] = [
  {
    reading: 'pressure',
    says: 'Blood pressure and heart rate at 40 min, then every 30 min until it has fallen, and before leaving',
    running,
    observing,
    cites: ['esketamine-label-us', 'esketamine-rems', 'judgement'],
    confidence: 'high',
  },
  {
    reading: 'saturation',
    says: 'Oxygen saturation and breathing at every session, written down with the pressure',
    running,
    observing,
    cites: ['esketamine-label-us', 'esketamine-rems'],
    confidence: 'high',
  },
  {
    reading: 'sedation',
    says: 'Level of sedation at 40 min, then until it has passed',
    running,
    observing,
    cites: ['esketamine-label-us', 'esketamine-rems', 'judgement'],
    confidence: 'high',
  },
  {
    reading: 'dissociation',
    says: 'Dissociation at 40 min, then until it has passed',
    running,
    observing,
    cites: ['esketamine-label-us', 'esketamine-rems', 'judgement'],
    confidence: 'high',
  },
]

/** What the labels say of every session, whatever it is for. */
export const esketamineNotes: readonly ProtocolNote[] = [
  note(
    'dose',
    'A device holds 28 mg in two sprays, one a nostril: two devices are 56 mg, three are 84 mg. Rest 5 min between devices; never prime one.',
    { cites: ['esketamine-label-us', 'esketamine-label-eu'], confidence: 'high', basis: 'src' },
  ),
  note('care', 'Nothing to eat for 2 h before, nothing to drink for 30 min before.', labelUs),
  note('care', 'A nose spray with a steroid or a decongestant comes at least 1 h before.', {
    cites: 'esketamine-label-us',
    confidence: 'med',
    basis: 'src',
  }),
  note(
    'care',
    'Above 140 or above 90 before the dose: risk is weighed against benefit, and waiting is considered. Not given where a rise of blood pressure or of pressure in the skull is a serious risk.',
    labelUs,
  ),
  note(
    'care',
    'Boxed warning: sedation, dissociation, slowed breathing, abuse and misuse, suicidal thoughts and behaviour.',
    labelUs,
  ),
  note(
    'care',
    'With moderate liver disease people are observed for longer; with severe disease it is not advised.',
    labelUs,
  ),
  note('care', 'No driving until the day after a night of good sleep.', labelUs),
  ...reviewsTakenOver,
  note('observation', 'At least 2 h after the last device, and until clinically stable.', labelUs),
]

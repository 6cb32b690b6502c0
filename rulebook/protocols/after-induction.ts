/**
 * What holds after induction, and what holds of the response: stated for infusions in depression, and taken over by every
 * protocol that states nothing of its own.
 */
import type { Settings } from '@keel/engine'
import type { ProtocolNote } from '../settings.ts'
import { type Provenance, value } from '../values.ts'
import { facts } from '../vocabulary.ts'
import { note } from './note.ts'

export const inInduction = facts.is('schedule.course_phase', 'induction')
const afterInduction = facts.is('schedule.course_phase', 'induction-complete', 'continuation', 'maintenance')
const weekly = facts.is('schedule.course_phase', 'induction-complete', 'continuation')
const maintenance = facts.is('schedule.course_phase', 'maintenance')

const judged: Provenance = { cites: 'judgement', confidence: 'low', basis: 'drv' }

type Cases = Exclude<Settings<'one'>['one'], 'not-limited'>

/** Least days between doses once induction is over. */
export const laterIntervals: Cases = [
  { where: weekly, values: [value(5, 'd', judged)] },
  { where: maintenance, values: [value(12, 'd', judged)] },
]

/** Doses in 28 days once induction is over. */
export const laterMonthlyMax: Cases = [
  { where: afterInduction, values: [value(4, '1', { cites: 'phillips-2019', confidence: 'med', basis: 'drv' })] },
]

/** Doses of one induction past which a prescriber must look. */
export const inductionMax: Cases = [
  { values: [value(8, '1', { cites: ['phillips-2019', 'singh-2016'], confidence: 'med', basis: 'drv' })] },
]

const stop: Provenance = { cites: ['phillips-2019', 'sanacora-2017'], confidence: 'low', basis: 'drv' }

/** What the scale must have fallen by at the end of induction. */
export const responseAtEnd = {
  'stop-check-from': 'not-limited',
  'stop-improvement-below': [{ values: [value(25, '%', stop)] }],
  'partial-improvement-below': [{ values: [value(50, '%', stop)] }],
} as const satisfies Partial<Settings>

/** A first look in the middle of induction. */
export const earlyResponse = {
  'early-check-from': [{ values: [value(4, '1', { cites: 'phillips-2019', confidence: 'low', basis: 'drv' })] }],
  'early-improvement-below': [
    { values: [value(25, '%', { cites: 'phillips-2019', confidence: 'low', basis: 'drv' })] },
  ],
} as const satisfies Partial<Settings>

export const noEarlyResponse = {
  'early-check-from': 'not-limited',
  'early-improvement-below': 'not-limited',
} as const satisfies Partial<Settings>

/** What no source speaks of after an injection, a spray or a lozenge: the two hours of the esketamine label. */
export const twoHoursOfObservation = {
  'observation-min': [
    { values: [value(120, 'min', { cites: 'esketamine-label-us', confidence: 'low', basis: 'drv' })] },
  ],
  'observation-extended-min': [
    { values: [value(120, 'min', { cites: 'esketamine-label-us', confidence: 'low', basis: 'drv' })] },
  ],
} as const satisfies Partial<Settings>

export const notesAfterInduction: readonly ProtocolNote[] = [
  note('continuation', 'People who respond go on with one dose a week, four times.', {
    cites: 'phillips-2019',
    confidence: 'high',
    basis: 'src',
  }),
  note(
    'maintenance',
    'Then the gap grows to two weeks, later to three or four: as few doses as keep the benefit. At most four in 28 days.',
    { cites: ['sanacora-2017', 'swainson-2021', 'esketamine-label-us'], confidence: 'med', basis: 'drv' },
  ),
  note(
    're-evaluation',
    'Every 3 months everything is looked at afresh: scale, blood pressure, urinary symptoms, cravings, cognition, liver tests.',
    { cites: ['sanacora-2017', 'mcintyre-2021'], confidence: 'low', basis: 'drv' },
  ),
  note(
    'taper',
    'After 6 months of maintenance, and every 6 months from then, the record shows a try at spacing out or stopping, or why not. Long-term safety is not known.',
    { cites: 'sanacora-2017', confidence: 'low', basis: 'drv' },
  ),
]

const takenOver = notesAfterInduction.map((one) => ({ ...one, confidence: 'low' as const, basis: 'drv' as const }))

/** The reviews alone, for a product whose label has the doses after induction but no reviews. */
export const reviewsTakenOver: readonly ProtocolNote[] = takenOver.filter(
  ({ about }) => about === 're-evaluation' || about === 'taper',
)

/** The same for a protocol whose sources end with induction. */
export const notesTakenOver: readonly ProtocolNote[] = [
  note(
    'continuation',
    'No source goes beyond induction here. What follows is taken over from infusions in depression.',
    {
      cites: 'judgement',
      confidence: 'low',
      basis: 'drv',
    },
  ),
  ...takenOver,
]

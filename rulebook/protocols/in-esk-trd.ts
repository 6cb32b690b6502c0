/** Nasal esketamine for treatment-resistant depression, by the US and EU labels. */
import { all, any, not, refsOf } from '@keel/engine'
import type { Protocol } from '../settings.ts'
import { value } from '../values.ts'
import { facts } from '../vocabulary.ts'

const weekBounds = {
  lastInductionWeek: [value(4, 'wk', { cites: 'esketamine-label-us', confidence: 'high', basis: 'src' })],
} as const
const firstWeeks = facts.atMost('schedule.week_of_treatment', refsOf(weekBounds).lastInductionWeek)

const cautiousBounds = {
  olderAge: [value(65, 'a', { cites: 'esketamine-label-eu', confidence: 'high', basis: 'src' })],
  firstDose: [value(1, '1', { cites: 'esketamine-label-eu', confidence: 'high', basis: 'src' })],
} as const
const cautious = refsOf(cautiousBounds)
/** The EU label starts lower with older people and with people of Japanese ancestry. */
const startsLower = all(
  facts.is('region', 'EU'),
  any(facts.atLeast('age', cautious.olderAge), facts.is('japanese_ancestry', true)),
)

const label = { cites: 'esketamine-label-us', confidence: 'high', basis: 'src' } as const
const labelEu = { cites: 'esketamine-label-eu', confidence: 'high', basis: 'src' } as const

export const inEskTrd: Protocol = {
  id: 'in-esk-trd',
  title: 'Nasal esketamine, treatment-resistant depression',
  drug: 'esketamine',
  route: 'IN',
  indication: 'Treatment-resistant depression in adults, alone or with an oral antidepressant',
  offLabel: false,
  usual: { by: 'device', doseMg: 56, deviceMg: 28, restBetweenDevicesMin: 5 },
  settings: {
    'dose-soft-min': 'not-limited',
    'dose-soft-max': 'not-limited',
    'dose-hard-max': 'not-limited',
    'dose-absolute-max': 'not-limited',
    'rate-soft-max': 'not-limited',
    'rate-hard-max': 'not-limited',
    'duration-min': 'not-limited',
    'duration-max': 'not-limited',
    'labelled-doses': [
      {
        bounds: cautiousBounds,
        where: all(startsLower, facts.atMost('schedule.dose_number', cautious.firstDose)),
        values: [value([28], 'mg', labelEu)],
      },
      { bounds: cautiousBounds, where: startsLower, values: [value([28, 56, 84], 'mg', labelEu)] },
      { where: facts.is('region', 'EU'), values: [value([56, 84], 'mg', labelEu)] },
      { values: [value([56, 84], 'mg', label)] },
    ],
    'first-dose': [{ where: not(facts.is('region', 'EU')), values: [value(56, 'mg', label)] }],
    'interval-min': [
      {
        bounds: weekBounds,
        where: firstWeeks,
        values: [value(2, 'd', { cites: 'transform', confidence: 'med', basis: 'drv' })],
      },
      { values: [value(5, 'd', { cites: 'esketamine-label-us', confidence: 'med', basis: 'drv' })] },
    ],
    'induction-gap-max': 'not-limited',
    'weekly-max': [
      { bounds: weekBounds, where: firstWeeks, values: [value(2, '1', label)] },
      { values: [value(1, '1', label)] },
    ],
    'monthly-soft-max': [
      { bounds: weekBounds, where: firstWeeks, values: [value(8, '1', label)] },
      { values: [value(4, '1', label)] },
    ],
    'monthly-hard-max': 'not-limited',
    'observation-min': [{ values: [value(120, 'min', label)] }],
    'observation-extended-min': [{ values: [value(120, 'min', label)] }],
  },
  monitoring: [
    {
      reading: 'pressure',
      says: 'Blood pressure and heart rate at 40 min, then every 30 min until it has fallen, and before leaving',
      running: { firstMin: 40, everyMin: 30 },
      observing: { firstMin: 30, everyMin: 30 },
      cites: ['esketamine-label-us', 'esketamine-rems', 'judgement'],
      confidence: 'high',
    },
    {
      reading: 'saturation',
      says: 'Oxygen saturation and breathing at every session, written down with the pressure',
      running: { firstMin: 40, everyMin: 30 },
      observing: { firstMin: 30, everyMin: 30 },
      cites: ['esketamine-label-us', 'esketamine-rems'],
      confidence: 'high',
    },
    {
      reading: 'sedation',
      says: 'Level of sedation at 40 min, then until it has passed',
      running: { firstMin: 40, everyMin: 30 },
      observing: { firstMin: 30, everyMin: 30 },
      cites: ['esketamine-label-us', 'esketamine-rems', 'judgement'],
      confidence: 'high',
    },
    {
      reading: 'dissociation',
      says: 'Dissociation at 40 min, then until it has passed',
      running: { firstMin: 40, everyMin: 30 },
      observing: { firstMin: 30, everyMin: 30 },
      cites: ['esketamine-label-us', 'esketamine-rems', 'judgement'],
      confidence: 'high',
    },
  ],
  notes: [
    {
      says: 'A device holds 28 mg in two sprays, one a nostril: two devices are 56 mg, three are 84 mg. Rest 5 min between devices; never prime one.',
      cites: ['esketamine-label-us', 'esketamine-label-eu'],
      confidence: 'high',
    },
    {
      says: 'Weeks 1 to 4: twice a week, 56 mg on day 1, then 56 or 84 mg. Weeks 5 to 8: once a week. From week 9: once a week or every 2 weeks, the fewest that hold.',
      cites: ['esketamine-label-us'],
      confidence: 'high',
    },
    {
      says: 'In the EU, people aged 65 or older and people of Japanese ancestry start at 28 mg and rise in 28 mg steps.',
      cites: ['esketamine-label-eu'],
      confidence: 'med',
    },
    {
      says: 'Evidence of benefit at the end of the four induction weeks decides whether to go on.',
      cites: ['esketamine-label-us'],
      confidence: 'high',
    },
    {
      says: 'No driving until the day after a night of good sleep.',
      cites: ['esketamine-label-us'],
      confidence: 'high',
    },
    {
      says: 'In the US: certified site, enrolled outpatient, prescriber on site, at least 2 h of observation, a monitoring form within 7 days, never dispensed for home.',
      cites: ['esketamine-rems'],
      confidence: 'high',
    },
  ],
}

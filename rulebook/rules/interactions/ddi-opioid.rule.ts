import { askedFrom, defineRule } from '../../vocabulary.ts'
import { listed, takes } from './listed.ts'

export const ddiOpioid = defineRule({
  id: 'ddi-opioid',
  title: 'Opioid',
  phases: askedFrom.interaction,
  severity: 'caution',
  group: 'opioid',
  says: 'An opioid is among the medicines.',
  saysToPatient:
    'You take a strong pain medicine, or one like it. With your dose it can make you sleepy and slow your breathing, so we will watch you closely.',
  because:
    'Both sedate, and an opioid slows breathing besides. Buprenorphine has no factor to morphine, so its dose is not asked for.',
  action: 'Watch sedation, breathing and saturation. Record dose and time of the last one taken.',
  values: {},
  when: () => takes('opioid'),
  cites: ['esketamine-label-us', 'ketamine-label-us'],
  confidence: 'high',
  examples: [
    { name: 'tramadol: caution', given: { medications: listed('tramadol') }, expect: 'fires' },
    {
      name: 'buprenorphine at any dose: caution',
      given: { medications: [{ ...listed('buprenorphine')[0], dose_mg_per_day: 24 }] },
      expect: 'fires',
    },
    {
      name: 'one known only by its class: caution',
      given: { medications: [{ name: 'hydromorphone', classes: ['opioid'] }] },
      expect: 'fires',
    },
    { name: 'naltrexone blocks opioids and is none', given: { medications: listed('naltrexone') }, expect: 'clear' },
    { name: 'no medicines: go ahead', given: { medications: [] }, expect: 'clear' },
    { name: 'class of a medicine not known: ask', given: { medications: [{ name: 'x' }] }, expect: 'unknown' },
    { name: 'medicines not known: ask', given: {}, expect: 'unknown' },
  ],
})

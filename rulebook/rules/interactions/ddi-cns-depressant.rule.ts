import { askedFrom, defineRule } from '../../vocabulary.ts'
import { listed, takes } from './listed.ts'

export const ddiCnsDepressant = defineRule({
  id: 'ddi-cns-depressant',
  title: 'Sedating medicine',
  phases: askedFrom.interaction,
  severity: 'caution',
  says: 'A sedating medicine is among the medicines.',
  saysToPatient:
    'You take a medicine that can make you sleepy. With your dose it can do so more, so we will watch you closely.',
  because: 'It adds to sedation.',
  action: 'Watch sedation and breathing. Record when it was last taken.',
  values: {},
  when: () => takes('cns-depressant'),
  cites: ['esketamine-label-us'],
  confidence: 'high',
  examples: [
    { name: 'zolpidem: caution', given: { medications: listed('zolpidem') }, expect: 'fires' },
    { name: 'gabapentin: caution', given: { medications: listed('gabapentin') }, expect: 'fires' },
    {
      name: 'phenobarbital sedates besides its other effects: caution',
      given: { medications: listed('phenobarbital') },
      expect: 'fires',
    },
    {
      name: 'one known only by its class: caution',
      given: { medications: [{ name: 'hydroxyzine', classes: ['cns-depressant'] }] },
      expect: 'fires',
    },
    { name: 'a stimulant', given: { medications: listed('modafinil') }, expect: 'clear' },
    { name: 'no medicines: go ahead', given: { medications: [] }, expect: 'clear' },
    { name: 'class of a medicine not known: ask', given: { medications: [{ name: 'x' }] }, expect: 'unknown' },
    { name: 'medicines not known: ask', given: {}, expect: 'unknown' },
  ],
})

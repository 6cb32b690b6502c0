import { value } from '../../values.ts'
import { askedFrom, defineRule } from '../../vocabulary.ts'
import { listed, takes } from './listed.ts'

export const ddiStimulant = defineRule({
  id: 'ddi-stimulant',
  title: 'Stimulant',
  phases: askedFrom.interaction,
  severity: 'caution',
  says: 'A stimulant is among the medicines.',
  saysToPatient:
    'You take a medicine that can raise your blood pressure. Your dose does so too, so we will check your blood pressure one more time.',
  because: 'Both raise pressure.',
  action: 'Take one more blood pressure {extra} after the dose begins.',
  values: {
    extra: [value(20, 'min', { cites: ['esketamine-label-us', 'judgement'], confidence: 'low', basis: 'drv' })],
  },
  when: () => takes('stimulant'),
  cites: ['esketamine-label-us'],
  confidence: 'high',
  examples: [
    { name: 'lisdexamfetamine: caution', given: { medications: listed('lisdexamfetamine') }, expect: 'fires' },
    { name: 'modafinil: caution', given: { medications: listed('modafinil') }, expect: 'fires' },
    {
      name: 'one known only by its class: caution',
      given: { medications: [{ name: 'dexmethylphenidate', classes: ['stimulant'] }] },
      expect: 'fires',
    },
    { name: 'a sedating medicine', given: { medications: listed('quetiapine') }, expect: 'clear' },
    { name: 'no medicines: go ahead', given: { medications: [] }, expect: 'clear' },
    { name: 'class of a medicine not known: ask', given: { medications: [{ name: 'x' }] }, expect: 'unknown' },
    { name: 'medicines not known: ask', given: {}, expect: 'unknown' },
  ],
})

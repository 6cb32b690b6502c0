import { askedFrom, defineRule } from '../../vocabulary.ts'
import { listed, takes } from './listed.ts'

export const ddiThyroidHormone = defineRule({
  id: 'ddi-thyroid-hormone',
  title: 'Thyroid hormone',
  phases: askedFrom.interaction,
  severity: 'caution',
  says: 'A thyroid hormone is among the medicines.',
  saysToPatient:
    'You take a thyroid medicine. With your dose your heart may beat faster and your blood pressure may rise, so we will keep an eye on both.',
  because: 'High pressure and a fast pulse were reported when the two were given together.',
  action: 'Go on. Watch pressure and pulse, and see that the thyroid tests are in range.',
  values: {},
  when: () => takes('thyroid-hormone'),
  cites: ['ketamine-label-non-us'],
  confidence: 'high',
  examples: [
    { name: 'levothyroxine: caution', given: { medications: listed('levothyroxine') }, expect: 'fires' },
    { name: 'liothyronine: caution', given: { medications: listed('liothyronine') }, expect: 'fires' },
    { name: 'a medicine of another kind', given: { medications: listed('sertraline') }, expect: 'clear' },
    { name: 'no medicines: go ahead', given: { medications: [] }, expect: 'clear' },
    { name: 'class of a medicine not known: ask', given: { medications: [{ name: 'x' }] }, expect: 'unknown' },
    { name: 'medicines not known: ask', given: {}, expect: 'unknown' },
  ],
})

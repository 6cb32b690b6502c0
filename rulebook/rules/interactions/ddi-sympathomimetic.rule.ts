import { all, not } from '@keel/engine'
import { askedFrom, defineRule } from '../../vocabulary.ts'
import { listed } from './listed.ts'

export const ddiSympathomimetic = defineRule({
  id: 'ddi-sympathomimetic',
  title: 'Sympathomimetic or vasopressor',
  phases: askedFrom.interaction,
  severity: 'review',
  says: 'A medicine that raises pressure (a sympathomimetic or vasopressin) is among the medicines.',
  saysToPatient:
    'You take a medicine that can raise your blood pressure. Your dose does so too. Your prescriber will check first.',
  because: 'Its effect on pressure and that of ketamine add up.',
  action: 'The prescriber decides whether it can be left out on the day, or whether to go on with closer readings.',
  values: {},
  // Of a spray for the nose another rule speaks.
  when: (_value, { some }) =>
    some('medications', (medicine) =>
      all(
        medicine.includes('classes', 'sympathomimetic'),
        not(all(medicine.includes('classes', 'nasal-steroid-decongestant'), medicine.is('route', 'nasal'))),
      ),
    ),
  cites: ['ketamine-label-us'],
  confidence: 'med',
  examples: [
    {
      name: 'pseudoephedrine by mouth: review',
      given: { medications: [{ ...listed('pseudoephedrine')[0], route: 'oral' }] },
      expect: 'fires',
    },
    { name: 'midodrine: review', given: { medications: listed('midodrine') }, expect: 'fires' },
    {
      name: 'one known only by its class: review',
      given: { medications: [{ name: 'droxidopa', classes: ['sympathomimetic'] }] },
      expect: 'fires',
    },
    {
      name: 'a nose spray that constricts has a rule of its own',
      given: { medications: [{ ...listed('oxymetazoline')[0], route: 'nasal' }] },
      expect: 'clear',
    },
    {
      name: 'phenylephrine for a cold, by mouth: review',
      given: { medications: [{ ...listed('phenylephrine')[0], route: 'oral' }] },
      expect: 'fires',
    },
    {
      name: 'phenylephrine as a nose spray: its own rule',
      given: { medications: [{ ...listed('phenylephrine')[0], route: 'nasal' }] },
      expect: 'clear',
    },
    {
      name: 'phenylephrine, not said by which way: ask',
      given: { medications: listed('phenylephrine') },
      expect: 'unknown',
    },
    { name: 'no medicines: go ahead', given: { medications: [] }, expect: 'clear' },
    { name: 'class of a medicine not known: ask', given: { medications: [{ name: 'x' }] }, expect: 'unknown' },
    { name: 'medicines not known: ask', given: {}, expect: 'unknown' },
    {
      name: 'a medicine of another class: go ahead',
      given: { medications: [{ ...listed('lithium')[0], route: 'oral' }] },
      expect: 'clear',
    },
  ],
})

import { askedFrom, defineRule } from '../../vocabulary.ts'

export const ciHypersensitivity = defineRule({
  id: 'ci-hypersensitivity',
  title: 'Allergy to the drug or what it comes in',
  phases: askedFrom.screening,
  severity: 'block',
  says: 'The patient is allergic to ketamine, esketamine or an excipient of either product.',
  saysToPatient:
    'You have had an allergy to this medicine or to something in it. It could come back worse, so we will not give it.',
  because:
    'A second exposure can end in anaphylaxis. Both labels forbid it. An allergy to any excipient counts for both products, because what is in a bottle changes with its maker.',
  action: 'Do not treat. If the record may be mistaken, an allergist clears it up first.',
  values: {},
  when: (_value, { includes }) => includes('derived.allergies_to_product', 'ketamine or esketamine', 'excipient'),
  cites: ['esketamine-label-us', 'ketamine-label-us'],
  confidence: 'high',
  examples: [
    { name: 'anaphylaxis to ketamine: block', given: { 'history.allergies': ['ketamine'] }, expect: 'fires' },
    {
      name: 'one of several, by its brand: block',
      given: { 'history.allergies': ['penicillin', 'spravato'] },
      expect: 'fires',
    },
    {
      name: 'as people write it: block',
      given: { 'history.allergies': ['Ketamine (hives)'] },
      expect: 'fires',
    },
    {
      name: 'a preservative of the injection: block',
      given: { 'history.allergies': ['benzethonium chloride'] },
      expect: 'fires',
    },
    { name: 'another allergy', given: { 'history.allergies': ['penicillin'] }, expect: 'clear' },
    { name: 'no allergies', given: { 'history.allergies': [] }, expect: 'clear' },
    { name: 'allergies not asked about: ask', given: {}, expect: 'unknown' },
  ],
})

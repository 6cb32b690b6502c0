import { value } from '../../values.ts'
import { askedFrom, defineRule } from '../../vocabulary.ts'
import { byMouth, listed, takes } from './listed.ts'

export const ddiCypInducerOral = defineRule({
  id: 'ddi-cyp-inducer-oral',
  title: 'CYP inducer with ketamine by mouth',
  phases: askedFrom.interaction,
  appliesTo: byMouth,
  severity: 'review',
  group: 'cyp-inducer',
  says: 'A CYP inducer with ketamine by mouth. Rifampin took away {fall} of the S-ketamine that reaches the blood.',
  saysToPatient:
    'You take something that makes your dose much weaker when you swallow it. Your prescriber will check first. Tell us before you stop that medicine: your dose would then be much stronger.',
  because:
    'Gut and liver take apart most of a swallowed dose, and an inducer makes them faster. When it stops, the same dose becomes an overdose.',
  action:
    'The prescriber decides whether another route or medicine is better. If the inducer stops, the dose must be set anew before the next one.',
  values: {
    fall: [value(86, '%', { cites: ['peltoniemi-2011', 'peltoniemi-2012'], confidence: 'high', basis: 'src' })],
  },
  when: () => takes('cyp-inducer'),
  cites: [],
  confidence: 'high',
  examples: [
    {
      name: 'st john’s wort, dose in the clinic: review',
      given: { protocol: 'sl-ket-clinic', medications: listed("st john's wort") },
      expect: 'fires',
    },
    {
      name: 'st john’s wort, dose at home: review',
      given: { protocol: 'sl-ket-home', medications: listed("st john's wort") },
      expect: 'fires',
    },
    {
      name: 'one known only by its class: review',
      given: { protocol: 'sl-ket-clinic', medications: [{ name: 'x', classes: ['cyp-inducer'] }] },
      expect: 'fires',
    },
    {
      name: 'a mood stabiliser that induces nothing here',
      given: { protocol: 'sl-ket-clinic', medications: listed('lithium') },
      expect: 'clear',
    },
    {
      name: 'by infusion: the other rule',
      given: { protocol: 'iv-ket-trd', medications: listed("st john's wort") },
      expect: 'clear',
    },
    { name: 'protocol not known: ask', given: { medications: listed("st john's wort") }, expect: 'unknown' },
    { name: 'medicines not known: ask', given: { protocol: 'sl-ket-clinic' }, expect: 'unknown' },
  ],
})

import { all } from '@keel/engine'
import { benzodiazepineLimit } from '../../derivations/medicines.ts'
import { value } from '../../values.ts'
import { askedFrom, defineRule } from '../../vocabulary.ts'
import { listed, takes } from './listed.ts'

const andrashko = { cites: 'andrashko-2020', confidence: 'high', basis: 'src' } as const

export const ddiBenzodiazepineHigh = defineRule({
  id: 'ddi-benzodiazepine-high',
  title: 'Benzodiazepine in a higher dose',
  phases: askedFrom.interaction,
  severity: 'review',
  group: 'benzo',
  says: 'Benzodiazepines add up to more than {limit} of diazepam; people above it responded less often (one study of {patients} people: sensitivity {sensitivity}, specificity {specificity}).',
  saysToPatient:
    'Your calming medicine, at the dose you take, may make this treatment work less well. Your prescriber will talk with you first. Please do not stop it on your own.',
  because:
    'In one small study this total told those who got better from those who did not. In another trial higher doses blunted the effect on the first day, but not on the third. The conversion to diazepam is uncertain: tables differ twofold for lorazepam.',
  action:
    'The prescriber decides whether to go on, and reduces the benzodiazepine where that is safe. Never stop it abruptly.',
  values: {
    limit: benzodiazepineLimit,
    patients: [value(47, '1', andrashko)],
    sensitivity: [value(80, '%', andrashko)],
    specificity: [value(85, '%', andrashko)],
  },
  when: (value, { above }) =>
    all(takes('benzodiazepine'), above('derived.benzodiazepine_mg_per_day_diazepam', value.limit)),
  cites: ['feeney-2023'],
  confidence: 'high',
  examples: [
    {
      name: 'at the limit: the milder rule',
      given: { medications: listed('diazepam'), 'derived.benzodiazepine_mg_per_day_diazepam': 8 },
      expect: 'clear',
    },
    {
      name: 'a hundredth past the limit: review',
      given: { medications: listed('diazepam'), 'derived.benzodiazepine_mg_per_day_diazepam': 8.01 },
      expect: 'fires',
    },
    {
      name: 'lorazepam 1 mg by the table: review',
      given: { medications: [{ ...listed('lorazepam')[0], dose_mg_per_day: 1 }] },
      expect: 'fires',
    },
    {
      name: 'the stated equivalent counts before the table',
      given: { medications: [{ ...listed('lorazepam')[0], dose_mg_per_day: 1, diazepam_equivalent_mg: 5 }] },
      expect: 'clear',
    },
    {
      name: 'two small doses add up: review',
      given: {
        medications: [
          { ...listed('diazepam')[0], dose_mg_per_day: 5 },
          { ...listed('clonazepam')[0], dose_mg_per_day: 0.25 },
        ],
      },
      expect: 'fires',
    },
    {
      name: 'one known dose past the limit settles it: review',
      given: { medications: [{ ...listed('alprazolam')[0], dose_mg_per_day: 0.5 }, ...listed('temazepam')] },
      expect: 'fires',
    },
    { name: 'dose not known: ask', given: { medications: listed('clonazepam') }, expect: 'unknown' },
    {
      name: 'one without a factor and without an equivalent: ask',
      given: { medications: [{ name: 'oxazepam', classes: ['benzodiazepine'], dose_mg_per_day: 10 }] },
      expect: 'unknown',
    },
    { name: 'no benzodiazepine: nothing to ask', given: { medications: listed('zolpidem') }, expect: 'clear' },
    { name: 'medicines not known: ask', given: {}, expect: 'unknown' },
    {
      name: 'a total past the limit, but no list that it is of: ask',
      given: { 'derived.benzodiazepine_mg_per_day_diazepam': 8.01 },
      expect: 'unknown',
    },
  ],
})

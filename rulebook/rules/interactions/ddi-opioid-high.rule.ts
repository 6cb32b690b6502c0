import { all } from '@keel/engine'
import { opioidLimit } from '../../derivations/medicines.ts'
import { askedFrom, defineRule } from '../../vocabulary.ts'
import { listed, takes } from './listed.ts'

export const ddiOpioidHigh = defineRule({
  id: 'ddi-opioid-high',
  title: 'Opioid in a higher dose',
  phases: askedFrom.interaction,
  severity: 'review',
  group: 'opioid',
  says: 'Opioids add up to {limit} of oral morphine or more.',
  saysToPatient:
    'Your strong pain medicine, at the dose you take, could slow your breathing together with this treatment. Your prescriber will check first. Please do not stop it on your own.',
  because:
    'From this total on the guideline asks for caution with opioids alone; sedation and slow breathing then add up.',
  action: 'The prescriber decides whether to go on, and how breathing is watched. Never stop the opioid abruptly.',
  values: {
    limit: opioidLimit,
  },
  when: (value, { atLeast }) => all(takes('opioid'), atLeast('derived.opioid_mme_per_day', value.limit)),
  cites: ['esketamine-label-us', 'ketamine-label-us'],
  confidence: 'med',
  examples: [
    {
      name: 'at the limit: review',
      given: { medications: listed('morphine'), 'derived.opioid_mme_per_day': 50 },
      expect: 'fires',
    },
    {
      name: 'a hundredth below the limit: the milder rule',
      given: { medications: listed('morphine'), 'derived.opioid_mme_per_day': 49.99 },
      expect: 'clear',
    },
    {
      name: 'oxycodone 40 mg by its factor: review',
      given: { medications: [{ ...listed('oxycodone')[0], dose_mg_per_day: 40 }] },
      expect: 'fires',
    },
    {
      name: 'codeine 240 mg by its factor: the milder rule',
      given: { medications: [{ ...listed('codeine')[0], dose_mg_per_day: 240 }] },
      expect: 'clear',
    },
    {
      name: 'a fentanyl patch whose equivalent is stated: review',
      given: { medications: [{ ...listed('fentanyl')[0], route: 'transdermal', mme_per_day: 60 }] },
      expect: 'fires',
    },
    {
      name: 'a fentanyl patch of 25 micrograms an hour, by its milligrams a day: review',
      given: { medications: [{ ...listed('fentanyl')[0], route: 'transdermal', dose_mg_per_day: 0.6 }] },
      expect: 'fires',
    },
    {
      name: 'fentanyl by another way, by its dose alone: ask',
      given: { medications: [{ ...listed('fentanyl')[0], route: 'sublingual', dose_mg_per_day: 0.6 }] },
      expect: 'unknown',
    },
    {
      name: 'buprenorphine alone: no dose is asked for',
      given: { medications: listed('buprenorphine') },
      expect: 'clear',
    },
    {
      name: 'one known dose at the limit settles it: review',
      given: { medications: [{ ...listed('morphine')[0], dose_mg_per_day: 50 }, ...listed('tramadol')] },
      expect: 'fires',
    },
    { name: 'dose not known: ask', given: { medications: listed('tramadol') }, expect: 'unknown' },
    { name: 'no opioid: nothing to ask', given: { medications: [] }, expect: 'clear' },
    { name: 'medicines not known: ask', given: {}, expect: 'unknown' },
    {
      name: 'a total at the limit, but no list that it is of: ask',
      given: { 'derived.opioid_mme_per_day': 50 },
      expect: 'unknown',
    },
  ],
})

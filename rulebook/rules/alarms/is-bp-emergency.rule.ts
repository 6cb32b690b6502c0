import { all, any } from '@keel/engine'
import { value } from '../../values.ts'
import { defineRule } from '../../vocabulary.ts'

export const isBpEmergency = defineRule({
  id: 'is-bp-emergency',
  title: 'Hypertensive emergency during the dose',
  phases: ['in_session'],
  severity: 'block',
  group: 'is-bp',
  says: 'Pressure is {systolic} systolic or {diastolic} diastolic or more, or {systolicWithSymptoms} systolic or more with chest pain, breathlessness, a neurological deficit, severe headache or loss of vision.',
  saysToPatient: 'Your blood pressure is dangerously high. We have stopped the dose and are calling for help.',
  because: 'At this height, or with such symptoms, organs are being harmed.',
  action: 'Stop the drug and call the emergency service.',
  values: {
    systolic: [value(200, 'mm[Hg]', { cites: 'judgement', confidence: 'med', basis: 'drv' })],
    diastolic: [value(120, 'mm[Hg]', { cites: 'hypertensive-crisis', confidence: 'med', basis: 'drv' })],
    systolicWithSymptoms: [value(180, 'mm[Hg]', { cites: 'hypertensive-crisis', confidence: 'med', basis: 'drv' })],
  },
  when: (value, { atLeast, includes }) =>
    any(
      atLeast('in_session.sbp', value.systolic),
      atLeast('in_session.dbp', value.diastolic),
      all(
        atLeast('in_session.sbp', value.systolicWithSymptoms),
        includes('in_session.symptoms', 'chest-pain', 'dyspnoea', 'neuro-deficit', 'severe-headache', 'visual-loss'),
      ),
    ),
  cites: [],
  confidence: 'med',
  examples: [
    {
      name: 'systolic at the limit: stop',
      given: { 'in_session.sbp': 200, 'in_session.dbp': 90, 'in_session.symptoms': [] },
      expect: 'fires',
    },
    {
      name: 'diastolic at the limit: stop',
      given: { 'in_session.sbp': 150, 'in_session.dbp': 120, 'in_session.symptoms': [] },
      expect: 'fires',
    },
    {
      name: 'one below both limits without symptoms: another rule',
      given: { 'in_session.sbp': 199, 'in_session.dbp': 119, 'in_session.symptoms': [] },
      expect: 'clear',
    },
    {
      name: 'severe headache at the lower limit: stop',
      given: { 'in_session.sbp': 180, 'in_session.dbp': 90, 'in_session.symptoms': ['severe-headache'] },
      expect: 'fires',
    },
    {
      name: 'severe headache one below the lower limit',
      given: { 'in_session.sbp': 179, 'in_session.dbp': 90, 'in_session.symptoms': ['severe-headache'] },
      expect: 'clear',
    },
    {
      name: 'symptoms not asked about: ask',
      given: { 'in_session.sbp': 185, 'in_session.dbp': 90 },
      expect: 'unknown',
    },
    {
      name: 'chest pain at the lower limit: stop',
      given: { 'in_session.sbp': 180, 'in_session.dbp': 90, 'in_session.symptoms': ['chest-pain'] },
      expect: 'fires',
    },
    {
      name: 'trouble breathing at the lower limit: stop',
      given: { 'in_session.sbp': 180, 'in_session.dbp': 90, 'in_session.symptoms': ['dyspnoea'] },
      expect: 'fires',
    },
    {
      name: 'a nerve deficit at the lower limit: stop',
      given: { 'in_session.sbp': 180, 'in_session.dbp': 90, 'in_session.symptoms': ['neuro-deficit'] },
      expect: 'fires',
    },
    {
      name: 'loss of sight at the lower limit: stop',
      given: { 'in_session.sbp': 180, 'in_session.dbp': 90, 'in_session.symptoms': ['visual-loss'] },
      expect: 'fires',
    },
  ],
})

import { any } from '@keel/engine'
import { value } from '../../values.ts'
import { defineRule } from '../../vocabulary.ts'

export const dcSuicideRisk = defineRule({
  id: 'dc-suicide-risk',
  title: 'Risk of suicide before leaving',
  phases: ['discharge'],
  severity: 'hold',
  says: 'Suicidal ideation is of grade {ideation} or more, or no safety plan was given.',
  saysToPatient: 'Before you go we would like to talk about how you feel and about your safety plan.',
  because:
    'Thoughts can change within hours of a dose; nobody leaves with an active plan or without a way to get help.',
  action: 'A clinician assesses the risk now and goes through the safety plan.',
  values: {
    ideation: [value(4, '{score}', { cites: 'esketamine-label-us', confidence: 'med', basis: 'drv' })],
  },
  when: (value, { atLeast, is }) =>
    any(atLeast('discharge.cssrs_ideation', value.ideation), is('discharge.safety_plan_given', false)),
  cites: [],
  confidence: 'med',
  examples: [
    {
      name: 'ideation at the limit: stay',
      given: { 'discharge.cssrs_ideation': 4, 'discharge.safety_plan_given': true },
      expect: 'fires',
    },
    {
      name: 'one grade below with a safety plan',
      given: { 'discharge.cssrs_ideation': 3, 'discharge.safety_plan_given': true },
      expect: 'clear',
    },
    {
      name: 'no safety plan: stay',
      given: { 'discharge.cssrs_ideation': 0, 'discharge.safety_plan_given': false },
      expect: 'fires',
    },
    { name: 'ideation not asked about: ask', given: { 'discharge.safety_plan_given': true }, expect: 'unknown' },
  ],
})

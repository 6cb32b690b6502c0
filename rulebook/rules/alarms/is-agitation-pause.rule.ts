import { value } from '../../values.ts'
import { defineRule } from '../../vocabulary.ts'

export const isAgitationPause = defineRule({
  id: 'is-agitation-pause',
  title: 'Agitation during the dose',
  phases: ['in_session'],
  severity: 'hold',
  group: 'is-agitation',
  says: 'Agitation is RASS {rass} or more.',
  saysToPatient: 'You seem restless. We are pausing the dose and staying with you.',
  because: 'Agitation feeds on noise and light, and a patient who pulls at lines gets hurt.',
  action: 'Pause the drug, reassure, lower light and noise.',
  values: {
    rass: [value(2, '{score}', { cites: 'judgement', confidence: 'med', basis: 'drv' })],
  },
  when: (value, { atLeast }) => atLeast('in_session.rass', value.rass),
  cites: [],
  confidence: 'med',
  examples: [
    { name: 'at the limit: pause', given: { 'in_session.rass': 2 }, expect: 'fires' },
    { name: 'one below', given: { 'in_session.rass': 1 }, expect: 'clear' },
    { name: 'not scored: ask', given: {}, expect: 'unknown' },
  ],
})

import { any } from '@keel/engine'
import { value } from '../../values.ts'
import { defineRule } from '../../vocabulary.ts'

export const isAgitationStop = defineRule({
  id: 'is-agitation-stop',
  title: 'Severe agitation or danger',
  phases: ['in_session'],
  severity: 'block',
  group: 'is-agitation',
  says: 'Agitation is RASS {rass} or more, or somebody is in danger.',
  saysToPatient: 'We have stopped the dose to keep you safe.',
  because: 'Patient or staff may be hurt.',
  action: 'Stop the drug; give the benzodiazepine that was ordered for this.',
  values: {
    rass: [value(3, '{score}', { cites: 'judgement', confidence: 'med', basis: 'drv' })],
  },
  when: (value, { atLeast, includes }) =>
    any(atLeast('in_session.rass', value.rass), includes('in_session.symptoms', 'danger')),
  cites: [],
  confidence: 'med',
  examples: [
    { name: 'at the limit: stop', given: { 'in_session.rass': 3, 'in_session.symptoms': [] }, expect: 'fires' },
    { name: 'one below: another rule', given: { 'in_session.rass': 2, 'in_session.symptoms': [] }, expect: 'clear' },
    { name: 'danger settles it without a score: stop', given: { 'in_session.symptoms': ['danger'] }, expect: 'fires' },
    { name: 'not scored: ask', given: { 'in_session.symptoms': [] }, expect: 'unknown' },
  ],
})

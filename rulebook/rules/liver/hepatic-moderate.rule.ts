import { all, any } from '@keel/engine'
import { value } from '../../values.ts'
import { askedFrom, defineRule } from '../../vocabulary.ts'

export const hepaticModerate = defineRule({
  id: 'hepatic-moderate',
  title: 'Moderate liver disease',
  phases: askedFrom.screening,
  severity: 'review',
  group: 'hepatic',
  says: 'Cirrhosis of Child-Pugh class B, or ALT or AST above {enzymes}.',
  saysToPatient:
    'Your liver clears this medicine more slowly. Your prescriber will decide with you whether to go on, and we would watch you for longer.',
  because:
    'The drug stays longer, and repeated doses have raised liver enzymes. The label asks for longer observation; the limit for enzymes is our choice.',
  action: 'The prescriber weighs the risk, plans longer observation and repeat tests, and records the decision.',
  values: {
    enzymes: [value(3, '{xULN}', { cites: ['noppers-2011', 'judgement'], confidence: 'low', basis: 'drv' })],
  },
  when: (value, { above, some }) =>
    any(
      some('conditions', (condition) => all(condition.is('key', 'cirrhosis'), condition.is('child_pugh', 'B'))),
      above('labs.alt_x_uln', value.enzymes),
      above('labs.ast_x_uln', value.enzymes),
    ),
  cites: ['esketamine-label-us', 'noppers-2011'],
  confidence: 'high',
  examples: [
    {
      name: 'cirrhosis, Child-Pugh B: review',
      given: { conditions: [{ key: 'cirrhosis', status: 'current', child_pugh: 'B' }] },
      expect: 'fires',
    },
    {
      name: 'cirrhosis, Child-Pugh A: go ahead',
      given: {
        conditions: [{ key: 'cirrhosis', status: 'current', child_pugh: 'A' }],
        'labs.alt_x_uln': 1.2,
        'labs.ast_x_uln': 1.4,
      },
      expect: 'clear',
    },
    {
      name: 'both enzymes at the limit: go ahead',
      given: { conditions: [], 'labs.alt_x_uln': 3, 'labs.ast_x_uln': 3 },
      expect: 'clear',
    },
    {
      name: 'ALT just above the limit: review',
      given: { conditions: [], 'labs.alt_x_uln': 3.1, 'labs.ast_x_uln': 2 },
      expect: 'fires',
    },
    {
      name: 'AST just above the limit: review',
      given: { conditions: [], 'labs.alt_x_uln': 2, 'labs.ast_x_uln': 3.1 },
      expect: 'fires',
    },
    {
      name: 'cirrhosis, class not stated: ask',
      given: { conditions: [{ key: 'cirrhosis', status: 'current' }], 'labs.alt_x_uln': 1, 'labs.ast_x_uln': 1 },
      expect: 'unknown',
    },
    { name: 'ALT not known: ask', given: { conditions: [], 'labs.ast_x_uln': 1 }, expect: 'unknown' },
    {
      name: 'a class without cirrhosis says nothing',
      given: {
        conditions: [{ key: 'hypertension', status: 'current', child_pugh: 'B' }],
        'labs.alt_x_uln': 1,
        'labs.ast_x_uln': 1,
      },
      expect: 'clear',
    },
  ],
})

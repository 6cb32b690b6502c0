import { all, any, not } from '@keel/engine'
import { value } from '../../values.ts'
import { askedFrom, defineRule } from '../../vocabulary.ts'

export const ciHepaticSevere = defineRule({
  id: 'ci-hepatic-severe',
  title: 'Severe liver disease',
  phases: askedFrom.screening,
  severity: 'block',
  group: 'hepatic',
  says: 'Cirrhosis of Child-Pugh class C, acute liver failure, or ALT or AST above {enzymes}.',
  saysToPatient:
    'Your liver clears this medicine, and it cannot do that well now. It could also be harmed, so we will not give it.',
  because:
    'Exposure rises, and the drug can itself hurt the liver. The label advises against class C; the limit for enzymes is our choice.',
  action: 'Do not treat. Find the cause with hepatology, and repeat the tests before screening again.',
  values: {
    enzymes: [value(5, '{xULN}', { cites: ['cohen-2018', 'judgement'], confidence: 'low', basis: 'drv' })],
  },
  when: (value, { above, some }) =>
    any(
      some('conditions', (condition) =>
        any(
          all(condition.is('key', 'cirrhosis'), condition.is('child_pugh', 'C')),
          all(condition.is('key', 'acute-liver-failure'), not(condition.is('status', 'history'))),
        ),
      ),
      above('labs.alt_x_uln', value.enzymes),
      above('labs.ast_x_uln', value.enzymes),
    ),
  cites: ['esketamine-label-us', 'cohen-2018'],
  confidence: 'high',
  examples: [
    {
      name: 'cirrhosis, Child-Pugh C: block',
      given: { conditions: [{ key: 'cirrhosis', status: 'current', child_pugh: 'C' }] },
      expect: 'fires',
    },
    {
      name: 'cirrhosis, Child-Pugh B: another rule',
      given: {
        conditions: [{ key: 'cirrhosis', status: 'current', child_pugh: 'B' }],
        'labs.alt_x_uln': 1.2,
        'labs.ast_x_uln': 1.4,
      },
      expect: 'clear',
    },
    {
      name: 'acute liver failure: block',
      given: { conditions: [{ key: 'acute-liver-failure', status: 'current' }] },
      expect: 'fires',
    },
    {
      name: 'acute liver failure, long recovered: go ahead',
      given: {
        conditions: [{ key: 'acute-liver-failure', status: 'history', years_ago: 6 }],
        'labs.alt_x_uln': 0.6,
        'labs.ast_x_uln': 0.6,
      },
      expect: 'clear',
    },
    {
      name: 'both enzymes at the limit: another rule',
      given: { conditions: [], 'labs.alt_x_uln': 5, 'labs.ast_x_uln': 5 },
      expect: 'clear',
    },
    {
      name: 'ALT just above the limit: block',
      given: { conditions: [], 'labs.alt_x_uln': 5.1, 'labs.ast_x_uln': 3 },
      expect: 'fires',
    },
    {
      name: 'AST just above the limit: block',
      given: { conditions: [], 'labs.alt_x_uln': 3, 'labs.ast_x_uln': 5.1 },
      expect: 'fires',
    },
    {
      name: 'cirrhosis, class not stated: ask',
      given: { conditions: [{ key: 'cirrhosis', status: 'current' }], 'labs.alt_x_uln': 1, 'labs.ast_x_uln': 1 },
      expect: 'unknown',
    },
    { name: 'AST not known: ask', given: { conditions: [], 'labs.alt_x_uln': 1 }, expect: 'unknown' },
  ],
})

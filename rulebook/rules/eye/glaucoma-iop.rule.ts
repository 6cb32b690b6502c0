import { all, any } from '@keel/engine'
import { askedFrom, defineRule } from '../../vocabulary.ts'

export const glaucomaIop = defineRule({
  id: 'glaucoma-iop',
  title: 'Glaucoma or raised eye pressure',
  phases: askedFrom.screening,
  severity: 'review',
  group: 'eye',
  says: 'The patient has glaucoma or raised eye pressure, treated or not, or once had an acute angle closure.',
  saysToPatient:
    'This medicine may raise the pressure in the eye. Your prescriber will check with your eye doctor first.',
  because: 'A rise of eye pressure can harm a nerve that is already under strain.',
  action: 'Ask the eye doctor for a recent pressure and an opinion. The prescriber records the decision.',
  values: {},
  when: (_value, { some }) =>
    some('conditions', (condition) =>
      any(
        condition.is('key', 'glaucoma'),
        all(condition.is('key', 'acute-angle-closure'), condition.is('status', 'history')),
      ),
    ),
  cites: ['cohen-2018'],
  confidence: 'med',
  examples: [
    {
      name: 'glaucoma with drops: review',
      given: { conditions: [{ key: 'glaucoma', status: 'treated' }] },
      expect: 'fires',
    },
    {
      name: 'glaucoma without treatment: review',
      given: { conditions: [{ key: 'glaucoma', status: 'untreated' }] },
      expect: 'fires',
    },
    {
      name: 'acute angle closure of the past: review',
      given: { conditions: [{ key: 'acute-angle-closure', status: 'history', years_ago: 3 }] },
      expect: 'fires',
    },
    {
      name: 'acute angle closure now: another rule',
      given: { conditions: [{ key: 'acute-angle-closure', status: 'current' }] },
      expect: 'clear',
    },
    { name: 'conditions not recorded: ask', given: {}, expect: 'unknown' },
    {
      name: 'another condition of the past',
      given: { conditions: [{ key: 'head-injury', status: 'history' }] },
      expect: 'clear',
    },
  ],
})

import { askedFrom, defineRule } from '../../vocabulary.ts'

export const ciAcutePorphyria = defineRule({
  id: 'ci-acute-porphyria',
  title: 'Acute hepatic porphyria',
  phases: askedFrom.screening,
  severity: 'block',
  says: 'The patient has an acute hepatic porphyria (acute intermittent, variegate, or hereditary coproporphyria).',
  saysToPatient: 'With your porphyria this medicine might set off an attack, so we will not give it.',
  because:
    'Sources conflict: a national list calls ketamine and esketamine unsafe, while an animal study and other lists do not. It is inherited, so one without attacks counts too. We take the stricter.',
  action: 'Do not treat. A porphyria centre can advise on other medicines.',
  values: {},
  when: (_value, { some }) => some('conditions', (condition) => condition.is('key', 'acute-hepatic-porphyria')),
  cites: ['sps-porphyria', 'harrison-porphyria'],
  confidence: 'low',
  examples: [
    {
      name: 'with attacks: block',
      given: { conditions: [{ key: 'acute-hepatic-porphyria', status: 'current' }] },
      expect: 'fires',
    },
    {
      name: 'last attack years ago: block',
      given: { conditions: [{ key: 'acute-hepatic-porphyria', status: 'history', years_ago: 12 }] },
      expect: 'fires',
    },
    { name: 'no conditions', given: { conditions: [] }, expect: 'clear' },
    { name: 'conditions not recorded: ask', given: {}, expect: 'unknown' },
  ],
})

import { askedFrom, defineRule } from '../../vocabulary.ts'

export const ciAneurysmAvm = defineRule({
  id: 'ci-aneurysm-avm',
  title: 'Aneurysm or arteriovenous malformation',
  phases: askedFrom.screening,
  severity: 'block',
  says: 'The patient has, or had, an aneurysm of the aorta, of a vessel in the head or of a peripheral artery, or an arteriovenous malformation, of whatever size.',
  saysToPatient:
    'This medicine raises blood pressure for a while. With your blood vessels that is too big a risk, so we will not give it.',
  because:
    'The pressure surge can tear a weak vessel. The esketamine label forbids it and names no size; a repaired one counts as well, since the wall of other vessels is often weak too.',
  action: 'Do not treat. A vessel specialist follows it.',
  values: {},
  when: (_value, { some }) =>
    some('conditions', (condition) =>
      condition.is(
        'key',
        'aortic-aneurysm',
        'intracranial-aneurysm',
        'peripheral-aneurysm',
        'arteriovenous-malformation',
      ),
    ),
  cites: ['esketamine-label-us'],
  confidence: 'high',
  examples: [
    {
      name: 'small aortic aneurysm: block',
      given: { conditions: [{ key: 'aortic-aneurysm', status: 'stable', size_mm: 31 }] },
      expect: 'fires',
    },
    {
      name: 'aneurysm in the head, coiled years ago: block',
      given: { conditions: [{ key: 'intracranial-aneurysm', status: 'treated', years_ago: 6 }] },
      expect: 'fires',
    },
    {
      name: 'aneurysm behind the knee: block',
      given: { conditions: [{ key: 'peripheral-aneurysm', status: 'current' }] },
      expect: 'fires',
    },
    {
      name: 'arteriovenous malformation: block',
      given: { conditions: [{ key: 'arteriovenous-malformation', status: 'current' }] },
      expect: 'fires',
    },
    { name: 'no conditions', given: { conditions: [] }, expect: 'clear' },
    { name: 'conditions not recorded: ask', given: {}, expect: 'unknown' },
  ],
})

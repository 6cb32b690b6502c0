import { all, any, not } from '@keel/engine'
import { value } from '../../values.ts'
import { askedFrom, defineRule } from '../../vocabulary.ts'

export const ciOpenGlobeAcuteGlaucoma = defineRule({
  id: 'ci-open-globe-acute-glaucoma',
  title: 'Open eye injury, acute glaucoma or recent eye surgery',
  phases: askedFrom.screening,
  severity: 'block',
  group: 'eye',
  says: 'An open globe injury or an acute angle closure that is not over, or eye surgery in the last {surgery}.',
  saysToPatient:
    'This medicine can raise the pressure in the eye. Yours needs time to heal first, so we will wait to protect your sight.',
  because:
    'A rise of pressure in the eye can cost its sight. Guideline and product texts warn of it and name no time after surgery; that time is our choice.',
  action: 'Do not treat. Screen again when the eye doctor says that the eye has healed.',
  values: {
    surgery: [value(42, 'd', { cites: ['cohen-2018', 'judgement'], confidence: 'low', basis: 'drv' })],
  },
  when: (value, { some }) =>
    some('conditions', (condition) =>
      any(
        all(condition.is('key', 'open-globe-injury', 'acute-angle-closure'), not(condition.is('status', 'history'))),
        all(condition.is('key', 'eye-surgery'), condition.atMost('days_ago', value.surgery)),
      ),
    ),
  cites: ['cohen-2018', 'ketamine-label-non-us'],
  confidence: 'low',
  examples: [
    {
      name: 'open globe injury: block',
      given: { conditions: [{ key: 'open-globe-injury', status: 'current' }] },
      expect: 'fires',
    },
    {
      name: 'acute angle closure under treatment: block',
      given: { conditions: [{ key: 'acute-angle-closure', status: 'treated' }] },
      expect: 'fires',
    },
    {
      name: 'acute angle closure of the past: another rule',
      given: { conditions: [{ key: 'acute-angle-closure', status: 'history', years_ago: 3 }] },
      expect: 'clear',
    },
    {
      name: 'eye surgery, last day that counts: block',
      given: { conditions: [{ key: 'eye-surgery', days_ago: 42 }] },
      expect: 'fires',
    },
    {
      name: 'eye surgery, a day longer ago: go ahead',
      given: { conditions: [{ key: 'eye-surgery', days_ago: 43 }] },
      expect: 'clear',
    },
    { name: 'eye surgery, no date: ask', given: { conditions: [{ key: 'eye-surgery' }] }, expect: 'unknown' },
  ],
})

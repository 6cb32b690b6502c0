import { askedFrom, defineRule } from '../../vocabulary.ts'

export const tierStop = defineRule({
  id: 'tier-stop',
  title: 'Dosing is stopped',
  phases: askedFrom.gate,
  severity: 'block',
  group: 'tier',
  says: 'The misuse-risk review stopped dosing.',
  saysToPatient:
    'We have paused this medicine to keep you safe. Your care goes on without it, and we will talk about what comes next.',
  because:
    'Something was found after which a further dose could do serious harm: to the bladder, or through the use itself.',
  action:
    'No dose. Contact the patient within 72 h; therapy goes on. Only people clear a stop: addiction medicine and two clinicians, or urology.',
  values: {},
  when: (_value, { is }) => is('engagement.misuse_tier', 'stop'),
  cites: ['judgement'],
  confidence: 'low',
  examples: [
    { name: 'stopped: block', given: { 'engagement.misuse_tier': 'stop' }, expect: 'fires' },
    { name: 'high: another rule', given: { 'engagement.misuse_tier': 'high' }, expect: 'clear' },
    { name: 'low: go ahead', given: { 'engagement.misuse_tier': 'low' }, expect: 'clear' },
    { name: 'never reviewed: ask', given: {}, expect: 'unknown' },
  ],
})

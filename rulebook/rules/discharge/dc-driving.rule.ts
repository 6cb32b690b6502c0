import { defineRule } from '../../vocabulary.ts'

export const dcDriving = defineRule({
  id: 'dc-driving',
  title: 'No agreement not to drive',
  phases: ['discharge'],
  severity: 'hold',
  says: 'The patient means to drive, or has not agreed to leave driving, machines, contracts and sole care of children until tomorrow.',
  saysToPatient: 'No driving, machines, contracts or caring alone for children until you have slept well tonight.',
  because: 'Attention and judgement are back only after a night of good sleep.',
  action: 'Explain it again and have the patient agree before they leave.',
  values: {},
  when: (_value, { is }) => is('discharge.will_drive', true),
  cites: ['esketamine-label-us'],
  confidence: 'high',
  examples: [
    { name: 'means to drive: stay', given: { 'discharge.will_drive': true }, expect: 'fires' },
    { name: 'has agreed not to', given: { 'discharge.will_drive': false }, expect: 'clear' },
    { name: 'not asked: ask', given: {}, expect: 'unknown' },
  ],
})

import { defineRule } from '../../vocabulary.ts'

export const isVomiting = defineRule({
  id: 'is-vomiting',
  title: 'Vomiting',
  phases: ['in_session'],
  severity: 'review',
  says: 'The patient vomits.',
  saysToPatient: 'Let us turn you on your side. We have something for the nausea.',
  because: 'A drowsy patient can breathe it in.',
  action: 'Turn on the side, ondansetron by order; pause if it goes on.',
  values: {},
  when: (_value, { is }) => is('in_session.vomiting', true),
  cites: ['judgement'],
  confidence: 'med',
  examples: [
    { name: 'vomiting: review', given: { 'in_session.vomiting': true }, expect: 'fires' },
    { name: 'none', given: { 'in_session.vomiting': false }, expect: 'clear' },
    { name: 'not recorded: ask', given: {}, expect: 'unknown' },
  ],
})

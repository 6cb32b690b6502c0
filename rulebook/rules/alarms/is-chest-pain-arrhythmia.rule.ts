import { defineRule } from '../../vocabulary.ts'

export const isChestPainArrhythmia = defineRule({
  id: 'is-chest-pain-arrhythmia',
  title: 'Chest pain, fainting or arrhythmia',
  phases: ['in_session'],
  severity: 'block',
  says: 'There is chest pain, fainting or a new arrhythmia.',
  saysToPatient: 'We have stopped the dose and are calling for help.',
  because: 'Each may be the heart failing under the load.',
  action: 'Stop the drug, begin ACLS and call the emergency service.',
  values: {},
  when: (_value, { includes }) => includes('in_session.symptoms', 'chest-pain', 'syncope', 'arrhythmia'),
  cites: ['acls'],
  confidence: 'high',
  examples: [
    { name: 'chest pain: stop', given: { 'in_session.symptoms': ['chest-pain'] }, expect: 'fires' },
    { name: 'fainting: stop', given: { 'in_session.symptoms': ['syncope'] }, expect: 'fires' },
    { name: 'new arrhythmia: stop', given: { 'in_session.symptoms': ['arrhythmia'] }, expect: 'fires' },
    { name: 'none of these', given: { 'in_session.symptoms': ['visual-loss'] }, expect: 'clear' },
    { name: 'not asked: ask', given: {}, expect: 'unknown' },
  ],
})

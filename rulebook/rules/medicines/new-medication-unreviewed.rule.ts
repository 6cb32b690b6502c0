import { defineRule } from '../../vocabulary.ts'

export const newMedicationUnreviewed = defineRule({
  id: 'new-medication-unreviewed',
  title: 'New or changed medicine not reviewed',
  phases: ['pre_session'],
  severity: 'review',
  says: 'A medicine is new or changed since the last visit and has not been reviewed.',
  saysToPatient: 'Your medicines have changed. Your prescriber will check them before the dose.',
  because: 'A medicine nobody has looked at may add to sedation or raise pressure.',
  action: 'The prescriber reviews the medicine and records the decision.',
  values: {},
  when: (_value, { is }) => is('gate.new_medication_unreviewed', true),
  cites: ['esketamine-label-us'],
  confidence: 'high',
  examples: [
    { name: 'a change waits for review', given: { 'gate.new_medication_unreviewed': true }, expect: 'fires' },
    { name: 'every medicine is reviewed', given: { 'gate.new_medication_unreviewed': false }, expect: 'clear' },
    { name: 'not asked: ask', given: {}, expect: 'unknown' },
  ],
})

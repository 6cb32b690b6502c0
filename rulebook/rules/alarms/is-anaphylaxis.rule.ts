import { all, any } from '@keel/engine'
import { value } from '../../values.ts'
import { defineRule } from '../../vocabulary.ts'

export const isAnaphylaxis = defineRule({
  id: 'is-anaphylaxis',
  title: 'Anaphylaxis',
  phases: ['in_session'],
  severity: 'block',
  says: 'There is laryngospasm or airway swelling, or hives with trouble breathing or a systolic pressure below {systolic}.',
  saysToPatient: 'You may be having an allergic reaction. We have stopped the dose and are treating it.',
  because: 'Airway swelling alone is enough: waiting for a second sign can cost the airway.',
  action: 'Stop the drug, give epinephrine and call the emergency service.',
  values: {
    systolic: [value(90, 'mm[Hg]', { cites: 'judgement', confidence: 'low', basis: 'drv' })],
  },
  when: (value, { below, includes }) =>
    any(
      includes('in_session.symptoms', 'laryngospasm', 'airway-swelling'),
      all(
        includes('in_session.symptoms', 'urticaria'),
        any(includes('in_session.symptoms', 'dyspnoea'), below('in_session.sbp', value.systolic)),
      ),
    ),
  cites: ['anaphylaxis-guidance'],
  confidence: 'high',
  examples: [
    { name: 'airway swelling alone: stop', given: { 'in_session.symptoms': ['airway-swelling'] }, expect: 'fires' },
    { name: 'laryngospasm: stop', given: { 'in_session.symptoms': ['laryngospasm'] }, expect: 'fires' },
    {
      name: 'hives and trouble breathing: stop',
      given: { 'in_session.symptoms': ['urticaria', 'dyspnoea'], 'in_session.sbp': 120 },
      expect: 'fires',
    },
    {
      name: 'hives and pressure just below the limit: stop',
      given: { 'in_session.symptoms': ['urticaria'], 'in_session.sbp': 89 },
      expect: 'fires',
    },
    {
      name: 'hives and pressure at the limit',
      given: { 'in_session.symptoms': ['urticaria'], 'in_session.sbp': 90 },
      expect: 'clear',
    },
    { name: 'hives and no pressure: ask', given: { 'in_session.symptoms': ['urticaria'] }, expect: 'unknown' },
    {
      name: 'trouble breathing and low pressure without hives: other rules',
      given: { 'in_session.symptoms': ['dyspnoea'], 'in_session.sbp': 89 },
      expect: 'clear',
    },
  ],
})

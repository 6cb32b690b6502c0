import { all, any } from '@keel/engine'
import { value } from '../../values.ts'
import { askedFrom, defineRule } from '../../vocabulary.ts'

const forResistantDepression = ['iv-ket-trd', 'in-esk-trd', 'im-ket-trd', 'sl-ket-clinic', 'sl-ket-home'] as const

export const indicationNotMet = defineRule({
  id: 'indication-not-met',
  title: 'Not what the protocol is for',
  phases: askedFrom.screening,
  severity: 'review',
  says: 'Fewer than {trials} adequate antidepressant trials in this episode for a protocol of treatment-resistant depression, or a diagnosis that the protocol is not for.',
  saysToPatient: 'There may be other treatments to try first. Your prescriber will talk through the choices with you.',
  because:
    'Benefit is shown for people whom other treatments have not helped; for others it is unproven, and the risks are the same.',
  action: 'The prescriber offers what comes first in guidelines, or records why this treatment comes before it.',
  values: {
    trials: [
      value(2, '1', {
        cites: ['esketamine-label-us', 'va-dod-mdd-2022', 'fava-2018', 'anand-2023'],
        confidence: 'high',
        basis: 'src',
      }),
    ],
  },
  when: (value, { below, is }) =>
    any(
      is('history.diagnosis_matches_protocol', false),
      all(is('protocol', ...forResistantDepression), below('history.failed_antidepressant_trials', value.trials)),
    ),
  cites: [],
  confidence: 'high',
  examples: [
    {
      name: 'two trials: go ahead',
      given: {
        protocol: 'iv-ket-trd',
        'history.diagnosis_matches_protocol': true,
        'history.failed_antidepressant_trials': 2,
      },
      expect: 'clear',
    },
    {
      name: 'one trial: review',
      given: {
        protocol: 'in-esk-trd',
        'history.diagnosis_matches_protocol': true,
        'history.failed_antidepressant_trials': 1,
      },
      expect: 'fires',
    },
    {
      name: 'another diagnosis: review',
      given: { protocol: 'iv-ket-crps', 'history.diagnosis_matches_protocol': false },
      expect: 'fires',
    },
    {
      name: 'pain does not ask for trials of antidepressants',
      given: { protocol: 'iv-ket-crps', 'history.diagnosis_matches_protocol': true },
      expect: 'clear',
    },
    {
      name: 'trials not recorded: ask',
      given: { protocol: 'iv-ket-trd', 'history.diagnosis_matches_protocol': true },
      expect: 'unknown',
    },
  ],
})

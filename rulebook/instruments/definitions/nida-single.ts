/** One question about drugs that opens or closes the longer ones. */
import { type Instrument, score } from '../instrument.ts'
import { loinc } from '../loinc.ts'

const times = loinc(
  '68524-8',
  'How many times in the past year have you used an illegal drug or used a prescription medication for non-medical reasons',
)

export const nidaSingle = {
  key: 'nida_single',
  title: 'Single question about drugs',
  says: 'Whether the longer questions about drugs are needed.',
  filledInBy: 'patient',
  recall: 'the last year',
  items: [
    {
      linkId: '1',
      topic: 'Times in the last year',
      text: 'How many times in the past year have you used an illegal drug or used a prescription medication for non-medical reasons?',
      answers: { kind: 'range', min: 0, max: 10_000 },
      loinc: times,
      required: true,
    },
  ],
  total: { min: 0, max: 10_000, says: 'The number of times.', of: ([one = null]) => one },
  bands: [],
  values: { positive: score(1, { cites: 'smith-2010', confidence: 'med', basis: 'src' }) },
  licence: {
    name: 'Work of the US government, public domain',
    textShipped: true,
    attribution: 'Smith et al., 2010; National Institute on Drug Abuse.',
    note: 'No permission is needed.',
    confidence: 'med',
  },
  cites: ['smith-2010', 'nida'],
  confidence: 'med',
} as const satisfies Instrument

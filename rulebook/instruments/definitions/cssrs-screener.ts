/** C-SSRS screener: thoughts of suicide and what was done about them. What follows from it is in `suicide-risk.ts`. */
import { type Instrument, type InstrumentItem, yesNo } from '../instrument.ts'
import { loinc } from '../loinc.ts'

const asked = (linkId: string, topic: string, onlyAfterYesTo?: string): InstrumentItem => ({
  linkId,
  topic,
  answers: yesNo,
  required: true,
  ...(onlyAfterYesTo !== undefined && { onlyAfterYesTo }),
})

export const cssrsScreener = {
  key: 'cssrs_screener',
  title: 'C-SSRS screener, Columbia Suicide Severity Rating Scale',
  says: 'Thoughts of suicide, by how close they are to an act, and acts.',
  filledInBy: 'clinician',
  recall: 'the last month, or since the last contact; acts: ever, and the last 3 months',
  items: [
    asked('q1', 'Question 1: wish to be dead'),
    asked('q2', 'Question 2: thoughts of killing oneself'),
    asked('q3', 'Question 3: a method', 'q2'),
    asked('q4', 'Question 4: some intent', 'q2'),
    asked('q5', 'Question 5: a plan and intent', 'q2'),
    asked('q6_lifetime', 'Question 6: an act or its preparation, ever'),
    asked('q6_3mo', 'Question 6: an act or its preparation, in the last 3 months', 'q6_lifetime'),
  ],
  total: null,
  bands: [],
  values: {},
  loinc: { panel: loinc('93373-9', 'C-SSRS screener', false) },
  licence: {
    name: 'Free for care and public health',
    textShipped: false,
    attribution: '© The Columbia Lighthouse Project; Posner et al.',
    note: 'Get the screener and its training from the Columbia Lighthouse Project, ask its questions in its words, and enter yes or no here.',
    confidence: 'med',
  },
  cites: ['posner-2011'],
  confidence: 'med',
} as const satisfies Instrument

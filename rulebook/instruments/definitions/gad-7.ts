/** GAD-7: how anxious the last two weeks were. */
import { bandsOf, type Instrument, itemsOf, options, percent, score, sumOf } from '../instrument.ts'
import { loinc } from '../loinc.ts'

const stated = { cites: 'spitzer-2006', confidence: 'high', basis: 'src' } as const

export const gad7 = {
  key: 'gad7',
  title: 'GAD-7, Generalized Anxiety Disorder scale',
  says: 'Symptoms of anxiety.',
  filledInBy: 'patient',
  recall: 'the last 2 weeks',
  stem: 'Over the last 2 weeks, how often have you been bothered by the following problems?',
  items: itemsOf(options('Not at all', 'Several days', 'More than half the days', 'Nearly every day'), [
    {
      topic: 'Nervousness',
      text: 'Feeling nervous, anxious or on edge',
      loinc: loinc('69725-0', 'Feeling nervous, anxious or on edge'),
    },
    {
      topic: 'Control of worry',
      text: 'Not being able to stop or control worrying',
      loinc: loinc('68509-9', 'Over the past 2 weeks have you not been able to stop or control worrying'),
    },
    {
      topic: 'Amount of worry',
      text: 'Worrying too much about different things',
      loinc: loinc('69733-4', 'Worrying too much about different things'),
    },
    { topic: 'Relaxing', text: 'Trouble relaxing', loinc: loinc('69734-2', 'Trouble relaxing') },
    {
      topic: 'Restlessness',
      text: 'Being so restless that it is hard to sit still',
      loinc: loinc('69735-9', 'Being so restless that it is hard to sit still'),
    },
    {
      topic: 'Irritability',
      text: 'Becoming easily annoyed or irritable',
      loinc: loinc('69689-8', 'Becoming easily annoyed or irritable'),
    },
    {
      topic: 'Fear',
      text: 'Feeling afraid as if something awful might happen',
      loinc: loinc('69736-7', 'Feeling afraid as if something awful might happen'),
    },
  ]),
  total: { min: 0, max: 21, says: 'The sum; none with an answer missing.', of: sumOf },
  bands: bandsOf(stated, { minimal: 0, mild: 5, moderate: 10, severe: 15 }),
  values: {
    response: percent(50, stated),
    remissionBelow: score(5, stated),
    minimalChange: score(4, { cites: 'toussaint-2020', confidence: 'med', basis: 'src' }),
  },
  loinc: {
    panel: loinc('69737-5', 'Generalized anxiety disorder 7 item (GAD-7)'),
    total: loinc('70274-6', 'Generalized anxiety disorder 7 item (GAD-7) total score [Reported.PHQ]'),
  },
  licence: {
    name: 'Free to reproduce, translate, display and distribute',
    textShipped: true,
    attribution:
      'Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues, with an educational grant from Pfizer Inc.',
    note: 'No permission is needed.',
    confidence: 'high',
  },
  cites: ['spitzer-2006', 'toussaint-2020'],
  confidence: 'high',
} as const satisfies Instrument

/** AUDIT-C: three questions about drinking. */
import { type Instrument, options, score, sumOf } from '../instrument.ts'
import { loinc } from '../loinc.ts'

const stated = { cites: 'bush-1998', confidence: 'high', basis: 'src' } as const

export const auditC = {
  key: 'audit_c',
  title: 'AUDIT-C',
  says: 'How much somebody drinks.',
  filledInBy: 'patient',
  recall: 'the last year',
  items: [
    {
      linkId: '1',
      topic: 'How often',
      text: 'How often do you have a drink containing alcohol?',
      answers: options(
        'Never',
        'Monthly or less',
        '2 to 4 times a month',
        '2 to 3 times a week',
        '4 or more times a week',
      ),
      loinc: loinc('68518-0', 'How often do you have a drink containing alcohol'),
      required: true,
    },
    {
      linkId: '2',
      topic: 'How much',
      text: 'How many drinks containing alcohol do you have on a typical day when you are drinking?',
      answers: options('1 or 2', '3 or 4', '5 or 6', '7 to 9', '10 or more'),
      loinc: loinc('68519-8', 'How many standard drinks containing alcohol do you have on a typical day'),
      required: true,
    },
    {
      linkId: '3',
      topic: 'Six or more',
      text: 'How often do you have six or more drinks on one occasion?',
      answers: options('Never', 'Less than monthly', 'Monthly', 'Weekly', 'Daily or almost daily'),
      loinc: loinc('68520-6', 'How often do you have 6 or more drinks on 1 occasion'),
      required: true,
    },
  ],
  total: { min: 0, max: 12, says: 'The sum; none with an answer missing.', of: sumOf },
  bands: [],
  values: { positiveMale: score(4, stated), positiveFemale: score(3, stated) },
  loinc: {
    panel: loinc('72109-2', 'Alcohol Use Disorder Identification Test - Consumption [AUDIT-C]'),
    total: loinc('75626-2', 'Total score [AUDIT-C]'),
  },
  licence: {
    name: 'Public domain, approved by the World Health Organization',
    textShipped: true,
    attribution: 'From the Alcohol Use Disorders Identification Test; Bush et al., 1998.',
    note: 'No permission is needed.',
    confidence: 'high',
  },
  cites: ['bush-1998', 'who-audit'],
  confidence: 'high',
} as const satisfies Instrument

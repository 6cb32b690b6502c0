import { value } from '../../values.ts'
import { askedFrom, defineRule } from '../../vocabulary.ts'
import { listed, takes } from './listed.ts'

const interval = { cites: ['esketamine-label-us', 'judgement'], confidence: 'low', basis: 'drv' } as const
const ludwig = { cites: 'ludwig-2021', confidence: 'high', basis: 'src' } as const
const veraart = { cites: 'veraart-2022', confidence: 'high', basis: 'src' } as const

export const ddiMaoi = defineRule({
  id: 'ddi-maoi',
  title: 'MAO inhibitor',
  phases: askedFrom.interaction,
  severity: 'review',
  says: 'An MAO inhibitor is among the medicines.',
  saysToPatient:
    'You take a medicine that can make your blood pressure rise more with your dose. Your prescriber will check first, and we will take your blood pressure more often.',
  because:
    'The label warns of a rise in pressure. What was published reassures: with esketamine, larger rises, related to dose, but no crisis; in reports of patients on both drugs, no crisis and no serotonin syndrome.',
  action: 'The prescriber decides whether to go on. Take the blood pressure every {least} to {most} during the dose.',
  values: {
    least: [value(5, 'min', interval)],
    most: [value(10, 'min', interval)],
    esketamineDoses: [value(509, '1', ludwig)],
    patientsOnEsketamine: [value(43, '1', ludwig)],
    ofThemOnTranylcypromine: [value(14, '1', ludwig)],
    patientsPublishedBefore: [value(39, '1', veraart)],
    patientsOfTheReport: [value(8, '1', veraart)],
  },
  when: () => takes('maoi'),
  cites: ['esketamine-label-us'],
  confidence: 'high',
  examples: [
    { name: 'tranylcypromine: review', given: { medications: listed('tranylcypromine') }, expect: 'fires' },
    {
      name: 'linezolid, an antibiotic that inhibits MAO: review',
      given: { medications: listed('linezolid') },
      expect: 'fires',
    },
    {
      name: 'one known only by its class: review',
      given: { medications: [{ name: 'moclobemide', classes: ['maoi'] }] },
      expect: 'fires',
    },
    { name: 'an antidepressant of another kind', given: { medications: listed('venlafaxine') }, expect: 'clear' },
    { name: 'no medicines: go ahead', given: { medications: [] }, expect: 'clear' },
    { name: 'class of a medicine not known: ask', given: { medications: [{ name: 'x' }] }, expect: 'unknown' },
    { name: 'medicines not known: ask', given: {}, expect: 'unknown' },
  ],
})

/** Nasal esketamine for depressive symptoms with acute suicidal ideation or behaviour, by the US and EU labels. */
import { all, refsOf } from '@keel/engine'
import type { Protocol } from '../settings.ts'
import { value } from '../values.ts'
import { facts } from '../vocabulary.ts'
import { devices, esketamineMonitoring, esketamineNotes, esketamineSettings, labelEu, labelUs } from './esketamine.ts'
import { esketamineRems } from './esketamine-rems.ts'
import { note } from './note.ts'

const bounds = { olderAge: [value(65, 'a', labelEu)] } as const
/** The EU label speaks of people under 65 only: for anybody older it has no dose. */
const olderInEurope = all(facts.is('region', 'EU'), facts.atLeast('age', refsOf(bounds).olderAge))

export const inEskMdsi: Protocol = {
  id: 'in-esk-mdsi',
  title: 'Nasal esketamine, depression with acute suicidality',
  drug: 'esketamine',
  route: 'IN',
  status: 'available',
  places: ['outpatient', 'hospital'],
  indication:
    'Depressive symptoms in major depression with acute suicidal ideation or behaviour, with an oral antidepressant',
  offLabel: false,
  usual: { ...devices, doseMg: 84 },
  settings: {
    ...esketamineSettings,
    'labelled-doses': [
      { bounds, where: olderInEurope, values: [value([0], 'mg', labelEu)] },
      {
        where: facts.is('region', 'EU'),
        values: [
          value([56, 84], 'mg', {
            cites: ['esketamine-label-eu', 'esketamine-label-us'],
            confidence: 'med',
            basis: 'drv',
          }),
        ],
      },
      { values: [value([56, 84], 'mg', labelUs)] },
    ],
    'first-dose': 'not-limited',
  },
  monitoring: esketamineMonitoring,
  notes: [
    note(
      'care',
      'Not shown to prevent suicide or to lessen suicidal ideation; it does not replace hospital care that is needed.',
      labelUs,
    ),
    note(
      'induction',
      '84 mg twice a week for 4 weeks, eight doses, with an oral antidepressant; 56 mg where 84 mg is not tolerated.',
      labelUs,
    ),
    note(
      'dose',
      'The EU label gives 84 mg twice a week for 4 weeks to people under 65, and has no dose from 65 on.',
      labelEu,
    ),
    note('checkpoint', 'After week 4 the benefit is assessed.', labelUs),
    note(
      'stop',
      'The label sets no number for benefit. Here less than a quarter better ends the course, and less than half better is for a prescriber to decide.',
      { cites: ['esketamine-label-us', 'judgement'], confidence: 'low', basis: 'drv' },
    ),
    note(
      'continuation',
      'Use past 4 weeks has not been studied systematically: each dose is for a prescriber to decide.',
      {
        cites: 'esketamine-label-us',
        confidence: 'high',
        basis: 'drv',
      },
    ),
    ...esketamineNotes,
  ],
  rems: esketamineRems,
}

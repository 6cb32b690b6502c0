/** Nasal esketamine for treatment-resistant depression, by the US and EU labels. */
import { all, any, not, refsOf } from '@keel/engine'
import type { Protocol } from '../settings.ts'
import { value } from '../values.ts'
import { facts } from '../vocabulary.ts'
import { devices, esketamineMonitoring, esketamineNotes, esketamineSettings, labelEu, labelUs } from './esketamine.ts'
import { esketamineRems } from './esketamine-rems.ts'
import { note } from './note.ts'

const firstBounds = { firstDose: [value(1, '1', labelEu)] } as const
const cautiousBounds = { olderAge: [value(65, 'a', labelEu)], ...firstBounds } as const
const cautious = refsOf(cautiousBounds)
const atFirst = facts.atMost('schedule.dose_number', cautious.firstDose)
/** The EU label starts lower with older people and with people of Japanese ancestry. */
const startsLower = all(
  facts.is('region', 'EU'),
  any(facts.atLeast('age', cautious.olderAge), facts.is('japanese_ancestry', true)),
)

export const inEskTrd: Protocol = {
  id: 'in-esk-trd',
  title: 'Nasal esketamine, treatment-resistant depression',
  drug: 'esketamine',
  route: 'IN',
  status: 'available',
  places: ['outpatient', 'hospital'],
  indication: 'Treatment-resistant depression in adults, alone or with an oral antidepressant',
  offLabel: false,
  usual: { ...devices, doseMg: 56 },
  settings: {
    ...esketamineSettings,
    'labelled-doses': [
      {
        bounds: cautiousBounds,
        where: all(startsLower, atFirst),
        values: [value([28], 'mg', labelEu)],
      },
      { bounds: cautiousBounds, where: startsLower, values: [value([28, 56, 84], 'mg', labelEu)] },
      {
        bounds: firstBounds,
        where: all(facts.is('region', 'EU'), atFirst),
        values: [value([56], 'mg', { ...labelEu, confidence: 'med' })],
      },
      { where: facts.is('region', 'EU'), values: [value([56, 84], 'mg', labelEu)] },
      { values: [value([56, 84], 'mg', labelUs)] },
    ],
    'first-dose': [{ where: not(facts.is('region', 'EU')), values: [value(56, 'mg', labelUs)] }],
  },
  monitoring: esketamineMonitoring,
  notes: [
    note(
      'evidence',
      'Since January 2025 the US label allows it alone as well as with an oral antidepressant.',
      labelUs,
    ),
    note(
      'induction',
      'Weeks 1 to 4: twice a week, 56 mg on day 1, then 56 or 84 mg. The trials’ visits were about days 1, 4, 8, 11, 15, 18, 22 and 25.',
      { cites: ['esketamine-label-us', 'transform'], confidence: 'high', basis: 'src' },
    ),
    note(
      'dose',
      'In the EU, people aged 65 or older and people of Japanese ancestry start at 28 mg and rise in 28 mg steps; everybody else starts at 56 mg. The US label has no such schedule.',
      { cites: ['esketamine-label-eu', 'esketamine-label-us'], confidence: 'med', basis: 'src' },
    ),
    note('checkpoint', 'Evidence of benefit at the end of the four weeks decides whether to go on.', labelUs),
    note(
      'stop',
      'The label sets no number for benefit. Here less than a quarter better ends the course, and less than half better is for a prescriber to decide.',
      { cites: ['esketamine-label-us', 'judgement'], confidence: 'low', basis: 'drv' },
    ),
    note('continuation', 'Weeks 5 to 8: once a week, 56 or 84 mg.', labelUs),
    note(
      'maintenance',
      'From week 9: every 2 weeks or once a week, 56 or 84 mg, as seldom as holds the benefit.',
      labelUs,
    ),
    note(
      'continuation',
      'After missed sessions, if depression is worse, the earlier and more frequent schedule is considered.',
      { cites: 'esketamine-label-us', confidence: 'med', basis: 'src' },
    ),
    ...esketamineNotes,
  ],
  rems: esketamineRems,
}

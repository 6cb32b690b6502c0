import { askedFrom, defineRule } from '../../vocabulary.ts'

export const ptsdEvidenceConflict = defineRule({
  id: 'ptsd-evidence-conflict',
  title: 'Evidence for PTSD is in conflict',
  phases: askedFrom.screening,
  severity: 'review',
  says: 'Ketamine for PTSD: the trials contradict each other and a guideline advises against it.',
  saysToPatient:
    'Studies do not agree on whether this helps with PTSD. Your prescriber will go through that and other choices with you.',
  because:
    'Six infusions helped in a small trial. Eight did no better than placebo in one five times as large, though depression improved. The guideline advises against it, on very weak evidence.',
  action:
    'The prescriber offers trauma-focused therapy first, tells the patient of the conflict and records why the course is worth it.',
  values: {},
  when: (_value, { is }) => is('protocol', 'iv-ket-ptsd'),
  cites: ['feder-2014', 'feder-2021', 'abdallah-2022', 'va-dod-ptsd-2023'],
  confidence: 'high',
  examples: [
    { name: 'every course for PTSD: review', given: { protocol: 'iv-ket-ptsd' }, expect: 'fires' },
    { name: 'a course for depression', given: { protocol: 'iv-ket-trd' }, expect: 'clear' },
    { name: 'protocol not chosen: ask', given: {}, expect: 'unknown' },
  ],
})

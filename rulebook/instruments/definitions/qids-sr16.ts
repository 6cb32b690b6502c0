/** QIDS-SR16: depressive symptoms of the last seven days, 16 items in nine domains. */
import { type Answer, type Answers, bandsOf, type Instrument, itemsOf, percent, score } from '../instrument.ts'

const stated = { cites: 'rush-2003', confidence: 'high', basis: 'src' } as const
const severity = { kind: 'range', min: 0, max: 3 } as const satisfies Answers

/**
 * Nine domains; each counts its highest item. Numbers in one inner list are either-or: of less and more appetite, and of
 * lost and gained weight, a person answers one.
 */
const domains: readonly (readonly (readonly number[])[])[] = [
  [[1], [2], [3], [4]],
  [[5]],
  [
    [6, 7],
    [8, 9],
  ],
  [[10]],
  [[11]],
  [[12]],
  [[13]],
  [[14]],
  [[15], [16]],
]

/** The highest answer; `null` while a missing one could be higher. */
function domainScore(answers: readonly Answer[], domain: readonly (readonly number[])[]): number | null {
  const each = domain.map((either) => {
    const given = either.map((number) => answers[number - 1] ?? null).filter((one) => one !== null)
    return given.length === 0 ? null : Math.max(...given)
  })
  const known = each.filter((one) => one !== null)
  const highest = Math.max(...known)
  return known.length === each.length || highest === severity.max ? highest : null
}

export function qidsTotal(answers: readonly Answer[]): number | null {
  return domains.reduce<number | null>((total, domain) => {
    const one = domainScore(answers, domain)
    return total === null || one === null ? null : total + one
  }, 0)
}

export const qidsSr16 = {
  key: 'qids_sr16',
  title: 'QIDS-SR16, Quick Inventory of Depressive Symptomatology',
  says: 'Depressive symptoms.',
  filledInBy: 'patient',
  recall: 'the last 7 days',
  items: itemsOf(
    severity,
    [
      'falling asleep',
      'sleep during the night',
      'waking too early',
      'sleeping too much',
      'sadness',
      'less appetite',
      'more appetite',
      'weight lost',
      'weight gained',
      'concentration and decisions',
      'view of oneself',
      'thoughts of death or suicide',
      'interest',
      'energy',
      'feeling slowed down',
      'feeling restless',
    ].map((topic, index) => ({ topic: `Item ${index + 1}: ${topic}` })),
  ),
  total: {
    min: 0,
    max: 27,
    says: 'The highest of items 1 to 4, item 5, the highest of 6 to 9, items 10 to 14, and the highest of 15 and 16, added.',
    of: qidsTotal,
  },
  bands: bandsOf(stated, { none: 0, mild: 6, moderate: 11, severe: 16, 'very severe': 21 }),
  values: {
    response: percent(50, stated),
    remissionAtMost: score(5, stated),
    minimalChange: score(3, { ...stated, confidence: 'low' }),
  },
  licence: {
    name: 'Copyrighted; free for clinicians, a licence for commercial or electronic use',
    textShipped: false,
    attribution: '© UT Southwestern Medical Center and A. John Rush.',
    note: 'Before you show the items on a screen, confirm with the copyright holder (through Mapi Research Trust) that you may. Until then use the paper form and enter its answers or its total here.',
    confidence: 'med',
  },
  cites: ['rush-2003'],
  confidence: 'high',
} as const satisfies Instrument

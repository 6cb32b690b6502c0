/** What a urine test says of ketamine, and what it cannot say. */
import { valueOn } from '@keel/engine'
import type { SourceId } from '../sources.ts'
import { value } from '../values.ts'
import { hoursBetween } from './days.ts'
import type { DoseGiven, UrineTest } from './misuse-record.ts'

const judged = { cites: 'judgement', confidence: 'low', basis: 'drv' } as const
/** After a dose norketamine is found for about this long, so a positive test says nothing of a second supply. */
export const uninformativeDays = [
  value(14, 'd', { cites: ['adamowicz-2005', 'judgement'], confidence: 'high', basis: 'drv' }),
]
/** After a dose at home norketamine must be found for this long. */
export const expectedHours = [value(72, 'h', judged)]
/** Below this creatinine the specimen is too dilute to say that something is absent. */
export const leastCreatinine = [value(20, 'mg/dL', judged)]

export const urineFacts: readonly {
  readonly id: string
  readonly says: string
  readonly cites: readonly SourceId[]
}[] = [
  {
    id: 'UDS-1',
    says: 'Routine immunoassay panels do not see ketamine. Order it by name and confirm by chromatography with mass spectrometry.',
    cites: ['judgement'],
  },
  {
    id: 'UDS-2',
    says: 'After one treatment dose ketamine is found for about 2 days, norketamine for up to about 14.',
    cites: ['adamowicz-2005'],
  },
  {
    id: 'UDS-3',
    says: 'After long heavy use, at 1 ng/mL, ketamine was found for up to 61 days, norketamine 40 and dehydronorketamine 96.',
    cites: ['de-jong-2020'],
  },
  {
    id: 'UDS-4',
    says: 'A positive test within 14 days of a dose says nothing, and ratios of metabolites cannot tell a clinic’s dose from another.',
    cites: ['de-jong-2020', 'judgement'],
  },
  {
    id: 'UDS-5',
    says: 'Norketamine is missed only after a dose at home within 72 hours that the patient reports, and in a valid specimen.',
    cites: ['judgement'],
  },
]

export interface UrineReading {
  /** `null`: the test cannot say. */
  readonly undisclosedKetamine: boolean | null
  /** `null`: it would be expected, but the specimen or the method cannot say that it is absent. */
  readonly expectedNorketamineAbsent: boolean | null
  readonly unexpectedOther: boolean | null
  readonly refused: boolean
  /** One sentence for the record. */
  readonly because: string
}

/** @param doses every dose of the patient on record, at the clinic and at home. */
export function readUrine(test: UrineTest, doses: readonly DoseGiven[]): UrineReading {
  if (test.refused)
    return {
      undisclosedKetamine: null,
      expectedNorketamineAbsent: null,
      unexpectedOther: null,
      refused: true,
      because: 'The test was refused: there is no specimen to read.',
    }
  return {
    ...ketamineIn(test, doses),
    expectedNorketamineAbsent: norketamineMissing(test, doses),
    unexpectedOther: test.unexpectedOther,
    refused: false,
  }
}

const hoursBefore = (test: UrineTest, doses: readonly DoseGiven[]): readonly number[] =>
  doses.map(({ endedAt }) => hoursBetween(endedAt, test.collectedAt)).filter((hours) => hours >= 0)

function ketamineIn(
  test: UrineTest,
  doses: readonly DoseGiven[],
): Pick<UrineReading, 'undisclosedKetamine' | 'because'> {
  if (test.method === 'immunoassay' || (test.ketamine === 'not-tested' && test.norketamine === 'not-tested'))
    return { undisclosedKetamine: null, because: 'This test does not see ketamine; send a definitive one.' }
  if (test.ketamine !== 'positive' && test.norketamine !== 'positive')
    return { undisclosedKetamine: false, because: 'No ketamine was found.' }
  const days = valueOn('uninformative', uninformativeDays, undefined).is as number
  if (hoursBefore(test, doses).some((hours) => hours <= days * 24))
    return { undisclosedKetamine: false, because: `Uninformative: a dose in the ${days} days before explains it.` }
  if (test.otherKetamineDisclosed)
    return { undisclosedKetamine: false, because: 'The patient had told of ketamine from elsewhere.' }
  return { undisclosedKetamine: true, because: `No dose in the ${days} days before and no word explains it.` }
}

function norketamineMissing(test: UrineTest, doses: readonly DoseGiven[]): boolean | null {
  const expected = valueOn('expected', expectedHours, undefined).is as number
  const atHome = doses.filter(({ supervised }) => !supervised)
  if (!hoursBefore(test, atHome).some((hours) => hours <= expected)) return false
  if (test.norketamine === 'positive') return false
  const { creatinineMgPerDl, method, norketamine } = test
  const least = valueOn('creatinine', leastCreatinine, undefined).is as number
  const valid = creatinineMgPerDl !== null && creatinineMgPerDl >= least
  return valid && method === 'definitive' && norketamine === 'negative' ? true : null
}

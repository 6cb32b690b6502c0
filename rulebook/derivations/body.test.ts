import { describe, expect, test } from 'vitest'
import { assessor } from '../index.ts'

const found = (allergies: unknown) =>
  assessor.factOf('derived.allergies_to_product', { history: { allergies: allergies as readonly string[] } })

describe('allergies to the drug or what it comes in', () => {
  test.each([
    'ketamine',
    'Ketamine (hives, 2019)',
    'anaphylaxis to KETALAR',
    's-ketamine hydrochloride',
    'Spravato nasal spray',
  ])('%s is one to the drug', (allergy) => {
    expect(found(['latex', allergy])).toEqual(['ketamine or esketamine'])
  })

  test.each(['Benzethonium chloride', 'citric acid monohydrate', 'disodium edetate', 'EDTA'])(
    '%s is one to an excipient',
    (allergy) => {
      expect(found([allergy])).toEqual(['excipient'])
    },
  )

  test('other allergies are none, and a list that is not known stays so', () => {
    expect(found(['penicillin', 'iodine', 'bee stings'])).toEqual([])
    expect(found([])).toEqual([])
    expect(found(null)).toBeUndefined()
  })
})

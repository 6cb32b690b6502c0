import { ruleset } from '@keel/rulebook'
import { describe, expect, test } from 'vitest'
import { textDocuments } from '../texts/text-documents.ts'
import { entryOf, rulebookDocuments } from './documents.ts'
import { chosenFilters, keepsRule } from './filters.ts'
import { folded, plain, wordsOf } from './fold.ts'
import { type Document, searchIndexOf } from './search-index.ts'

describe('words as they are compared', () => {
  test.each([
    ['haemorrhage', 'hemorrhage'],
    ['apnoea', 'apnea'],
    ['generalised', 'generalized'],
    ['tumour', 'tumor'],
  ])('%s is %s', (british, american) => {
    expect(folded(british)).toBe(folded(american))
  })

  test('accents, case and the curly apostrophe do not count; decimals stay whole', () => {
    expect(plain('Ménière’s')).toBe("meniere's")
    expect(wordsOf('0.5 mg/kg, bp-hold (St John’s wort)')).toEqual([
      '0.5',
      'mg',
      'kg',
      'bp',
      'hold',
      'st',
      'john',
      's',
      'wort',
    ])
  })
})

describe('ranking', () => {
  const documents: readonly Document[] = [
    { group: 'a', id: 'far', title: 'Something else', fields: [[2, 'mentions pressure once']] },
    { group: 'a', id: 'near', title: 'Pressure too high', fields: [] },
    { group: 'a', id: 'longer', title: 'Pressures of many kinds', fields: [] },
    { group: 'a', id: 'exact-id', title: 'Named otherwise', fields: [[1, 'pressure']] },
  ]
  const index = searchIndexOf(documents)
  const found = (query: string) => index.find(query).map(({ document }) => document.id)

  test('a whole word in the title comes before a beginning, that before a word in the text', () => {
    expect(found('pressure')).toEqual(['near', 'longer', 'far', 'exact-id'])
  })
  test('an id typed in full comes first', () => {
    expect(index.find('exact-id')[0]?.document.id).toBe('exact-id')
    expect(found('exact')).toEqual([])
  })
  test('every word has to be found', () => {
    expect(found('pressure once')).toEqual(['far'])
    expect(found('pressure nowhere')).toEqual([])
  })
  test('three letters inside a word are too few, four are enough', () => {
    expect(found('essu')).toContain('near')
    expect(found('ess')).toEqual([])
  })
  test('nothing is asked, nothing is found; of a slip only the word that stands nowhere is put right', () => {
    expect(found('  ')).toEqual([])
    expect(index.nearestQuery('presure')).toBe('pressure')
    expect(index.nearestQuery('mentions presure')).toBe('mentions pressure')
    expect(index.nearestQuery('pressure')).toBeUndefined()
  })
})

describe('the rulebook', () => {
  const index = searchIndexOf([...rulebookDocuments(), ...textDocuments()])
  const top = (query: string) => index.find(query).map(({ document }) => `${document.group} ${document.id}`)

  test('a medicine is found by its name, by another name, and by its code', () => {
    expect(top('diazepam')[0]).toBe('medicine diazepam')
    expect(top('rifampicin')[0]).toBe('medicine rifampin')
    expect(top('3322')[0]).toBe('medicine diazepam')
  })
  test('a medicine leads also to the rules on its class', () => {
    expect(top('oxymetazoline')).toContain('rule nasal-steroid-decongestant-1h')
  })
  test('a condition is found in either spelling and by its code', () => {
    expect(top('sleep apnea')[0]).toBe('condition obstructive-sleep-apnea')
    expect(top('sleep apnoea')[0]).toBe('condition obstructive-sleep-apnea')
    expect(top('G47.33')[0]).toBe('condition obstructive-sleep-apnea')
  })
  test('a rule is found by its id, its title and the number in its sentence', () => {
    expect(top('bp-hold')[0]).toBe('rule bp-hold')
    expect(top('blood pressure too high to start')[0]).toBe('rule bp-hold')
    expect(top('pressure 160 systolic')).toContain('rule bp-hold')
  })
  test('a rule is found by the short name of what it reads', () => {
    expect(top('moaas')).toContain('rule is-sedation-stop')
  })
  test('a source is found by author and year, before the rules that cite it', () => {
    const found = top('yip 2022')
    expect(found[0]).toBe('source yip-2022')
    expect(found).toContain('rule bp-hold')
  })
  test('a sign of misuse risk is found by its number and by its words', () => {
    expect(top('SX1')[0]).toBe('misuse sign-SX1')
    expect(top('early refill requests')).toContain('misuse sign-P07')
  })
  test('measures, signals, gates and tests that come round are found', () => {
    expect(top('SIG-05')[0]).toBe('measure signal-SIG-05')
    expect(top('bilirubin')).toContain('measure test-liver')
    expect(top('integration visits attended')[0]).toBe('measure measure-IAR')
    expect(top('stands in the way')).toContain('measure asks-gate-9')
  })
  test('an instrument is found by its short name and by an item', () => {
    expect(top('phq9')[0]).toBe('instrument phq9')
    expect(top('poor appetite or overeating')).toContain('instrument phq9')
  })
  test('what patients read is found by its words in English and in Spanish', () => {
    expect(top('grapefruit')).toContain('lesson ed-6')
    expect(top('toronja')).toContain('lesson ed-6')
    expect(top('cambiar de opinión')).toContain('consent consent-right_to_withdraw')
  })
  test('whatever is found has a line on what is there, and leads somewhere', () => {
    for (const document of [...rulebookDocuments(), ...textDocuments()]) {
      const { title, says, link } = entryOf(document)
      expect(title).not.toBe('')
      expect(says).not.toBe('')
      expect(link.to).toMatch(/^\/rulebook\//)
    }
  })
  test('every rule is found by its own id, as the first hit', () => {
    for (const { id } of ruleset.rules) expect(top(id)[0]).toBe(`rule ${id}`)
  })
})

describe('filters', () => {
  const kept = (search: Parameters<typeof keepsRule>[1]) =>
    ruleset.rules.filter((rule) => keepsRule(rule, search)).map(({ id }) => id)

  test('each narrows, and together they narrow further', () => {
    expect(kept({ severity: 'block' })).toContain('bp-crisis')
    expect(kept({ severity: 'block' })).not.toContain('bp-hold')
    expect(kept({ severity: 'hold', topic: 'blood-pressure' })).toEqual(['bp-hold', 'bp-low'])
    expect(kept({ phase: 'discharge' })).not.toContain('bp-hold')
  })
  test('a protocol keeps its own rules and those of every protocol', () => {
    expect(kept({ protocol: 'in-esk-trd' })).toContain('fasting-esketamine')
    expect(kept({ protocol: 'in-esk-trd' })).not.toContain('fasting-parenteral')
    expect(kept({ protocol: 'iv-ket-trd' })).toContain('fasting-parenteral')
    expect(kept({ protocol: 'iv-ket-trd' })).toContain('bp-hold')
  })
  test('a low number counts in a rule whose own confidence is not low', () => {
    const low = ruleset.rules.filter(({ values }) =>
      Object.values(values).some((dated) => dated.at(-1)?.confidence === 'low'),
    )
    expect(low.length).toBeGreaterThan(0)
    expect(kept({ confidence: 'low' })).toEqual(expect.arrayContaining(low.map(({ id }) => id)))
  })
  test('a word that no filter knows filters nothing', () => {
    expect(chosenFilters({ severity: 'sideways' })).toEqual([])
    expect(kept({ severity: 'sideways' }).length).toBe(ruleset.rules.length)
  })
})

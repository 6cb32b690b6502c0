import { instruments, misuseCodes, sources } from '@keel/rulebook'
import { expect, test } from 'vitest'
import { citingBesideRules, sourcesOfCode, sourcesOfInstrument } from './cited.ts'
import { everythingCiting } from './source/everything-citing.ts'
import { textsCiting } from './texts/texts-citing.ts'

function code(wanted: string) {
  const found = misuseCodes.find((one) => one.code === wanted)
  if (!found) throw new Error(`There is no sign ${wanted}.`)
  return found
}

test('a sign’s sources are its own and those of its numbers; one without any is judgement', () => {
  expect(sourcesOfCode(code('P19'))).toEqual(expect.arrayContaining(['winstock-2012', 'o-leary-1997', 'judgement']))
  expect(sourcesOfCode({ ...code('P19'), cites: [], values: {} })).toEqual(['judgement'])
})

test('an instrument’s sources are also those of its bands and of its numbers', () => {
  const madrs = instruments.find(({ key }) => key === 'madrs')
  if (!madrs) throw new Error('The MADRS is one of the instruments.')
  expect(sourcesOfInstrument({ ...madrs, cites: [] })).toEqual(
    expect.arrayContaining(['montgomery-1979', 'ekstrand-2022', 'sustain-3']),
  )
})

test('a source knows what rests on it beside the rules, also the words for patients', () => {
  const titles = (sourceId: string) => everythingCiting(sourceId).others.map(({ key }) => key)
  expect(titles('noppers-2011')).toContain('measures')
  expect(titles('kroenke-2001')).toEqual(expect.arrayContaining(['phq9']))
  expect(titles('winstock-2012')).toContain('misuse-risk')
  expect(titles('confidentiality-part-2')).toContain('consent-privacy_hipaa_part2')
  expect(titles('zanos-2018')).toEqual([])
})

test('nothing beside the rules cites a source that is not there', () => {
  for (const { cites } of [...citingBesideRules(), ...textsCiting()])
    for (const cite of cites) expect(Object.keys(sources)).toContain(cite)
})

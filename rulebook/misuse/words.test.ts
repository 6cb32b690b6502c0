import { describe, expect, test } from 'vitest'
import { forbiddenClaims, shamingWords } from '../education/test-claims.ts'
import { fleschKincaidGrade, inflesz } from '../education/test-readability.ts'
import { gates, homework, stages } from '../engagement/index.ts'
import { sources } from '../sources.ts'
import {
  corrections,
  explainSupport,
  misuseTier,
  misuseTiers,
  regulatoryFacts,
  requirementSays,
  supportLevels,
  tierRequirements,
} from './index.ts'
import { stillOpen } from './support-level.ts'
import { topicWords } from './support-topics.ts'

const requirementTexts = tierRequirements.flatMap(({ at }) =>
  misuseTiers.flatMap((tier) => at[tier].saysToPatient ?? []),
)
const patientTexts = [
  ...Object.values(supportLevels).flatMap(({ name, says }) => [name, says]),
  ...Object.values(topicWords).flatMap(({ reason, nextStep }) => [reason, nextStep]),
  ...requirementTexts,
  stillOpen,
  ...stages.map(({ saysToPatient }) => saysToPatient),
  ...homework.flatMap(({ title, asks }) => [title, ...asks]),
  ...gates.map(({ saysToPatient }) => saysToPatient),
]

describe('what patients read', () => {
  test('is there in both languages, and not the same text twice', () => {
    for (const { en, es } of patientTexts) {
      expect(en.trim().length).toBeGreaterThan(2)
      expect(es.trim().length).toBeGreaterThan(2)
      if (en.includes(' ')) expect(es).not.toBe(en)
    }
  })

  test('neither labels nor promises', () => {
    for (const text of patientTexts)
      for (const language of ['en', 'es'] as const) {
        expect(shamingWords(text[language], language), text[language]).toEqual([])
        expect(forbiddenClaims(text[language], language), text[language]).toEqual([])
        expect(text[language]).not.toMatch(/\b(addict|tier|risk level|misus|adict|nivel de riesgo|mal uso)/i)
      }
  })

  test.each([
    ['support levels', Object.values(supportLevels).map(({ says }) => says)],
    ['reasons and next steps', Object.values(topicWords).flatMap(({ reason, nextStep }) => [reason, nextStep])],
    ['requirements', requirementTexts],
    ['structure', [...stages.map(({ saysToPatient }) => saysToPatient), ...homework.flatMap(({ asks }) => asks)]],
    ['gates', gates.map(({ saysToPatient }) => saysToPatient)],
  ])('%s are easy to read', (_, texts) => {
    expect(fleschKincaidGrade(texts.map(({ en }) => en).join(' '))).toBeLessThanOrEqual(6.5)
    expect(inflesz(texts.map(({ es }) => es).join(' '))).toBeGreaterThanOrEqual(55)
  })
})

describe('the support level', () => {
  test('is explained by reasons and next steps, each once, in the language asked for', () => {
    const evaluation = misuseTier({ icsi: 7, icsi_baseline: 1, hematuria: 'micro', cognitive_complaint: true })
    expect(explainSupport(evaluation, evaluation.tier, 'en')).toEqual({
      level: 'Added support',
      says: supportLevels.moderate.says.en,
      reasons: [topicWords.bladder.reason.en, topicWords.memory.reason.en],
      nextSteps: [topicWords.bladder.nextStep.en, topicWords.memory.nextStep.en],
    })
    expect(explainSupport(evaluation, 'high', 'es').level).toBe('Apoyo cercano')
  })

  test('of an answer that is missing says only that it is still wanted', () => {
    const { reasons, nextSteps } = explainSupport(misuseTier({ audit_c: null }), 'low', 'en')
    expect(reasons).toEqual([])
    expect(nextSteps).toEqual([stillOpen.en])
  })
})

describe('what each tier asks', () => {
  test('stands for every tier, with its numbers', () => {
    for (const requirement of tierRequirements)
      for (const tier of misuseTiers) expect(requirementSays(requirement, tier)).not.toMatch(/[{}]/)
    expect(requirementSays(tierRequirements[0] as (typeof tierRequirements)[number], 'stop')).toBe(
      'No doses. Reach the patient within 72 hours, then every 7 days, 4 times.',
    )
  })

  test('is eleven things, each once', () => {
    expect(new Set(tierRequirements.map(({ key }) => key)).size).toBe(11)
  })
})

describe('what the evidence supports', () => {
  test('has every correction and every fact that clinicians reviewed', () => {
    expect(corrections.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((number) => `COR-${number}`))
    expect(regulatoryFacts.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6].map((number) => `REG-${number}`))
  })

  test('what may be said makes no claim that is forbidden', () => {
    for (const { mayBeSaid, id } of corrections) {
      expect(forbiddenClaims(mayBeSaid, 'en'), id).toEqual([])
      expect(mayBeSaid).not.toMatch(/\b(users?|abuse|addicts?)\b/i)
    }
  })
})

test('every source that is cited is known', () => {
  const cited = [...corrections, ...regulatoryFacts, ...tierRequirements, ...stages].flatMap(({ cites }) => cites)
  for (const cite of cited) expect(Object.keys(sources)).toContain(cite)
})

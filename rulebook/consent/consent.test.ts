import { describe, expect, it } from 'vitest'
import { type PatientText, patientLanguages, wordsFor } from '../education/patient-text.ts'
import { forbiddenClaims, shamingWords } from '../education/test-claims.ts'
import { fleschKincaidGrade, inflesz } from '../education/test-readability.ts'
import type { Treatment } from '../education/treatment.ts'
import { sources } from '../sources.ts'
import { type ConsentElement, type ConsentElementId, consentElementIds } from './consent-element.ts'
import { consentElements, consentText } from './consent-elements.ts'
import { allConsentElements } from './elements/index.ts'

const gradeMax = 8
const spanishEaseMin = 55

const infusion: Treatment = {
  drug: 'ketamine',
  route: 'IV',
  treats: 'depression',
  region: 'US',
  offLabel: true,
  takeHome: false,
  canBecomePregnant: false,
  breastfeeding: false,
}
const spray: Treatment = { ...infusion, drug: 'esketamine', route: 'IN', offLabel: false }

function everything({ title, paragraphs, fields }: ConsentElement): readonly PatientText[] {
  return [title, ...paragraphs.map(({ text }) => text), ...fields.map(({ label }) => label)]
}
const idsOf = (treatment: Partial<Treatment>) => consentElements(treatment).map(({ id }) => id)
const readBy = (treatment: Treatment, id: ConsentElementId) =>
  consentElements(treatment)
    .find((one) => one.id === id)
    ?.paragraphs.map(({ text }) => wordsFor(text, 'en', treatment.region))
    .join(' ')

describe('the elements', () => {
  it('are those of the check list, each once and in its order', () => {
    expect(allConsentElements.map(({ id }) => id)).toEqual(consentElementIds)
  })

  it('are all read, whole, while nothing is known of the treatment', () => {
    expect(consentElements({})).toEqual(allConsentElements)
  })

  it('leave out doses at home and pregnancy only where they are known not to concern the patient', () => {
    const left = consentElementIds.filter((id) => !idsOf(infusion).includes(id))
    expect(left).toEqual(['pregnancy_lactation', 'take_home_rules_storage_return'])
    expect(idsOf({ ...infusion, takeHome: true })).toContain('take_home_rules_storage_return')
    expect(idsOf({ ...infusion, canBecomePregnant: true })).toContain('pregnancy_lactation')
    expect(readBy({ ...infusion, breastfeeding: true }, 'pregnancy_lactation')).toMatch(/breast milk/)
  })

  it('tell what is approved of the patient’s own drug and use', () => {
    expect(readBy(infusion, 'off_label_or_rems_status')).toMatch(/has not approved ketamine/)
    expect(readBy(infusion, 'off_label_or_rems_status')).not.toMatch(/compounded|safety program/)
    expect(readBy({ ...infusion, route: 'SL' }, 'off_label_or_rems_status')).toMatch(/compounded/)
    expect(readBy(spray, 'off_label_or_rems_status')).toMatch(/is one of the approved ones.*safety program/)
    expect(readBy({ ...spray, offLabel: true }, 'off_label_or_rems_status')).toMatch(/is not one of the approved ones/)
    expect(readBy({ ...spray, region: 'EU' }, 'off_label_or_rems_status')).not.toMatch(/safety program/)
  })

  it.each([
    ['depression', /59%/],
    ['ptsd', /studies do not agree/],
    ['anxiety', /only small studies/],
    ['pain', /12 weeks/],
    ['suicidal-thoughts', /not been shown to prevent suicide/],
  ] as const)('tell how uncertain the benefit is for %s', (treats, told) => {
    expect(readBy({ ...infusion, treats }, 'expected_benefit_and_uncertainty')).toMatch(told)
  })

  it('tell how long to stay by route', () => {
    expect(readBy(infusion, 'monitoring_duration')).toMatch(/at least 1 hour/)
    for (const route of ['IN', 'IM', 'SL'] as const)
      expect(readBy({ ...spray, route }, 'monitoring_duration')).toMatch(/at least 2 hours/)
  })

  it('speak of US law and US numbers in the US only', () => {
    expect(readBy(infusion, 'privacy_hipaa_part2')).toMatch(/HIPAA/)
    const european = consentText(consentElements({ ...infusion, region: 'EU' }), 'en', 'EU')
    expect(european).not.toMatch(/HIPAA|\b988\b|\b911\b/)
    expect(european).toMatch(/\b112\b/)
  })

  it('are signed by patient and prescriber, and by an interpreter where there is one', () => {
    const fields = allConsentElements.at(-1)?.fields ?? []
    const signatures = fields.filter(({ kind }) => kind === 'signature')
    expect(signatures.map(({ id, required }) => [id, required])).toEqual([
      ['patient', 'always'],
      ['prescriber', 'always'],
      ['interpreter', 'with-interpreter'],
    ])
    for (const { id, required } of signatures)
      expect(fields).toContainEqual(expect.objectContaining({ id: `${id}_signed_at`, kind: 'date-time', required }))
  })
})

describe.each(allConsentElements)('$id', (element) => {
  it('has a material version that has been printed', () => {
    expect(element.lastMaterialVersion).toBeGreaterThanOrEqual(1)
    expect(element.lastMaterialVersion).toBeLessThanOrEqual(element.version)
  })

  it('says the same things in both languages', () => {
    for (const { en, es } of everything(element)) {
      expect(en.trim()).not.toBe('')
      expect(es.trim()).not.toBe('')
      expect(es).not.toBe(en)
      expect(es.match(/\{\w+\}/g)).toEqual(en.match(/\{\w+\}/g))
      expect(es.match(/\d+/g)).toEqual(en.match(/\d+/g))
    }
    expect(new Set(element.fields.map(({ id }) => id)).size).toBe(element.fields.length)
  })

  it('cites a source in every paragraph', () => {
    expect(element.paragraphs.length).toBeGreaterThan(0)
    for (const { cites } of element.paragraphs) {
      expect(cites.length).toBeGreaterThan(0)
      for (const id of cites) expect(sources).toHaveProperty(id)
    }
  })

  it('reads easily, every paragraph of it', () => {
    for (const { text } of element.paragraphs) {
      expect(fleschKincaidGrade(wordsFor(text, 'en', 'US'))).toBeLessThanOrEqual(gradeMax)
      expect(inflesz(wordsFor(text, 'es', 'US'))).toBeGreaterThanOrEqual(spanishEaseMin)
    }
  })

  it('promises nothing, denies no risk and shames nobody', () => {
    for (const text of everything(element))
      for (const language of patientLanguages) {
        expect(forbiddenClaims(text[language], language)).toEqual([])
        expect(shamingWords(text[language], language)).toEqual([])
      }
  })
})

describe('the text that is signed', () => {
  it('is the same whenever it is made, however the treatment was written down', () => {
    const turned = Object.fromEntries(Object.entries(infusion).reverse()) as unknown as Treatment
    expect(consentText(consentElements(turned), 'es', 'US')).toBe(consentText(consentElements(infusion), 'es', 'US'))
  })

  it('names each element with its version and leaves no place unfilled', () => {
    for (const language of patientLanguages) {
      const text = consentText(consentElements({ region: 'US' }), language, 'US')
      expect(text.match(/^\[\w+ \d+\]$/gm)).toEqual(allConsentElements.map(({ id, version }) => `[${id} ${version}]`))
      expect(text).not.toMatch(/[{}\r]/)
    }
  })

  it('is written as id, title, paragraphs, fields', () => {
    const [first] = consentElements(infusion)
    expect(consentText([first as ConsentElement], 'en', 'US')).toBe(
      [
        '[dx_and_goal 1]',
        'Why you want this treatment',
        'You and your prescriber have talked about your health and about what you hope will change. Both are written here. Tell us if something is not right.',
        'Diagnosis:',
        'My goal:',
        '',
      ].join('\n'),
    )
  })
})

/**
 * An instrument as a Questionnaire of FHIR R4. Only what is certain is sent: a code that is not verified stays out. Where
 * an instrument's words may not be shipped its items have only a topic, and a total may be entered instead of them.
 */
import { type Answers, type Instrument, type InstrumentItem, rangeOf } from './instrument.ts'
import type { LoincCode } from './loinc.ts'

interface Coding {
  readonly system: string
  readonly code: string
  readonly display: string
}

interface Extension {
  readonly url: string
  readonly valueDecimal?: number
  readonly valueInteger?: number
}

interface AnswerCoding extends Coding {
  readonly extension: readonly Extension[]
}

export interface QuestionnaireItem {
  readonly linkId: string
  readonly type: 'boolean' | 'choice' | 'display' | 'integer' | 'decimal'
  readonly text: string
  readonly prefix?: string
  readonly code?: readonly Coding[]
  readonly required?: boolean
  readonly repeats?: boolean
  readonly extension?: readonly Extension[]
  readonly answerOption?: readonly { readonly valueCoding: AnswerCoding }[]
  readonly enableWhen?: readonly {
    readonly question: string
    readonly operator: '='
    readonly answerBoolean: boolean
  }[]
}

export interface Questionnaire {
  readonly resourceType: 'Questionnaire'
  readonly url: string
  readonly version: string
  readonly name: string
  readonly title: string
  readonly status: 'active'
  readonly subjectType: readonly ['Patient']
  readonly description: string
  readonly copyright: string
  readonly code?: readonly Coding[]
  readonly item: readonly QuestionnaireItem[]
}

const ordinalValue = 'http://hl7.org/fhir/StructureDefinition/ordinalValue'
const minValue = 'http://hl7.org/fhir/StructureDefinition/minValue'
const maxValue = 'http://hl7.org/fhir/StructureDefinition/maxValue'

/** Rises when a form changes in what it asks or how it counts. */
const version = '1'

export function questionnaireOf(instrument: Instrument): Questionnaire {
  const { key, title, says, licence, stem, items, loinc } = instrument
  const total = totalItem(instrument)
  return {
    resourceType: 'Questionnaire',
    url: `urn:keel:questionnaire:${key}`,
    version,
    name: key
      .split('_')
      .map((part) => part.slice(0, 1).toUpperCase() + part.slice(1))
      .join(''),
    title,
    status: 'active',
    subjectType: ['Patient'],
    description: says,
    copyright: `${licence.attribution} ${licence.name}. ${licence.note}`,
    ...codeOf(loinc?.panel),
    item: [
      ...(stem === undefined ? [] : [{ linkId: 'stem', type: 'display' as const, text: stem }]),
      ...items.map((item) => formItem(instrument, item)),
      ...(total ? [total] : []),
    ],
  }
}

function codeOf(loinc: LoincCode | undefined): { readonly code?: readonly Coding[] } {
  if (!loinc?.verified) return {}
  return { code: [{ system: 'http://loinc.org', code: loinc.code, display: loinc.display }] }
}

function formItem({ key, items }: Instrument, item: InstrumentItem): QuestionnaireItem {
  const { linkId, text, topic, loinc, required, onlyAfterYesTo } = item
  return {
    linkId,
    ...(text !== undefined && { prefix: String(items.indexOf(item) + 1) }),
    text: text ?? topic,
    ...codeOf(loinc),
    ...answerPart(key, item.answers),
    required,
    repeats: false,
    ...(onlyAfterYesTo !== undefined && {
      enableWhen: [{ question: onlyAfterYesTo, operator: '=' as const, answerBoolean: true }],
    }),
  }
}

function answerPart(key: string, answers: Answers): Pick<QuestionnaireItem, 'type' | 'extension' | 'answerOption'> {
  switch (answers.kind) {
    case 'yes-no':
      return { type: 'boolean' }
    case 'range':
      return { type: 'integer', extension: between(rangeOf(answers)) }
    case 'options':
      return {
        type: 'choice',
        answerOption: answers.options.map(({ score, text }) => ({
          valueCoding: {
            extension: [{ url: ordinalValue, valueDecimal: score }],
            system: `urn:keel:answers:${key}`,
            code: String(score),
            display: text,
          },
        })),
      }
  }
}

function between({ min, max }: { readonly min: number; readonly max: number }): readonly Extension[] {
  return [
    { url: minValue, valueInteger: min },
    { url: maxValue, valueInteger: max },
  ]
}

function betweenDecimals({ min, max }: { readonly min: number; readonly max: number }): readonly Extension[] {
  return [
    { url: minValue, valueDecimal: min },
    { url: maxValue, valueDecimal: max },
  ]
}

/** A place for the total of a form that was filled in elsewhere; the only item where nothing else may be kept. */
function totalItem({ items, total, licence, loinc }: Instrument): QuestionnaireItem | undefined {
  const worded = licence.textShipped || items.some(({ required }) => required)
  if (total === null || worded) return undefined
  return {
    linkId: 'total',
    text: 'Total, when the form was filled in elsewhere',
    ...codeOf(loinc?.total),
    ...(total.decimals === undefined
      ? { type: 'integer' as const, extension: between(total) }
      : { type: 'decimal' as const, extension: betweenDecimals(total) }),
    required: items.length === 0,
    repeats: false,
  }
}

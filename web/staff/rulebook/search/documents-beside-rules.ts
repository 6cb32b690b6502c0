/** Misuse risk, measures and instruments, as they can be found. */
import {
  engagementMeasures,
  type Gate,
  gates,
  type Instrument,
  instruments,
  type MisuseCode,
  misuseCodes,
  monitoringSays,
  monitoringTable,
  type SignalDefinition,
  sentenceOf,
  signalDefinitions,
} from '@keel/rulebook'
import { entryOfInstrument } from '../cited.ts'
import type { RulebookDocument } from './documents.ts'

export function documentsBesideRules(): readonly RulebookDocument[] {
  return [
    ...misuseCodes.map(documentOfCode),
    ...engagementMeasures.map(({ key, title, says }) => documentOfMeasure(`measure-${key}`, title, says, key)),
    ...gates.map(documentOfGate),
    ...signalDefinitions.map(documentOfSignal),
    ...monitoringTable.map((row) => documentOfMeasure(`test-${row.test}`, row.title, monitoringSays(row), row.action)),
    ...instruments.map(documentOfInstrument),
  ]
}

function documentOfCode(code: MisuseCode): RulebookDocument {
  const says = sentenceOf(code)
  return {
    group: 'misuse',
    id: `sign-${code.code}`,
    title: code.title,
    fields: [
      [9, code.code],
      [5, says],
      [2, `${code.because} ${code.topic}`],
    ],
    says: () => (code.effect.kind === 'points' ? `Points. ${says}` : says),
    link: { to: '/rulebook/misuse-risk', hash: `sign-${code.code}` },
  }
}

function documentOfMeasure(id: string, title: string, says: string, words: string): RulebookDocument {
  return {
    group: 'measure',
    id,
    title,
    fields: [
      [5, words],
      [4, says],
    ],
    says: () => says,
    link: { to: '/rulebook/measures', hash: id },
  }
}

const documentOfGate = ({ gate, title, asks, byDefault, saysToPatient: { en, es } }: Gate): RulebookDocument =>
  documentOfMeasure(`asks-${gate.toLowerCase()}`, title, asks, `${gate} ${byDefault} ${en} ${es}`)

const documentOfSignal = ({ code, title, says }: SignalDefinition): RulebookDocument =>
  documentOfMeasure(`signal-${code}`, title, says, code)

function documentOfInstrument(instrument: Instrument): RulebookDocument {
  const { key, title, says, items, licence } = instrument
  const { link } = entryOfInstrument(instrument)
  return {
    group: 'instrument',
    id: key,
    title,
    fields: [
      [9, key],
      [5, says],
      [3, items.map(({ topic, text = '' }) => `${topic} ${text}`).join(' ')],
      [2, licence.name],
    ],
    says: () => says,
    link,
  }
}

/** The printed page of questionnaires and scales. */
import {
  answersInWords,
  bandsInWords,
  cadence,
  decisionWords,
  type Instrument,
  instruments,
  type LoincCode,
  mbcCites,
  mbcConfidence,
  mbcSays,
  mbcTable,
  mbcValues,
  sentenceOf,
  suicideRiskRules,
  wantedInWords,
  wordsNotShipped,
} from '@keel/rulebook'
import {
  bullets,
  citesOfValues,
  confidenceOf,
  page,
  sourceNames,
  table,
  valueHeads,
  valueRows,
} from './rulebook-pages-markdown.ts'

export function instrumentsPage(): string {
  return page(
    '# Instruments',
    '## When each is asked',
    table(
      ['When', 'What', 'Confidence', 'Source'],
      cadence.map(({ says, wants, confidence, cites }) => [
        says,
        wants.map(wantedInWords).join('; '),
        confidenceOf(confidence),
        sourceNames(cites),
      ]),
    ),
    '## What follows from answers about suicide',
    table(
      ['Rule', 'When', 'What is done', 'Confidence', 'Source'],
      suicideRiskRules.map((rule) => [
        rule.id,
        sentenceOf(rule),
        rule.action,
        confidenceOf(rule.confidence),
        sourceNames([...rule.cites, ...citesOfValues(rule.values)]),
      ]),
    ),
    '## Whether the measures speak for going on',
    `Read from the top: the first row that holds decides. What is not known leaves the answer open. ${confidenceOf(mbcConfidence)}; ${sourceNames(mbcCites)}.`,
    table(
      ['Phase', 'Asks', 'Then'],
      mbcTable.map((row) => [row.phase, mbcSays(row), decisionWords[row.decision]]),
    ),
    table(valueHeads, valueRows(mbcValues)),
    ...instruments.flatMap(instrumentBlocks),
  )
}

function instrumentBlocks(instrument: Instrument): readonly (string | readonly string[])[] {
  const { key, title, says, filledInBy, recall, total, loinc, licence, bands, values, cites } = instrument
  const numbers = [...valueRows(values), ...bands.flatMap(({ name, from }) => valueRows({ [`${name}, from`]: from }))]
  const codes = [
    ...(loinc?.panel ? [`form ${codeInWords(loinc.panel)}`] : []),
    ...(loinc?.total ? [`total ${codeInWords(loinc.total)}`] : []),
  ]
  return [
    `## ${title}`,
    bullets([
      `\`${key}\` · ${confidenceOf(instrument.confidence)}`,
      `**About:** ${says}`,
      `**Filled in by:** the ${filledInBy}, about ${recall}`,
      `**Total:** ${total ? `${total.min} to ${total.max}. ${total.says}` : 'none; the answers are read one by one.'}`,
      ...(bands.length > 0 ? [`**Bands:** ${bandsInWords(instrument).join('; ')}`] : []),
      `**LOINC:** ${codes.length > 0 ? codes.join('; ') : 'none stated'}`,
      `**Licence:** ${licence.name}. ${licence.attribution} ${licence.note} (${confidenceOf(licence.confidence)})`,
      `**Source:** ${sourceNames(cites)}`,
    ]),
    itemBlock(instrument),
    table(valueHeads, numbers),
  ]
}

/** A code that was not checked is never taken for certain. */
function codeInWords({ code, display, verified }: LoincCode): string {
  return `${code} ${display} (${verified ? 'verified' : '**not verified**, check before use'})`
}

function itemBlock({ items, stem, licence }: Instrument): string {
  const rows = items.map(({ linkId, text, topic, answers, loinc }) => [
    linkId,
    text ?? topic,
    answersInWords(answers),
    loinc ? codeInWords(loinc) : 'none stated',
  ])
  const before = [licence.textShipped || rows.length === 0 ? '' : wordsNotShipped, stem ?? '']
  return [...before, table(['Item', licence.textShipped ? 'Asks' : 'About', 'Answers', 'LOINC'], rows)]
    .filter((block) => block !== '')
    .join('\n\n')
}

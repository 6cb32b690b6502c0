/** The printed page of what is watched between doses, and of what stands around them. */
import {
  amountOf,
  bioavailability,
  engagementMeasures,
  exposureReferences,
  gates,
  homework,
  lineInWords,
  lowestNasalBioavailability,
  monitoringAction,
  monitoringSays,
  monitoringTable,
  nasalEsketamine,
  signalDefinitions,
  stages,
  urineFacts,
} from '@keel/rulebook'
import {
  citesOfValues,
  confidenceOf,
  link,
  page,
  sourceNames,
  table,
  valueHeads,
  valueRows,
} from './rulebook-pages-markdown.ts'
import { readInTheUnitedStates } from './rulebook-pages-texts.ts'

type Window = (typeof signalDefinitions)[number]['window']

const windowOf = (window: Window): string => {
  const newest = window?.at(-1)
  return newest ? amountOf(newest) : 'no limit'
}

export function engagementPage(): string {
  return page(
    '# Engagement',
    '## How well the work between doses goes',
    'At each of these lines a talk is worth while. None of them holds a dose by itself. Formulas and lines are this project’s judgement.',
    table(
      ['Measure', 'Is', 'How it is worked out', 'Looks back', 'Lines', 'Confidence'],
      engagementMeasures.map(({ key, title, says, window, lines }) => [
        key,
        title,
        says,
        windowOf(window),
        lines.map(lineInWords).join('; '),
        confidenceOf('low'),
      ]),
    ),
    ...structureBlocks(),
    '## Signals in the clinic’s own record',
    'They fill what the [misuse-risk tier](misuse-risk.md) need not ask anybody for.',
    table(
      ['Signal', 'Is', 'How it is worked out', 'Looks back', 'Source'],
      signalDefinitions.map(({ code, title, says, window, cites }) => [
        code,
        title,
        says,
        windowOf(window),
        sourceNames(cites),
      ]),
    ),
    ...testBlocks(),
  )
}

function structureBlocks(): readonly string[] {
  return [
    '## Gates before a dose',
    'A clinic may make a soft gate hard, never a hard one soft. The numbers stand with the rules.',
    table(
      ['Gate', 'Is', 'Asks', 'Hard or soft', 'Who may let it pass', 'The patient reads', 'El paciente lee', 'Rules'],
      gates.map(({ gate, title, asks, byDefault, override, saysToPatient, rules }) => [
        gate,
        title,
        asks,
        byDefault,
        override,
        readInTheUnitedStates(saysToPatient, 'en'),
        readInTheUnitedStates(saysToPatient, 'es'),
        rules.length > 0 ? rules.map(link).join(', ') : 'none of its own',
      ]),
    ),
    '## What surrounds the doses',
    table(
      [
        'Stage',
        'What it holds',
        'When',
        'What is kept',
        'The patient reads',
        'El paciente lee',
        'Confidence',
        'Source',
      ],
      stages.map(({ title, content, when, keeps, saysToPatient, confidence, cites }) => [
        title,
        content.join('. '),
        when,
        keeps.join(', '),
        saysToPatient.en,
        saysToPatient.es,
        confidenceOf(confidence),
        sourceNames(cites),
      ]),
    ),
    '## What patients do at home',
    table(
      ['What', 'English', 'Español'],
      homework.flatMap(({ title, asks }) => asks.map(({ en, es }) => [title.en, en, es])),
    ),
  ]
}

function testBlocks(): readonly string[] {
  return [
    '## Tests that come round',
    table(
      ['Test', 'When it is due', 'What a result asks for', 'Source'],
      monitoringTable.map((row) => [
        row.title,
        monitoringSays(row),
        monitoringAction(row),
        sourceNames([...row.cites, ...citesOfValues(row.values)]),
      ]),
    ),
    table(
      ['Test', ...valueHeads],
      monitoringTable.flatMap(({ title, values }) => valueRows(values).map((row) => [title, ...row])),
    ),
    '## What a urine test can say',
    table(
      ['Number', 'Says', 'Source'],
      urineFacts.map(({ id, says, cites }) => [id, says, sourceNames(cites)]),
    ),
    '## Lifetime exposure',
    'So that "low and spaced" can be seen in one place. Milligrams are of base.',
    table(valueHeads, [
      ...valueRows({
        'one infusion': exposureReferences.oneInfusion,
        'a series of six infusions': exposureReferences.sixInfusions,
        'heavy use outside care, as a multiple of what clinics give': exposureReferences.heavyUseTimesClinical,
      }),
      ...Object.entries(bioavailability).flatMap(([route, values]) =>
        valueRows({ [`share that reaches the blood: ${route}`]: values }),
      ),
      ...valueRows({
        'share that reaches the blood: ketamine in the nose, the lowest measured': lowestNasalBioavailability,
      }),
      ...nasalEsketamine.flatMap(({ fromMg, share }) =>
        valueRows({ [`share that reaches the blood: nasal esketamine from ${fromMg} mg`]: share }),
      ),
    ]),
  ]
}

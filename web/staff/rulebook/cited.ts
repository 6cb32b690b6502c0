/** Sources of what stands beside the rules: misuse risk, measures, instruments. */
import type { DatedValues } from '@keel/engine'
import {
  bioavailability,
  corrections,
  engagementMeasures,
  exposureReferences,
  type Instrument,
  instruments,
  lowestNasalBioavailability,
  type MisuseCode,
  misuseCodes,
  monitoringTable,
  nasalEsketamine,
  regulatoryFacts,
  signalDefinitions,
  stages,
  tierRequirements,
  urineFacts,
} from '@keel/rulebook'
import type { Entry } from './parts/entries.tsx'
import { citesOfValues } from './relations.ts'

/** Every source of a sign of misuse risk. One without any is judgement. */
export function sourcesOfCode({ cites, values }: MisuseCode): readonly string[] {
  const all = [...new Set([...cites, ...citesOfValues(values)])]
  return all.length > 0 ? all : ['judgement']
}

/** Every source of an instrument: its own, of its bands and of its numbers. */
export function sourcesOfInstrument({ cites, bands, values }: Instrument): readonly string[] {
  const ofBands: Readonly<Record<string, DatedValues>> = Object.fromEntries(bands.map(({ name, from }) => [name, from]))
  return [...new Set([...cites, ...citesOfValues(ofBands), ...citesOfValues(values)])]
}

export interface Citing {
  readonly entry: Entry
  readonly cites: readonly string[]
}

const citesOf = (entries: readonly { readonly cites: readonly string[] }[]): readonly string[] =>
  entries.flatMap(({ cites }) => cites)

/** Whatever beside the rules cites sources, with where it stands. */
export function citingBesideRules(): readonly Citing[] {
  const numbers = [
    ...monitoringTable.map(({ values }) => values),
    ...engagementMeasures.map(({ lines }) => Object.fromEntries(lines.map(({ name, than }) => [name, than]))),
    exposureReferences,
    bioavailability,
    { lowestNasalBioavailability },
    ...nasalEsketamine.map(({ share }) => ({ share })),
  ]
  return [
    {
      entry: {
        key: 'misuse-risk',
        title: 'Misuse risk',
        says: 'Signs, tiers, and what the evidence supports',
        link: { to: '/rulebook/misuse-risk' },
      },
      cites: [
        ...misuseCodes.flatMap(sourcesOfCode),
        ...citesOf([...tierRequirements, ...corrections, ...regulatoryFacts]),
      ],
    },
    {
      entry: {
        key: 'measures',
        title: 'Measures',
        says: 'What is watched between doses',
        link: { to: '/rulebook/measures' },
      },
      cites: [
        ...citesOf([...signalDefinitions, ...monitoringTable, ...urineFacts, ...stages]),
        ...numbers.flatMap(citesOfValues),
      ],
    },
    ...instruments.map((instrument) => ({
      entry: entryOfInstrument(instrument),
      cites: sourcesOfInstrument(instrument),
    })),
  ]
}

export function entryOfInstrument({ key, title, says }: Instrument): Entry {
  return { key, title, says, link: { to: '/rulebook/instruments/$instrumentKey', params: { instrumentKey: key } } }
}

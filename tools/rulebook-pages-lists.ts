/** The printed lists: medicines, conditions and sources. */
import type { Source } from '@keel/engine'
import { conditions, listedMedicine, medicationNames, medications, sources } from '@keel/rulebook'
import { page, sourceName, table } from './rulebook-pages-markdown.ts'

const codesSay =
  'A code "from memory" was not checked against its public list. It helps to find an entry; it is never sent to another system as certain.'

const checked = (verified: boolean): string => (verified ? 'verified' : '**from memory, check before use**')
const byWords = (a: string, b: string): number => a.localeCompare(b, 'en')

export function medicinesPage(): string {
  const names = (Object.keys(medications) as (keyof typeof medications)[]).toSorted(byWords)
  return page(
    '# Medicines',
    `The medicines that the rules know, by ingredient. One that is not here needs its class to be stated before any rule can answer. ${codesSay}`,
    table(
      ['Medicine', 'Also', 'Classes', 'RxNorm', 'Checked'],
      names.map((name) => {
        const { classes, rxcui, verified } = medications[name]
        const others = medicationNames.filter((other) => other !== name && listedMedicine(other) === name)
        return [name, others.join(', '), classes.join(', '), rxcui ?? 'none stated', rxcui ? checked(verified) : '']
      }),
    ),
  )
}

export function conditionsPage(): string {
  const rows = Object.entries(conditions).toSorted(([, a], [, b]) => byWords(a.says, b.says))
  return page(
    '# Conditions',
    `The conditions that the rules know. One that is not here is refused by name, never passed over. ${codesSay}`,
    table(
      ['Condition', 'Key', 'ICD-10-CM', 'SNOMED CT'],
      rows.map(([key, { says, icd10, snomed }]) => [says, `\`${key}\``, codes(icd10), codes(snomed)]),
    ),
  )
}

function codes(all: readonly { readonly code: string; readonly verified: boolean }[]): string {
  return all.length === 0 ? 'none stated' : all.map(({ code, verified }) => `${code} (${checked(verified)})`).join(', ')
}

/** More pages than these would say no more than their number. */
const mostNamed = 12

/** @param pages every other page of the rulebook, in which sources are looked for. */
export function sourcesPage(pages: ReadonlyMap<string, string>): string {
  const all: readonly (readonly [string, Source])[] = Object.entries(sources)
  return page(
    '# Sources',
    'Where the numbers and the rules come from. What is not known of a source is left out.',
    table(
      ['Source', 'Title', 'From', 'Edition', 'Where', 'Checked', 'Named on'],
      all.map(([id, { title, publisher, edition = '', locator = '', checkedOn }]) => [
        `\`${id}\``,
        title,
        publisher,
        edition,
        locator,
        checkedOn ?? 'day not recorded',
        namedOn(id, pages),
      ]),
    ),
  )
}

function namedOn(id: string, pages: ReadonlyMap<string, string>): string {
  const names = [...pages]
    .filter(([path, content]) => path !== 'rulebook/README.md' && content.includes(sourceName(id)))
    .map(([path]) => path.slice('rulebook/'.length))
  if (names.length > mostNamed) return `${names.length} pages`
  return names.length === 0 ? 'no page' : names.map((name) => `[${name.slice(0, -'.md'.length)}](${name})`).join(', ')
}

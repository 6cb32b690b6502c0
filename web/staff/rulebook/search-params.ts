/** What the address of the rulebook's index holds, so that a search can be shared. The rulebook itself is not needed. */
const names = ['q', 'severity', 'phase', 'topic', 'protocol', 'confidence'] as const

export type RulebookSearch = { readonly [Name in (typeof names)[number]]?: string }

/** Keeps what is a word. A word that means nothing here filters nothing. */
export function parseRulebookSearch(search: Record<string, unknown>): RulebookSearch {
  // A search for a number comes out of the address as one.
  const said = names.map((name) => [name, search[name] === undefined ? '' : String(search[name])] as const)
  return Object.fromEntries(said.filter(([, word]) => word !== ''))
}

/** In which language the words for patients are shown; left out, in English. */
export function parseTextSearch({ language }: Record<string, unknown>): { readonly language?: 'es' } {
  return language === 'es' ? { language } : {}
}

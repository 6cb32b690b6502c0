/** Finds and ranks what is written in the rulebook. It knows documents and words, and nothing clinical. */
import { nearest } from '@keel/engine'
import { folded, plain, wordsOf } from './fold.ts'

/** Something that can be found. */
export interface Document<Group extends string = string> {
  readonly group: Group
  /** Unique in its group; typed in full it is the first hit. */
  readonly id: string
  readonly title: string
  /** What it says, with how much a word in it weighs. The title counts by itself. */
  readonly fields: readonly (readonly [weight: number, text: string])[]
}

export interface Hit<D extends Document> {
  readonly document: D
  readonly score: number
}

export interface SearchIndex<D extends Document> {
  /** Every word of the query must be found. The best comes first; of equals, the first in the alphabet. */
  find(query: string): readonly Hit<D>[]
  /** The query with the nearest word of a title for each word that stands nowhere; `undefined` where there is none. */
  nearestQuery(query: string): string | undefined
}

const titleWeight = 10
const wholeWord = 4
const beginning = 2
const inside = 1
/** Fewer letters stand inside almost every word. */
const insideMinLetters = 4
/** More than any sum of words. */
const exactId = 1_000
const exactTitle = 900
const titleBegins = 20

interface Word {
  readonly word: string
  readonly alike: string
  /** The most that it weighs anywhere in the document. */
  readonly weight: number
}
interface Indexed<D> {
  readonly document: D
  readonly words: readonly Word[]
}

export function searchIndexOf<D extends Document>(documents: readonly D[]): SearchIndex<D> {
  const indexed = documents.map(indexOne)
  const titleWords = [...new Set(documents.flatMap(({ title }) => wordsOf(title)))]
  return {
    find(query) {
      const tokens = wordsOf(query)
      if (tokens.length === 0) return []
      return indexed
        .map(({ document, words }) => ({ document, score: scoreOf(document, words, tokens, plain(query.trim())) }))
        .filter(({ score }) => score > 0)
        .toSorted((a, b) => b.score - a.score || a.document.title.localeCompare(b.document.title, 'en'))
    },
    nearestQuery(query) {
      const tokens = wordsOf(query)
      const isKnown = (token: string) => indexed.some(({ words }) => scoreOfToken(token, words) > 0)
      const known = tokens.map((token) => (isKnown(token) ? token : (nearest(token, titleWords) ?? token)))
      return known.every((token, index) => token === tokens[index]) ? undefined : known.join(' ')
    },
  }
}

function indexOne<D extends Document>(document: D): Indexed<D> {
  const weights = new Map<string, number>()
  for (const [weight, text] of [[titleWeight, document.title] as const, ...document.fields])
    for (const word of wordsOf(text)) weights.set(word, Math.max(weight, weights.get(word) ?? 0))
  return { document, words: [...weights].map(([word, weight]) => ({ word, alike: folded(word), weight })) }
}

function scoreOf({ id, title }: Document, words: readonly Word[], tokens: readonly string[], query: string): number {
  if (query === plain(id)) return exactId
  const scores = tokens.map((token) => scoreOfToken(token, words))
  if (scores.includes(0)) return 0
  const whole = plain(title)
  const extra = query === whole ? exactTitle : whole.startsWith(query) ? titleBegins : 0
  return extra + scores.reduce((sum, score) => sum + score, 0)
}

function scoreOfToken(token: string, words: readonly Word[]): number {
  const alikeToken = folded(token)
  let best = 0
  for (const { word, alike, weight } of words)
    best = Math.max(best, weight * Math.max(match(word, token), match(alike, alikeToken)))
  return best
}

function match(word: string, token: string): number {
  if (word === token) return wholeWord
  if (word.startsWith(token)) return beginning
  return token.length >= insideMinLetters && word.includes(token) ? inside : 0
}

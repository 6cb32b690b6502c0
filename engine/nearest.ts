/** How many single-letter edits turn one word into another (Levenshtein distance). */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const replace = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(replace, (row[j] as number) + 1, (next[j - 1] as number) + 1))
    }
    row = next
  }
  return row[b.length] as number
}

/** Shorter than this, a word is part of many others by chance. */
const partMinLength = 4

/** What was written short is nearer to the word that contains it than to a misspelling: `bipolar`, `bipolar-disorder`. */
function distanceOf(written: string, known: string): number {
  const isPart = written.length >= partMinLength && known.includes(written)
  return isPart ? 1 - written.length / (known.length + 1) : editDistance(written, known)
}

/**
 * The known word nearest to what was written, for an error message that helps. The nearest is always named, however
 * far: the reader sees at once whether it was a slip or a different thing.
 */
export function nearest(written: string, known: readonly string[]): string | undefined {
  const lower = written.toLowerCase()
  let best: { word: string; distance: number } | undefined
  for (const word of known) {
    const distance = distanceOf(lower, word.toLowerCase())
    if (best === undefined || distance < best.distance) best = { word, distance }
  }
  return best?.word
}

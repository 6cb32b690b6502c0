/** Words as they are compared in a search: without accents, case, or the difference between British and American. */

/** "Phäochromozytom, St John’s" -> "phaochromozytom, st john's". */
export function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('’', "'")
}

/** Haemorrhage and hemorrhage, generalised and generalized, tumour and tumor become the same; it is for no eye. */
export function folded(word: string): string {
  return word.replaceAll(/ae|oe/g, 'e').replaceAll('z', 's').replaceAll('our', 'or')
}

/** The words of a text, in order. A number keeps its decimals. */
export function wordsOf(text: string): readonly string[] {
  return plain(text).match(/[\p{L}\p{N}]+(?:\.\p{N}+)?/gu) ?? []
}

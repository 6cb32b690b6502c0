/**
 * How hard a text is to read, for tests. English: Flesch-Kincaid grade, 0.39 words per sentence + 11.8 syllables per
 * word - 15.59 (Kincaid 1975). Spanish: Szigriszt-Pazos perspicuity, 206.835 - 62.3 syllables per word - words per
 * sentence, read on the INFLESZ scale (Barrio-Cantalejo 2008): 55 to 65 is normal, above that is easier.
 */
import { syllable } from 'syllable'
import type { PatientLanguage } from './patient-text.ts'

/** A run of letters and digits with what joins them: `don’t`, `1,285`, `take-back` is two. */
const wordPattern = /[\p{L}\p{N}]+(?:[’'.,][\p{L}\p{N}]+)*/gu

export function wordsIn(text: string): readonly string[] {
  return text.match(wordPattern) ?? []
}

/** A sentence ends where a stop, a question or an exclamation mark is followed by a space or the end. */
export function sentencesIn(text: string): readonly string[] {
  return text
    .split(/(?<=[.!?]["”’)]*)\s+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => wordsIn(sentence).length > 0)
}

/** Numbers are said digit by digit, and what is all capitals letter by letter. */
export function syllablesIn(word: string, language: PatientLanguage): number {
  const digits = word.replace(/\D/g, '').length
  if (digits > 0) return digits
  if (/^\p{Lu}{2,}$/u.test(word)) return word.length
  return language === 'en' ? Math.max(1, syllable(word)) : spanishSyllables(word)
}

/** One syllable for each vowel that cannot glide; a run of gliding vowels alone is one. */
function spanishSyllables(word: string): number {
  const plain = word
    .toLowerCase()
    .replace(/qu|gu(?=[eiéí])/g, 'g')
    .replace(/y(?![aeiouáéíóú])/g, 'i')
  const runs = plain.match(/[aeiouáéíóúü]+/g) ?? []
  const nuclei = runs.map((run) => Math.max(1, run.match(/[aeoáéóíú]/g)?.length ?? 0))
  return Math.max(
    1,
    nuclei.reduce((sum, count) => sum + count, 0),
  )
}

function rates(text: string, language: PatientLanguage) {
  const words = wordsIn(text)
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word, language), 0)
  return { syllablesPerWord: syllables / words.length, wordsPerSentence: words.length / sentencesIn(text).length }
}

/** US school grade of an English text. */
export function fleschKincaidGrade(text: string): number {
  const { syllablesPerWord, wordsPerSentence } = rates(text, 'en')
  return 0.39 * wordsPerSentence + 11.8 * syllablesPerWord - 15.59
}

/** Ease of a Spanish text, 0 to 100; higher is easier. */
export function inflesz(text: string): number {
  const { syllablesPerWord, wordsPerSentence } = rates(text, 'es')
  return 206.835 - 62.3 * syllablesPerWord - wordsPerSentence
}

import type { TimeOut } from '@keel/care'
import { spanInWords } from '../../../shared/wording/times.ts'
import { ideationWords } from '../observe/scales.ts'
import type { Question } from './questions.ts'

/** An answer as it is read back, `undefined` when it was not given. */
export function answerInWords(
  { key, how, never = 'Never' }: Question,
  timeOut: TimeOut,
  nowMs: number,
  timeOf: (instant: string) => string,
): string | undefined {
  const value = timeOut[key]
  if (value === undefined) return undefined
  if (value === 'never') return never
  switch (how) {
    case 'ago': {
      const minutes = Math.max(0, Math.floor((nowMs - Date.parse(value as string)) / 60_000))
      return `${timeOf(value as string)}, ${spanInWords(minutes)} ago`
    }
    case 'yes-no':
      return value ? 'Yes' : 'No'
    case 'drug-test':
      return drugTestInWords(value as NonNullable<TimeOut['drugTest']>)
    case 'ideation':
      return `${value}: ${ideationWords[value as number]}`
    case 'percent':
      return `${value} %`
    case 'day':
    case 'count':
      return String(value)
  }
}

function drugTestInWords(results: NonNullable<TimeOut['drugTest']>): string {
  const positive = Object.entries(results).filter(([, result]) => result !== 'negative')
  if (positive.length === 0) return 'All negative'
  return positive
    .map(([drug, result]) => `${drug} positive (${result === 'positive-expected' ? 'expected' : 'not expected'})`)
    .join(', ')
}

import type { Confidence } from '@keel/engine'
import { classNames } from '../../../shared/class-names.ts'
import { confidenceWords } from '../words.ts'
import styles from './confidence-tag.module.css'

/** How far a rule or a number is to be trusted; low is not to be overlooked. */
export function ConfidenceTag({ confidence }: { readonly confidence: Confidence }) {
  return (
    <span className={classNames(styles.tag, confidence === 'low' && styles.low)}>{confidenceWords[confidence]}</span>
  )
}

import type { Confidence } from '@keel/engine'
import { type Concerns, concernsInWords } from '@keel/rulebook'
import { ConfidenceTag } from '../parts/confidence-tag.tsx'
import { SourceLinks } from '../parts/links.tsx'
import styles from './texts.module.css'

/** For whom some words for patients are, and on what they rest. */
export function Provenance(props: {
  readonly concerns?: Concerns | undefined
  readonly confidence: Confidence
  readonly cites: readonly string[]
}) {
  const { concerns, confidence, cites } = props
  return (
    <div className={styles.quiet}>
      <p>
        {concernsInWords(concerns)} · <ConfidenceTag confidence={confidence} />
      </p>
      <SourceLinks cites={cites} />
    </div>
  )
}

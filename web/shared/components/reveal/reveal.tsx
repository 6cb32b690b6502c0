import type { ReactNode } from 'react'
import { classNames } from '../../class-names.ts'
import { Icon } from '../icon/icon.tsx'
import styles from './reveal.module.css'

/** A line that opens to more. The browser's own element: it works before anything else does. */
export function Reveal(props: {
  readonly summary: ReactNode
  readonly children: ReactNode
  readonly className?: string | undefined
}) {
  return (
    <details className={classNames(styles.reveal, props.className)}>
      <summary className={styles.summary}>
        <span className={styles.words}>{props.summary}</span>
        <span className={styles.mark}>
          <Icon name="down" size={18} />
        </span>
      </summary>
      <div className={styles.more}>{props.children}</div>
    </details>
  )
}

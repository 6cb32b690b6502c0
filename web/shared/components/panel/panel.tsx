import { type ReactNode, useId } from 'react'
import { classNames } from '../../class-names.ts'
import { Icon } from '../icon/icon.tsx'
import styles from './panel.module.css'

interface PanelProps {
  readonly title: string
  readonly children: ReactNode
  /** Where links on this page lead to. */
  readonly id?: string
  /** What stands right of the title. */
  readonly aside?: ReactNode
  /** A step: done or still to do. */
  readonly done?: boolean
  readonly className?: string | undefined
}

/** One part of a screen under its heading. A link to its `id` brings the focus here. */
export function Panel({ title, children, id, aside, done, className }: PanelProps) {
  const titleId = useId()
  return (
    <section className={classNames(styles.panel, className)} aria-labelledby={titleId} id={id} tabIndex={-1}>
      <div className={styles.top}>
        {done !== undefined && (
          <span className={classNames(styles.step, done && styles.done)}>
            {done && <Icon name="check" size={16} />}
          </span>
        )}
        <h2 className={styles.title} id={titleId}>
          {title}
          {done !== undefined && <span className="visually-hidden">{done ? ' (done)' : ' (to do)'}</span>}
        </h2>
        {aside && <div className={styles.aside}>{aside}</div>}
      </div>
      {children}
    </section>
  )
}

import type { ReactNode } from 'react'
import { classNames } from '../../class-names.ts'
import { Icon, type IconName } from '../icon/icon.tsx'
import styles from './notice.module.css'

type Tone = 'block' | 'hold' | 'review' | 'caution' | 'clear'

const icons: Record<Tone, IconName> = { block: 'stop', hold: 'hand', review: 'person', caution: 'note', clear: 'check' }

/** Something to be told at once. `urgent` interrupts a screen reader. */
export function Notice(props: {
  readonly tone: Tone
  readonly title: string
  readonly children?: ReactNode
  readonly urgent?: boolean
}) {
  const { tone, title, children, urgent = false } = props
  return (
    <div className={classNames(styles.notice, styles[tone])} role={urgent ? 'alert' : 'status'}>
      <Icon name={icons[tone]} size={22} />
      <div className={styles.words}>
        <p className={styles.title}>{title}</p>
        {children}
      </div>
    </div>
  )
}

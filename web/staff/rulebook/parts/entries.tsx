import { Link, type LinkProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import styles from './entries.module.css'

export interface Entry {
  readonly key: string
  readonly title: string
  readonly says: ReactNode
  readonly link: Pick<LinkProps, 'to' | 'params' | 'hash'>
}

/** A list of links, each with a line on what it leads to. */
export function Entries({ entries }: { readonly entries: readonly Entry[] }) {
  return (
    <ul className={styles.list}>
      {entries.map(({ key, title, says, link }) => (
        <li key={key}>
          <Link {...link} className={styles.entry} data-hit>
            <span className={styles.title}>{title}</span>
            <span className={styles.says}>{says}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

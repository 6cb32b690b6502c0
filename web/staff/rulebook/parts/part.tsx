import type { ReactNode } from 'react'
import { Heading, type Level } from './heading.tsx'
import styles from './part.module.css'

/** One part of a page under its heading; on paper without a frame. */
export function Part(props: { readonly title: string; readonly level?: Level; readonly children: ReactNode }) {
  const { title, level = 2, children } = props
  return (
    <section className={styles.part}>
      <Heading level={level} className={styles.heading}>
        {title}
      </Heading>
      {children}
    </section>
  )
}

import type { ReactNode } from 'react'
import styles from './frame.module.css'

/** A page that has only something to say. */
export function MessagePage({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <main className={styles.message}>
      <h1>{title}</h1>
      {children}
    </main>
  )
}

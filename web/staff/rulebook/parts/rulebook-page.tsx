import type { ReactNode } from 'react'
import styles from './rulebook-page.module.css'

/** One page of the rulebook under its heading, which takes the focus on arrival. */
export function RulebookPage(props: {
  readonly title: string
  /** What the page is about, above its heading. */
  readonly kind?: ReactNode
  readonly lead?: ReactNode
  readonly children?: ReactNode
}) {
  const { title, kind, lead, children } = props
  return (
    <article className={styles.page}>
      <title>{`${title} · Rulebook · Keel`}</title>
      <header className={styles.top}>
        {kind && <p className={styles.kind}>{kind}</p>}
        <h1 className={styles.title} tabIndex={-1}>
          {title}
        </h1>
        {lead && <div className={styles.lead}>{lead}</div>}
      </header>
      {children}
    </article>
  )
}

/** For an address that names nothing here. @param what a sentence on what was looked for. */
export function NotThere({ what }: { readonly what: string }) {
  return (
    <RulebookPage title="Not in this rulebook">
      <p>{what} It may belong to an older rulebook. Look for it on the page “Rules”.</p>
    </RulebookPage>
  )
}

import styles from './lines.module.css'

/** Sentences that belong together, one under another. */
export function Lines({ says }: { readonly says: readonly string[] }) {
  return (
    <ul className={styles.lines}>
      {says.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

import { useClinic } from '../../clinic-context.ts'
import styles from './ruleset-digest.module.css'

/** By which rules the server decides: named by their digest, as it is recorded with every decision. */
export function RulesetDigest() {
  return (
    <p className={styles.digest}>
      Decisions here are made by the ruleset <code>{useClinic().me.ruleset}</code>. It is recorded with each of them.
    </p>
  )
}

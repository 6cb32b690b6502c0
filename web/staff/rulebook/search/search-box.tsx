import { useId } from 'react'
import styles from './search-box.module.css'
import type { TypedQuery } from './use-typed-query.ts'

/** One box for everything. Enter opens the first hit; the arrow keys lead through all of them. */
export function SearchBox({ query }: { readonly query: TypedQuery }) {
  const id = useId()
  return (
    <search className={styles.search}>
      <label htmlFor={id} className={styles.label}>
        Search the rulebook
      </label>
      <input
        id={id}
        className={styles.input}
        type="search"
        value={query.typed}
        onChange={(event) => query.type(event.target.value)}
        onBlur={query.keep}
        placeholder="A medicine, a condition, a rule, a source"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        enterKeyHint="search"
        data-search-box
      />
    </search>
  )
}

import { useEffect, useState } from 'react'
import type { RulebookDocument } from './documents.ts'

/**
 * What patients read, as it can be found. It comes in a chunk of its own: none until it is there, `null` when it did not
 * come.
 */
export function useTextDocuments(): readonly RulebookDocument[] | null {
  const [documents, setDocuments] = useState<readonly RulebookDocument[] | null>([])
  useEffect(() => {
    let wanted = true
    const keep = (loaded: readonly RulebookDocument[] | null) => wanted && setDocuments(loaded)
    import('../screens-with-texts.ts').then(
      ({ textDocuments }) => keep(textDocuments()),
      () => keep(null),
    )
    return () => {
      wanted = false
    }
  }, [])
  return documents
}

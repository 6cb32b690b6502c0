import { useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { RulebookSearch } from '../search-params.ts'

/** After this pause what was typed goes into the address; browsers limit how often an address may change. */
const pauseMs = 300

export interface TypedQuery {
  readonly typed: string
  readonly type: (text: string) => void
  /** Writes what was typed into the address now. */
  readonly keep: () => void
}

/** What is in the search box. It answers at once and keeps the address in step, and follows it when it is changed. */
export function useTypedQuery(search: RulebookSearch): TypedQuery {
  const inAddress = search.q ?? ''
  const [typed, type] = useState(inAddress)
  const written = useRef(inAddress)
  const navigate = useNavigate()
  const keep = useCallback(() => {
    if (typed === written.current) return
    written.current = typed
    const { q: _old, ...rest } = search
    void navigate({ to: '/rulebook', search: typed ? { q: typed, ...rest } : rest, replace: true, resetScroll: false })
  }, [typed, search, navigate])
  useEffect(() => {
    if (inAddress === written.current) return
    written.current = inAddress
    type(inAddress)
  }, [inAddress])
  useEffect(() => {
    const timer = setTimeout(keep, pauseMs)
    return () => clearTimeout(timer)
  }, [keep])
  return { typed, type, keep }
}

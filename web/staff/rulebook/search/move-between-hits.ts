import type { KeyboardEvent } from 'react'

/** Arrow keys lead from the box through the hits and back; Enter in the box opens the first; Escape returns to the box. */
export function moveBetweenHits(event: KeyboardEvent<HTMLElement>): void {
  const box = event.currentTarget.querySelector<HTMLElement>('[data-search-box]')
  const hits = [...event.currentTarget.querySelectorAll<HTMLElement>('a[data-hit]')]
  const here = event.target === box ? -1 : hits.indexOf(event.target as HTMLElement)
  if (here === -1 && event.target !== box) return
  const next = { ArrowDown: hits[here + 1], ArrowUp: here === 0 ? box : hits[here - 1], Escape: box }[event.key]
  if (event.key === 'Enter' && event.target === box) {
    event.preventDefault()
    // The address is to hold the search before it is left, so that the way back leads to it.
    box?.blur()
    hits[0]?.click()
  } else if (next && next !== event.target) {
    event.preventDefault()
    next.focus()
  }
}

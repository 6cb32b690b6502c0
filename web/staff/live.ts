/** The line to the server: what has changed is read anew, the clock is set, and a lost line is noticed and taken up again. */
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { serverNowMs, setServerTime } from '../shared/clock/server-clock.ts'

interface Changed {
  readonly position: number
  readonly sessions: readonly string[]
  readonly day: boolean
}

/** The server says something every 15 s; twice that and more without a word is a lost line. */
const silenceMaxMs = 40_000
const retryAfterMs = 3_000
/** A clock that moved by more than this was moved by a person, so everything that depends on time has changed. */
const clockJumpMs = 5_000

/**
 * Keeps the line while the screen is shown.
 * @returns since when the line is lost (milliseconds since 1970 by the server's clock), or `null` while it holds.
 */
export function useLiveLine(): number | null {
  const queries = useQueryClient()
  const [lostSince, setLostSince] = useState<number | null>(null)
  useEffect(() => {
    const line = openLine(queries, {
      lost: () => setLostSince((since) => since ?? serverNowMs()),
      held: () => setLostSince(null),
    })
    return line.close
  }, [queries])
  return lostSince
}

function openLine(queries: QueryClient, tell: { lost: () => void; held: () => void }): { close: () => void } {
  let source: EventSource
  let silence: ReturnType<typeof setTimeout>
  let retry: ReturnType<typeof setTimeout> | undefined
  let wasLost = false

  const heard = () => {
    clearTimeout(silence)
    silence = setTimeout(lost, silenceMaxMs)
    if (!wasLost) return
    wasLost = false
    tell.held()
    void queries.invalidateQueries()
  }
  const lost = () => {
    wasLost = true
    tell.lost()
    source.close()
    clearTimeout(silence)
    clearTimeout(retry)
    // Asks who is signed in, too: a line that is refused may mean that nobody is.
    void queries.invalidateQueries({ queryKey: ['me'] })
    retry = setTimeout(open, retryAfterMs)
  }
  const open = () => {
    source = new EventSource('/api/stream')
    source.onerror = lost
    source.addEventListener('clock', ({ data }) => {
      heard()
      const moved = setServerTime((JSON.parse(data) as { now: string }).now)
      if (Math.abs(moved) > clockJumpMs) void queries.invalidateQueries()
    })
    source.addEventListener('changed', ({ data }) => {
      heard()
      readAnew(queries, JSON.parse(data) as Changed)
    })
    source.addEventListener('reload', () => void queries.invalidateQueries())
  }
  open()
  return {
    close: () => {
      source.close()
      clearTimeout(silence)
      clearTimeout(retry)
    },
  }
}

/** Staff and equipment count in every session's gate, so a change of the day touches all sessions. */
function readAnew(queries: QueryClient, { sessions, day }: Changed): void {
  void queries.invalidateQueries({ queryKey: ['board'] })
  if (day) void queries.invalidateQueries({ queryKey: ['session'] })
  else for (const sessionId of sessions) void queries.invalidateQueries({ queryKey: ['session', sessionId] })
}

/** The server's time. It is carried on with the browser's monotonic timer, so the device's own clock is never asked. */
import { useSyncExternalStore } from 'react'

let setAtMs = performance.now()
let serverMs = 0
let ticking: ReturnType<typeof setInterval> | undefined
const listeners = new Set<() => void>()

/** Milliseconds since 1970 by the server's clock. */
export function serverNowMs(): number {
  return serverMs + (performance.now() - setAtMs)
}

/** Takes the server's time as it was just told. Gives by how many milliseconds it differs from what was shown. */
export function setServerTime(now: string): number {
  const before = serverNowMs()
  serverMs = Date.parse(now)
  setAtMs = performance.now()
  for (const listener of listeners) listener()
  return serverMs - before
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  ticking ??= setInterval(() => {
    for (const one of listeners) one()
  }, 1000)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(ticking)
    ticking = undefined
  }
}

/** The server's time in whole seconds, as milliseconds since 1970; renders again each second. */
export function useServerNow(): number {
  return useSyncExternalStore(subscribe, () => Math.floor(serverNowMs() / 1000) * 1000)
}

import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'

/** Where each page of this visit was left, by its entry in the history. Kept in memory only. */
const leftAt = new Map<string, number>()

const entryOf = (location: { readonly state: { readonly __TSR_key?: string } }): string =>
  location.state.__TSR_key ?? ''

/** On arrival the heading takes the focus, for those who hear the page; on the way back the page stands where it was. */
export function useArrival(): void {
  const router = useRouter()
  useEffect(() => {
    const stops = [
      router.subscribe('onBeforeLoad', ({ fromLocation }) => {
        if (fromLocation) leftAt.set(entryOf(fromLocation), scrollY)
      }),
      router.subscribe('onRendered', ({ fromLocation, toLocation, pathChanged }) => {
        if (!fromLocation || !pathChanged) return
        document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
        const top = leftAt.get(entryOf(toLocation))
        if (top !== undefined) scrollTo({ top, behavior: 'instant' })
      }),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [router])
}

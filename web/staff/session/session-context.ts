/** The session that a screen shows, for all its parts. */
import type { SessionScreen } from '@keel/care'
import { createContext, useContext } from 'react'

export const sessionContext = createContext<SessionScreen | null>(null)

export function useShown(): SessionScreen & { readonly sessionId: string } {
  const screen = useContext(sessionContext)
  if (!screen) throw new Error('useShown is for parts of the session screen')
  return { ...screen, sessionId: screen.session.sessionId }
}

/** The name of whoever did something, as this session knows them. */
export function useNameOf(): (by: { readonly personId: string; readonly role: string }) => string {
  const { names } = useShown()
  return (by) => names[by.personId] ?? by.role
}

/** What the screens read from the server, and under which key each answer is kept. */
import type { BoardRow, Role, SessionScreen } from '@keel/care'
import type { EquipmentItem } from '@keel/rulebook'
import { queryOptions } from '@tanstack/react-query'
import { setServerTime } from '../shared/clock/server-clock.ts'
import { RequestProblem, request } from '../shared/request/request.ts'

export interface Me {
  readonly person: {
    readonly personId: string
    readonly name: string
    readonly email: string
    readonly roles: readonly Role[]
  }
  readonly clinic: {
    readonly name: string
    readonly timeZone: string
    readonly region: 'US' | 'EU'
    readonly synthetic: boolean
  }
  readonly clock: { readonly now: string; readonly demo: boolean }
  /** Digest of the rules by which the server decides. */
  readonly ruleset: string
}

export interface PatientOnBoard {
  readonly name: string
  readonly birthDate: string
  readonly recordNumber: string
}
export type ShownRow = BoardRow & { readonly patient: PatientOnBoard }

export interface Board {
  readonly at: string
  readonly on: string
  readonly rows: readonly ShownRow[]
  /** Sessions of earlier days in which the patient, by the record, is still here. */
  readonly leftOpen: readonly ShownRow[]
  readonly staffOnSite: readonly { readonly personId: string; readonly name: string; readonly roles: readonly Role[] }[]
  readonly equipment: { readonly checkedAt: string | null; readonly notChecked: readonly EquipmentItem[] }
}

export interface DemoSignIn {
  readonly name: string
  readonly role: string
  readonly email: string
  readonly password: string
}

/** Much of a screen is time: it is asked for again now and then, even when nothing has happened. */
const refreshEveryMs = 20_000

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async () => {
    const me = await request<Me>('GET', '/api/me')
    setServerTime(me.clock.now)
    return me
  },
  staleTime: 60_000,
})

export const boardQuery = queryOptions({
  queryKey: ['board'],
  queryFn: () => request<Board>('GET', '/api/board'),
  refetchInterval: refreshEveryMs,
})

export function sessionQuery(sessionId: string) {
  return queryOptions({
    queryKey: ['session', sessionId],
    queryFn: () => request<SessionScreen>('GET', `/api/sessions/${sessionId}`),
    refetchInterval: refreshEveryMs,
  })
}

/** The demo's sign-ins; none outside the demo. */
export const demoQuery = queryOptions({
  queryKey: ['demo'],
  queryFn: async (): Promise<readonly DemoSignIn[]> => {
    try {
      return (await request<{ signIns: readonly DemoSignIn[] }>('GET', '/api/demo')).signIns
    } catch (error) {
      if (error instanceof RequestProblem && error.status === 404) return []
      throw error
    }
  },
  staleTime: Number.POSITIVE_INFINITY,
})

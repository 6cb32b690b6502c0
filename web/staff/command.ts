/** Sending a command: once, whatever the network does. A failed send keeps its id, so sending it again is safe. */
import type { DayCommandName, SessionCommandData, SessionCommandName, SessionEvent } from '@keel/care'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { serverNowMs } from '../shared/clock/server-clock.ts'
import { newId } from '../shared/new-id.ts'
import { RequestProblem, request } from '../shared/request/request.ts'

interface Accepted {
  readonly status: 'appended' | 'repeated'
  readonly events: readonly SessionEvent[]
}

export type HeldEvent = Extract<
  SessionEvent,
  { type: 'DoseHeld' | 'DischargeHeld' | 'ResumeHeld' | 'DoseOrderBlocked' | 'DoseCheckFailed' }
>

export interface Sending {
  readonly busy: boolean
  /** Why the last send came to nothing. */
  readonly problem: RequestProblem | null
  /** The last send was recorded as a clinical "not now". */
  readonly held: HeldEvent | null
  clear(): void
}
export interface SessionSending extends Sending {
  /** Gives true when what was asked has happened; false when it was refused, held, or did not arrive. */
  send<N extends SessionCommandName>(type: N, data: SessionCommandData<N>): Promise<boolean>
}

const held = new Set(['DoseHeld', 'DischargeHeld', 'ResumeHeld', 'DoseOrderBlocked', 'DoseCheckFailed'])
function isHeld(event: SessionEvent): event is HeldEvent {
  return held.has(event.type)
}

/** Waits before the sends that follow a failed one. */
const againAfterMs = [800, 2_500]

export function useSessionCommand(sessionId: string): SessionSending {
  const { send, ...rest } = useSending(`/api/sessions/${sessionId}/commands`, ['session', sessionId])
  return { ...rest, send: (type, data) => send(type, data) }
}

export function useDayCommand(): Sending & { send(type: DayCommandName, data: unknown): Promise<boolean> } {
  return useSending('/api/day/commands', ['board'])
}

function useSending(path: string, queryKey: readonly string[]) {
  const queries = useQueryClient()
  const [state, setState] = useState<Omit<Sending, 'clear'>>({ busy: false, problem: null, held: null })
  const unanswered = useRef<{ readonly asked: string; readonly commandId: string } | null>(null)

  const send = async (type: string, data: unknown): Promise<boolean> => {
    const asked = JSON.stringify({ type, data })
    // The same words sent again are the same command; changed words are another one.
    const same = unanswered.current?.asked === asked ? unanswered.current : null
    const command = same ?? { asked, commandId: newId(serverNowMs()) }
    unanswered.current = command
    setState({ busy: true, problem: null, held: null })
    try {
      const { events } = await sendPatiently(path, { commandId: command.commandId, type, data })
      unanswered.current = null
      await queries.invalidateQueries({ queryKey })
      const heldEvent = events.find(isHeld) ?? null
      setState({ busy: false, problem: null, held: heldEvent })
      return heldEvent === null
    } catch (error) {
      if (!(error instanceof RequestProblem)) throw error
      if (!error.maySendAgain) unanswered.current = null
      // A refusal means that the record is not as this screen shows it.
      if (error.status === 409) void queries.invalidateQueries({ queryKey })
      if (error.status === 401) void queries.invalidateQueries({ queryKey: ['me'] })
      setState({ busy: false, problem: error, held: null })
      return false
    }
  }
  return { ...state, send, clear: () => setState({ busy: false, problem: null, held: null }) }
}

async function sendPatiently(path: string, body: unknown): Promise<Accepted> {
  for (const waitMs of againAfterMs) {
    try {
      return await request<Accepted>('POST', path, body)
    } catch (error) {
      if (!(error instanceof RequestProblem && error.maySendAgain)) throw error
      await new Promise((resolve) => setTimeout(resolve, waitMs))
    }
  }
  return request<Accepted>('POST', path, body)
}

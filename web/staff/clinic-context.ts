/** Who is signed in where, for every signed-in screen. */
import type { Role } from '@keel/care'
import { createContext, useContext } from 'react'
import type { Wording } from '../shared/wording/times.ts'
import type { Me } from './queries.ts'

export interface ClinicContext extends Wording {
  readonly me: Me
  readonly timeZone: string
  /** Whether the signed-in person has one of these roles. Only the server decides; this explains beforehand. */
  readonly hasRole: (roles: readonly Role[]) => boolean
}

export const clinicContext = createContext<ClinicContext | null>(null)

export function useClinic(): ClinicContext {
  const clinic = useContext(clinicContext)
  if (!clinic) throw new Error('useClinic is for signed-in screens')
  return clinic
}

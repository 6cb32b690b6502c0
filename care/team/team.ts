/** Who works here, with what training. One stream a clinic: `team`. */
import { z } from 'zod'
import { idSchema, type Recorded, wordsSchema } from '../kernel.ts'
import { roles } from './roles.ts'

export const teamEvents = {
  StaffJoined: z.strictObject({
    personId: idSchema,
    name: wordsSchema,
    roles: z.array(z.enum(roles)).min(1),
    /** Current advanced cardiac life support certificate. */
    aclsCurrent: z.boolean(),
    /** Current basic life support certificate. */
    blsCurrent: z.boolean(),
  }),
}
export type StaffMember = z.infer<typeof teamEvents.StaffJoined>
export type TeamEvent = { readonly type: 'StaffJoined'; readonly data: StaffMember }

export interface Team {
  readonly members: Readonly<Record<string, StaffMember>>
}
export const noTeam: Team = { members: {} }

export function evolveTeam(team: Team, event: Recorded<TeamEvent>): Team {
  return { members: { ...team.members, [event.data.personId]: event.data } }
}

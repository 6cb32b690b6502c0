/** What the clinic is: its time zone, its region, the protocols that its medical director has signed. Stream: `clinic`. */
import { meet, type Tightening, type TighteningProblem, tighten } from '@keel/engine'
import { allProtocolIds, ruleset } from '@keel/rulebook'
import { z } from 'zod'
import { type Outcome, type Recorded, refuse, wordsSchema } from '../kernel.ts'
import { directing } from '../team/roles.ts'
import { tightenedHere, tighteningSchema } from './tightening.ts'

export const clinicEvents = {
  ClinicOpened: z.strictObject({
    name: wordsSchema,
    /** IANA name; turns instants into the clinic's calendar days. */
    timeZone: z.string(),
    region: z.enum(['US', 'EU']),
    /** True for a demonstration clinic: everything in it is invented. */
    synthetic: z.boolean(),
    remsCertified: z.boolean(),
  }),
  ProtocolAdopted: z.strictObject({
    protocol: z.enum(allProtocolIds),
    /** Digest of the ruleset that was signed. */
    ruleset: z.string(),
  }),
  /** The medical director makes the rulebook stricter here. Nothing can make it milder. */
  RulebookTightened: z.strictObject({ tightening: tighteningSchema, because: wordsSchema }),
}
type ClinicData = { [T in keyof typeof clinicEvents]: z.infer<(typeof clinicEvents)[T]> }
export type ClinicEvent = {
  [T in keyof ClinicData]: { readonly type: T; readonly data: ClinicData[T] }
}[keyof ClinicData]

export interface Clinic extends Readonly<ClinicData['ClinicOpened']> {
  readonly adopted: readonly string[]
  /** Everything that was tightened, met into one; absent where the rulebook holds as it is. */
  readonly tightening?: Tightening
}
export const noClinic: Clinic | undefined = undefined

export function evolveClinic(clinic: Clinic | undefined, event: Recorded<ClinicEvent>): Clinic | undefined {
  switch (event.type) {
    case 'ClinicOpened':
      return { ...event.data, adopted: [] }
    case 'ProtocolAdopted':
      return clinic && { ...clinic, adopted: [...new Set([...clinic.adopted, event.data.protocol])] }
    case 'RulebookTightened':
      return clinic && { ...clinic, tightening: meet(ruleset, clinic.tightening ?? {}, event.data.tightening) }
  }
}

/**
 * Tightens the clinic's rulebook. A wish to loosen anything is refused with the rule named; what was tightened before
 * stays, because the two meet.
 */
export function tightenRulebook({ tightening, because }: ClinicData['RulebookTightened']): Outcome<ClinicEvent> {
  const stricter = tighten(ruleset, tightening, tightenedHere)
  if ('problems' in stricter) return refuse('not-tighter', `${inWords(stricter.problems)} Nothing was recorded.`)
  return { accept: { type: 'RulebookTightened', data: { tightening, because } } }
}

function inWords(problems: readonly TighteningProblem[]): string {
  return problems.map(({ path, message }) => `${path}: ${message}`).join(' ')
}

/** What people may do about the clinic itself. */
export const clinicCommands = {
  TightenRulebook: { schema: clinicEvents.RulebookTightened, who: directing, decide: tightenRulebook },
}
export type ClinicCommandName = keyof typeof clinicCommands

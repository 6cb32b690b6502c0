/** What the clinic is: its time zone, its region, the protocols that its medical director has signed. Stream: `clinic`. */
import { allProtocolIds } from '@keel/rulebook'
import { z } from 'zod'
import { type Recorded, wordsSchema } from '../kernel.ts'

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
}
type ClinicData = { [T in keyof typeof clinicEvents]: z.infer<(typeof clinicEvents)[T]> }
export type ClinicEvent = {
  [T in keyof ClinicData]: { readonly type: T; readonly data: ClinicData[T] }
}[keyof ClinicData]

export interface Clinic extends Readonly<ClinicData['ClinicOpened']> {
  readonly adopted: readonly string[]
}
export const noClinic: Clinic | undefined = undefined

export function evolveClinic(clinic: Clinic | undefined, event: Recorded<ClinicEvent>): Clinic | undefined {
  switch (event.type) {
    case 'ClinicOpened':
      return { ...event.data, adopted: [] }
    case 'ProtocolAdopted':
      return clinic && { ...clinic, adopted: [...new Set([...clinic.adopted, event.data.protocol])] }
  }
}

/** What the gates about integration share. */
import { all, any, not } from '@keel/engine'
import { facts } from '../../vocabulary.ts'

/** A barrier to coming (transport, cost, disability) that is on record softens these gates to a phone call or written words. */
export const barrier = facts.is('engagement.access_barrier', true)

/** Where integration is a hard gate: at the two higher levels, unless a barrier is on record. */
export const hardIntegration = all(facts.is('engagement.misuse_tier', 'moderate', 'high', 'stop'), not(barrier))

/** Where it is a soft one: at the lowest level, or with a barrier on record. */
export const softIntegration = any(facts.is('engagement.misuse_tier', 'low'), barrier)

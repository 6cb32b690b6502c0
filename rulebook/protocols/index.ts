/** The protocols that the running rulebook covers. */
import type { ProtocolId } from '../protocol-ids.ts'
import type { Protocol } from '../settings.ts'
import { inEskTrd } from './in-esk-trd.ts'
import { ivKetTrd } from './iv-ket-trd.ts'

export const protocols: readonly Protocol[] = [ivKetTrd, inEskTrd]

/** The protocol of that name; `undefined` when the running rulebook does not cover it. */
export function protocolOf(id: ProtocolId): Protocol | undefined {
  return protocols.find((protocol) => protocol.id === id)
}

/** The protocols that the running rulebook covers. */
import type { ProtocolId } from '../protocol-ids.ts'
import type { Protocol } from '../settings.ts'
import { imKetTrd } from './im-ket-trd.ts'
import { inEskMdsi } from './in-esk-mdsi.ts'
import { inEskTrd } from './in-esk-trd.ts'
import { ivKetAnx } from './iv-ket-anx.ts'
import { ivKetAudRef } from './iv-ket-aud-ref.ts'
import { ivKetCrps } from './iv-ket-crps.ts'
import { ivKetPtsd } from './iv-ket-ptsd.ts'
import { ivKetSi } from './iv-ket-si.ts'
import { ivKetTrd } from './iv-ket-trd.ts'
import { slKetClinic } from './sl-ket-clinic.ts'
import { slKetHome } from './sl-ket-home.ts'

export const protocols: readonly Protocol[] = [
  ivKetTrd,
  inEskTrd,
  inEskMdsi,
  imKetTrd,
  slKetClinic,
  slKetHome,
  ivKetPtsd,
  ivKetAnx,
  ivKetSi,
  ivKetCrps,
  ivKetAudRef,
]

/** The protocol of that name; `undefined` when the running rulebook does not cover it. */
export function protocolOf(id: ProtocolId): Protocol | undefined {
  return protocols.find((protocol) => protocol.id === id)
}

import { indicationNotMet } from './indication-not-met.rule.ts'
import { protocolReferenceOnly } from './protocol-reference-only.rule.ts'
import { ptsdEvidenceConflict } from './ptsd-evidence-conflict.rule.ts'

export const indication = [indicationNotMet, ptsdEvidenceConflict, protocolReferenceOnly]

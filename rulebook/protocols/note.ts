/** How notes of a protocol are written: what about, the words, then where they come from and how far to trust them. */
import type { NoteSubject, ProtocolNote } from '../settings.ts'
import type { Provenance } from '../values.ts'

export function note(about: NoteSubject, says: string, { cites, confidence, basis }: Provenance): ProtocolNote {
  return { about, says, cites: typeof cites === 'string' ? [cites] : cites, confidence, basis }
}

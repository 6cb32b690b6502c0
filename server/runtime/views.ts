/** The stored views: which events concern them, and how they are folded. */
import { type BoardRow, evolveBoardRow, sessionBoardVersion } from '@keel/care'
import type { Json, RecordedEvent, View } from '@keel/eventlog'

/** Who a patient is, for lists: name, birth date, record number. */
export interface PatientCard {
  readonly name: string
  readonly birthDate: string
  readonly recordNumber: string
}

export const sessionBoard = 'session-board'
export const patientCard = 'patient-card'

export const views: readonly View[] = [
  {
    name: sessionBoard,
    version: sessionBoardVersion,
    keysOf: ({ streamId }) => (streamId.startsWith('session-') ? [streamId.slice('session-'.length)] : []),
    evolve: (doc, event) =>
      evolveBoardRow(
        doc as BoardRow | undefined,
        event as unknown as Parameters<typeof evolveBoardRow>[1],
      ) as unknown as Json | undefined,
    groupOf: (doc) => (doc as unknown as BoardRow).on,
  },
  {
    name: patientCard,
    version: 1,
    keysOf: ({ type, streamId }) => (type === 'PatientRegistered' ? [streamId.slice('patient-'.length)] : []),
    evolve: (_doc, event: RecordedEvent) => {
      const { name, birthDate, recordNumber } = event.data as unknown as PatientCard
      return { name, birthDate, recordNumber }
    },
  },
]

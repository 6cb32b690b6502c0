import { bedside } from '@keel/care'
import { useState } from 'react'
import { Button } from '../../../shared/components/button/button.tsx'
import { Choice } from '../../../shared/components/choice/choice.tsx'
import { Dialog } from '../../../shared/components/dialog/dialog.tsx'
import { TextEntry } from '../../../shared/components/text-entry/text-entry.tsx'
import { useClinic } from '../../clinic-context.ts'
import { useSessionCommand } from '../../command.ts'
import { CommandNotice } from '../command-notice.tsx'
import { useShown } from '../session-context.ts'
import styles from './end.module.css'

const dispositions = [
  { value: 'home', says: 'Goes home' },
  { value: 'rescheduled', says: 'Another day' },
  { value: 'hospital', says: 'To hospital' },
] as const
type Disposition = (typeof dispositions)[number]['value']

/** Ends a session early; kept in a quiet place, and asked twice. */
export function AbortSession() {
  const { session, sessionId } = useShown()
  const { hasRole } = useClinic()
  const command = useSessionCommand(sessionId)
  const [reason, setReason] = useState('')
  const [disposition, setDisposition] = useState<Disposition | null>(null)
  const over = session.phase === 'discharged' || session.phase === 'aborted'
  if (over || !hasRole(bedside)) return null
  const end = async (close: () => void) => {
    if (disposition && (await command.send('AbortSession', { reason: reason.trim(), disposition }))) close()
  }
  return (
    <Dialog title="End this session early?" open={{ says: 'End this session early…', look: 'quiet' }}>
      {(close) => (
        <div className={styles.form}>
          <p>The session cannot be taken up again. Everything recorded so far is kept.</p>
          <TextEntry label="Reason" value={reason} onChange={setReason} long />
          <Choice label="The patient" options={dispositions} value={disposition} onChange={setDisposition} />
          <CommandNotice sending={command} />
          <Button
            look="stop"
            busy={command.busy}
            because={reason.trim() && disposition ? null : 'A reason and where the patient goes are needed.'}
            onPress={() => void end(close)}
          >
            End the session
          </Button>
        </div>
      )}
    </Dialog>
  )
}

import { bedside } from '@keel/care'
import { useState } from 'react'
import { classNames } from '../../../shared/class-names.ts'
import { Button } from '../../../shared/components/button/button.tsx'
import { Dialog } from '../../../shared/components/dialog/dialog.tsx'
import { Panel } from '../../../shared/components/panel/panel.tsx'
import { TextEntry } from '../../../shared/components/text-entry/text-entry.tsx'
import { useClinic } from '../../clinic-context.ts'
import { useSessionCommand } from '../../command.ts'
import { CommandNotice } from '../command-notice.tsx'
import { useShown } from '../session-context.ts'
import { type LogEntry, logEntries } from './log-entries.ts'
import styles from './log-panel.module.css'

/** Everything that was recorded, with who and when, newest first. */
export function LogPanel() {
  const screen = useShown()
  const entries = logEntries(screen)
  return (
    <Panel title="Log" aside={entries.length === 1 ? '1 entry' : `${entries.length} entries`}>
      <ol className={styles.entries}>
        {entries.map((entry) => (
          <li key={`${entry.at} ${entry.says}`}>
            <Entry entry={entry} />
          </li>
        ))}
        {entries.length === 0 && <li>Nothing yet.</li>}
      </ol>
    </Panel>
  )
}

function Entry({ entry }: { readonly entry: LogEntry }) {
  const { session } = useShown()
  const { exactTimeOf, timeOf, hasRole } = useClinic()
  const over = session.phase === 'discharged' || session.phase === 'aborted'
  return (
    <div className={styles.entry}>
      <time dateTime={entry.at} title={exactTimeOf(entry.at)}>
        {timeOf(entry.at)}
      </time>
      <div>
        <p className={classNames(entry.struck && styles.struck)}>{entry.says}</p>
        {entry.more && <p className={styles.more}>{entry.more}</p>}
        {entry.by && <p className={styles.by}>{entry.by}</p>}
      </div>
      {entry.observationId && !over && hasRole(bedside) && (
        <WithdrawDialog observationId={entry.observationId} says={entry.says} />
      )}
    </div>
  )
}

function WithdrawDialog({ observationId, says }: { readonly observationId: string; readonly says: string }) {
  const { sessionId } = useShown()
  const command = useSessionCommand(sessionId)
  const [reason, setReason] = useState('')
  const withdraw = async (close: () => void) => {
    if (await command.send('WithdrawObservation', { observationId, reason: reason.trim() })) close()
  }
  return (
    <Dialog title="Entered in error?" open={{ says: 'Withdraw', look: 'quiet', label: `Withdraw ${says}` }}>
      {(close) => (
        <div className={styles.form}>
          <p>
            <strong>{says}</strong> will no longer count. It stays in the record with your reason.
          </p>
          <TextEntry label="What was wrong" value={reason} onChange={setReason} />
          <CommandNotice sending={command} />
          <Button
            look="stop"
            busy={command.busy}
            because={reason.trim() ? null : 'A reason is needed.'}
            onPress={() => void withdraw(close)}
          >
            Withdraw it
          </Button>
        </div>
      )}
    </Dialog>
  )
}

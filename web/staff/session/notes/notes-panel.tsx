import { bedside } from '@keel/care'
import { useState } from 'react'
import { Button } from '../../../shared/components/button/button.tsx'
import { Choice } from '../../../shared/components/choice/choice.tsx'
import { Dialog } from '../../../shared/components/dialog/dialog.tsx'
import { Panel } from '../../../shared/components/panel/panel.tsx'
import { TextEntry } from '../../../shared/components/text-entry/text-entry.tsx'
import { useClinic } from '../../clinic-context.ts'
import { useSessionCommand } from '../../command.ts'
import { CommandNotice } from '../command-notice.tsx'
import { useShown } from '../session-context.ts'
import styles from './notes-panel.module.css'

/** Medicines given as needed, and adverse events. */
export function NotesPanel() {
  const { hasRole } = useClinic()
  if (!hasRole(bedside)) return null
  return (
    <Panel title="Also record">
      <div className={styles.buttons}>
        <PrnDialog />
        <AdverseEventDialog />
      </div>
    </Panel>
  )
}

function PrnDialog() {
  const { sessionId } = useShown()
  const command = useSessionCommand(sessionId)
  const [given, setGiven] = useState({ drug: '', dose: '', route: '', reason: '' })
  const change = (part: Partial<typeof given>) => setGiven({ ...given, ...part })
  const complete = Object.values(given).every((words) => words.trim() !== '')
  const record = async (close: () => void) => {
    if (await command.send('GivePrn', given)) close()
  }
  return (
    <Dialog title="Medicine given as needed" open={{ says: 'A medicine given' }}>
      {(close) => (
        <div className={styles.form}>
          <TextEntry label="Medicine" value={given.drug} onChange={(drug) => change({ drug })} />
          <div className={styles.pair}>
            <TextEntry label="Dose, with its unit" value={given.dose} onChange={(dose) => change({ dose })} />
            <TextEntry label="Route" value={given.route} onChange={(route) => change({ route })} />
          </div>
          <TextEntry label="Reason" value={given.reason} onChange={(reason) => change({ reason })} />
          <CommandNotice sending={command} />
          <Button
            look="main"
            busy={command.busy}
            because={complete ? null : 'All four are needed.'}
            onPress={() => void record(close)}
          >
            Record as given
          </Button>
        </div>
      )}
    </Dialog>
  )
}

const grades = [
  { value: '1', says: '1', more: 'Mild' },
  { value: '2', says: '2', more: 'Moderate' },
  { value: '3', says: '3', more: 'Severe' },
] as const

function AdverseEventDialog() {
  const { sessionId } = useShown()
  const command = useSessionCommand(sessionId)
  const [event, setEvent] = useState('')
  const [grade, setGrade] = useState<'1' | '2' | '3' | null>(null)
  const [response, setResponse] = useState('')
  const complete = event.trim() !== '' && response.trim() !== '' && grade !== null
  const record = async (close: () => void) => {
    const data = { event: event.trim(), grade: Number(grade), response: response.trim() }
    if (await command.send('RecordAdverseEvent', data)) close()
  }
  return (
    <Dialog title="Adverse event" open={{ says: 'An adverse event' }}>
      {(close) => (
        <div className={styles.form}>
          <TextEntry label="What happened" value={event} onChange={setEvent} />
          <Choice label="How severe" options={grades} value={grade} onChange={setGrade} />
          <TextEntry label="What was done" value={response} onChange={setResponse} long />
          <CommandNotice sending={command} />
          <Button
            look="main"
            busy={command.busy}
            because={complete ? null : 'All three are needed.'}
            onPress={() => void record(close)}
          >
            Record the event
          </Button>
        </div>
      )}
    </Dialog>
  )
}

import { bedside, type Dose, minutesRun } from '@keel/care'
import { vocabulary } from '@keel/rulebook'
import { useState } from 'react'
import { useServerNow } from '../../../shared/clock/server-clock.ts'
import { Button } from '../../../shared/components/button/button.tsx'
import { Dialog } from '../../../shared/components/dialog/dialog.tsx'
import { TextEntry } from '../../../shared/components/text-entry/text-entry.tsx'
import { useClinic } from '../../clinic-context.ts'
import { useSessionCommand } from '../../command.ts'
import { CommandNotice } from '../command-notice.tsx'
import { numberTyped, outOfRange } from '../number-typed.ts'
import { useShown } from '../session-context.ts'
import styles from './dose-panel.module.css'

/** Pausing and stopping are always at hand; going on is answered by the rules. */
export function DoseActions({ dose }: { readonly dose: Dose }) {
  const { session, sessionId } = useShown()
  const { hasRole } = useClinic()
  const command = useSessionCommand(sessionId)
  if (!hasRole(bedside)) return <p className={styles.none}>Those at the bedside pause, resume and stop the dose.</p>
  const running = session.phase === 'running'
  const devicesLeft = dose.devicesPlanned - dose.devices.length
  return (
    <div className={styles.form}>
      <CommandNotice sending={command} />
      <div className={styles.actions}>
        {running ? (
          <PauseDialog />
        ) : (
          <Button look="main" busy={command.busy} onPress={() => void command.send('ResumeDose', {})}>
            Resume the dose
          </Button>
        )}
        {running && devicesLeft > 0 && (
          <Button look="main" busy={command.busy} onPress={() => void command.send('GiveDevice', {})}>
            Give device {dose.devices.length + 1} of {dose.devicesPlanned}
          </Button>
        )}
        {running && devicesLeft === 0 && (
          <CompleteButton dose={dose} busy={command.busy} onPress={() => void command.send('CompleteDose', {})} />
        )}
        <StopDialog dose={dose} />
      </div>
    </div>
  )
}

/** An infusion is complete when it has run its time; before that it can only be stopped. */
function CompleteButton(props: { readonly dose: Dose; readonly busy: boolean; readonly onPress: () => void }) {
  const { dose, busy, onPress } = props
  const now = new Date(useServerNow()).toISOString()
  const left = Math.ceil((dose.order.durationMin ?? 0) - minutesRun(dose, now))
  return (
    <Button look={left > 0 ? 'plain' : 'main'} busy={busy} disabled={left > 0} onPress={onPress}>
      {left > 0 ? `Complete in ${left} min` : 'The dose is complete'}
    </Button>
  )
}

const pauseReasons = ['Blood pressure', 'Distress', 'Nausea or vomiting', 'The patient asked', 'Line or pump'] as const

function PauseDialog() {
  const { sessionId } = useShown()
  const command = useSessionCommand(sessionId)
  const [reason, setReason] = useState('')
  const pause = async (why: string, close: () => void) => {
    if (await command.send('PauseDose', { reason: why })) close()
  }
  return (
    <Dialog title="Pause the dose" open={{ says: 'Pause', look: 'plain' }}>
      {(close) => (
        <div className={styles.form}>
          <p>Pause the pump or keep the next device first. A tap on the reason records it:</p>
          <div className={styles.chips}>
            {pauseReasons.map((why) => (
              <Button key={why} busy={command.busy} onPress={() => void pause(why, close)}>
                {why}
              </Button>
            ))}
          </div>
          <TextEntry label="Or another reason" value={reason} onChange={setReason} />
          <CommandNotice sending={command} />
          <Button
            look="main"
            busy={command.busy}
            disabled={!reason.trim()}
            onPress={() => void pause(reason.trim(), close)}
          >
            Pause for this reason
          </Button>
        </div>
      )}
    </Dialog>
  )
}

function StopDialog({ dose }: { readonly dose: Dose }) {
  const { sessionId } = useShown()
  const command = useSessionCommand(sessionId)
  const [reason, setReason] = useState('')
  const [delivered, setDelivered] = useState('')
  const deliveredMg = numberTyped(delivered)
  const error = delivered === '' ? undefined : outOfRange(deliveredMg, vocabulary['order.dose_mg'])
  const stop = async (close: () => void) => {
    const data = { reason: reason.trim(), ...(deliveredMg !== undefined && { deliveredMg }) }
    if (await command.send('StopDose', data)) close()
  }
  return (
    <Dialog title="Stop the dose for good" open={{ says: 'Stop for good', look: 'stop' }}>
      {(close) => (
        <div className={styles.form}>
          <p>The dose cannot be taken up again. The patient is observed as after a whole dose.</p>
          <TextEntry label="Reason" value={reason} onChange={setReason} long />
          {dose.devicesPlanned === 0 && (
            <TextEntry
              label="Delivered, by the pump"
              hint="Left empty, it is worked out from the time run"
              value={delivered}
              onChange={setDelivered}
              numeric
              unit="mg"
              error={error}
            />
          )}
          <CommandNotice sending={command} />
          <Button
            look="stop"
            busy={command.busy}
            because={reason.trim() && !error ? null : 'A reason is needed.'}
            onPress={() => void stop(close)}
          >
            Stop the dose
          </Button>
        </div>
      )}
    </Dialog>
  )
}

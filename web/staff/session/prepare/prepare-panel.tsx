import { bedside } from '@keel/care'
import { vocabulary } from '@keel/rulebook'
import { useState } from 'react'
import { Button } from '../../../shared/components/button/button.tsx'
import { Icon } from '../../../shared/components/icon/icon.tsx'
import { Panel } from '../../../shared/components/panel/panel.tsx'
import { TextEntry } from '../../../shared/components/text-entry/text-entry.tsx'
import { useClinic } from '../../clinic-context.ts'
import { useSessionCommand } from '../../command.ts'
import { CommandNotice } from '../command-notice.tsx'
import { numberTyped, outOfRange } from '../number-typed.ts'
import { useNameOf, useShown } from '../session-context.ts'
import styles from './prepare-panel.module.css'

/** The dose is prepared by one person and read by another. */
export function PreparePanel() {
  const { session } = useShown()
  return (
    <Panel title="Prepare and check the dose" id="prepare" done={session.checked !== null}>
      <Prepare />
      <Check />
    </Panel>
  )
}

function Prepare() {
  const { session, sessionId } = useShown()
  const { hasRole, timeOf } = useClinic()
  const nameOf = useNameOf()
  const command = useSessionCommand(sessionId)
  const { order, prepared } = session
  if (prepared)
    return (
      <p className={styles.done}>
        <Icon name="check" /> Prepared as {prepared.doseMg} mg by {nameOf(prepared.by)} at {timeOf(prepared.at)}
      </p>
    )
  const because = !order
    ? 'There is no order yet. A prescriber orders the dose first.'
    : hasRole(bedside)
      ? null
      : 'Someone at the bedside prepares the dose.'
  return (
    <div className={styles.part}>
      <CommandNotice sending={command} />
      <Button
        look="main"
        busy={command.busy}
        because={because}
        onPress={() => order && void command.send('PrepareDose', { doseMg: order.doseMg })}
      >
        I have prepared {order ? `${order.doseMg} mg` : 'the dose'}
      </Button>
    </div>
  )
}

function Check() {
  const { session } = useShown()
  const { me, timeOf } = useClinic()
  const nameOf = useNameOf()
  const { prepared, checked } = session
  if (checked)
    return (
      <p className={styles.done}>
        <Icon name="check" /> Checked by {nameOf(checked.by)} at {timeOf(checked.at)}
      </p>
    )
  if (!prepared) return <p className={styles.hint}>Then a second person reads it and enters what they read.</p>
  if (prepared.by.personId === me.person.personId)
    return (
      <p className={styles.wait}>
        <Icon name="person" /> A second person has to check it: they open this session from their own sign-in, read the
        label aloud and type what it says.
      </p>
    )
  return <CheckForm />
}

function CheckForm() {
  const { sessionId } = useShown()
  const { hasRole } = useClinic()
  const command = useSessionCommand(sessionId)
  const [text, setText] = useState('')
  const doseMg = numberTyped(text)
  const error = text === '' ? undefined : outOfRange(doseMg, vocabulary['order.dose_mg'])
  if (!hasRole(bedside)) return <p className={styles.hint}>A second person at the bedside checks it.</p>
  return (
    <div className={styles.part}>
      <TextEntry
        label="You are the second person. Read the label aloud; what does it say?"
        value={text}
        onChange={setText}
        numeric
        unit="mg"
        error={error}
      />
      <CommandNotice sending={command} />
      <Button
        look="main"
        busy={command.busy}
        because={doseMg === undefined || error ? 'Type the milligrams that you read.' : null}
        onPress={() => doseMg !== undefined && void command.send('CheckDose', { doseMg })}
      >
        That is what I read
      </Button>
    </div>
  )
}

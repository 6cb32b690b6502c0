import { useState } from 'react'
import { serverNowMs } from '../../../shared/clock/server-clock.ts'
import { Button } from '../../../shared/components/button/button.tsx'
import { Choice } from '../../../shared/components/choice/choice.tsx'
import { TextEntry } from '../../../shared/components/text-entry/text-entry.tsx'
import { useClinic } from '../../clinic-context.ts'
import { numberTyped } from '../number-typed.ts'
import type { ControlProps } from './answer-control.tsx'
import { instantAgo, instantAt } from './instants.ts'
import styles from './time-out-panel.module.css'

/** When something was: so many hours ago, or at a time today or yesterday, or never. */
export function AgoControl({ question, busy, onAnswer }: ControlProps) {
  const [byClock, setByClock] = useState(false)
  return (
    <div className={styles.stack}>
      {byClock ? <AtTime busy={busy} onAnswer={onAnswer} /> : <HoursAgo busy={busy} onAnswer={onAnswer} />}
      <div className={styles.row}>
        <Button look="quiet" onPress={() => setByClock(!byClock)}>
          {byClock ? 'Enter hours instead' : 'Enter a time instead'}
        </Button>
        <Button look="quiet" busy={busy} onPress={() => onAnswer('never')}>
          {question.never}
        </Button>
      </div>
    </div>
  )
}

type PartProps = Pick<ControlProps, 'busy' | 'onAnswer'>

function HoursAgo({ busy, onAnswer }: PartProps) {
  const [text, setText] = useState('')
  const hours = numberTyped(text)
  const hoursMax = 24 * 365
  const wrong = text !== '' && (hours === undefined || hours < 0 || hours > hoursMax)
  return (
    <div className={styles.row}>
      <TextEntry
        label="Hours ago"
        value={text}
        onChange={setText}
        numeric
        unit="h"
        error={wrong ? 'Hours must be a number, such as 8 or 0.5' : undefined}
      />
      <Button
        busy={busy}
        disabled={hours === undefined || wrong}
        onPress={() => hours !== undefined && onAnswer(instantAgo(serverNowMs(), hours))}
      >
        Save
      </Button>
    </div>
  )
}

function AtTime({ busy, onAnswer }: PartProps) {
  const { timeZone } = useClinic()
  const [time, setTime] = useState('')
  const [day, setDay] = useState<'today' | 'yesterday'>('today')
  const instant = time ? instantAt(serverNowMs(), timeZone, time, day) : undefined
  return (
    <div className={styles.row}>
      <TextEntry
        label="Time"
        type="time"
        value={time}
        onChange={setTime}
        error={time && !instant ? 'That is still to come' : undefined}
      />
      <Choice
        label="Day"
        hideLabel
        options={[
          { value: 'today', says: 'Today' },
          { value: 'yesterday', says: 'Yesterday' },
        ]}
        value={day}
        onChange={setDay}
      />
      <Button busy={busy} disabled={!instant} onPress={() => instant && onAnswer(instant)}>
        Save
      </Button>
    </div>
  )
}

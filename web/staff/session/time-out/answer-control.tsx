import type { TimeOut } from '@keel/care'
import { vocabulary } from '@keel/rulebook'
import { useState } from 'react'
import { Button } from '../../../shared/components/button/button.tsx'
import { Choice, YesNo } from '../../../shared/components/choice/choice.tsx'
import { TextEntry } from '../../../shared/components/text-entry/text-entry.tsx'
import { numberTyped, outOfRange } from '../number-typed.ts'
import { ideationWords } from '../observe/scales.ts'
import { AgoControl } from './ago-control.tsx'
import { DrugTestControl } from './drug-test-control.tsx'
import type { Question } from './questions.ts'
import styles from './time-out-panel.module.css'

export interface ControlProps {
  readonly question: Question
  readonly busy: boolean
  readonly onAnswer: (value: TimeOut[keyof TimeOut]) => void
}

/** The control that a question is answered with. */
export function AnswerControl(props: ControlProps) {
  const { question, onAnswer } = props
  switch (question.how) {
    case 'ago':
      return <AgoControl {...props} />
    case 'yes-no':
      return <YesNo label={question.asks} hideLabel value={null} onChange={onAnswer} />
    case 'drug-test':
      return <DrugTestControl {...props} />
    case 'ideation':
      return (
        <Choice
          label={question.asks}
          hideLabel
          look="list"
          options={ideationWords.map((says, grade) => ({ value: String(grade), says: `${grade}: ${says}` }))}
          value={null}
          onChange={(grade) => onAnswer(Number(grade))}
        />
      )
    case 'day':
      return <DayControl {...props} />
    case 'count':
    case 'percent':
      return <NumberControl {...props} />
  }
}

function DayControl({ question, busy, onAnswer }: ControlProps) {
  const [day, setDay] = useState('')
  return (
    <div className={styles.row}>
      <Button busy={busy} onPress={() => onAnswer('never')}>
        {question.never}
      </Button>
      <TextEntry label="Or on" type="date" value={day} onChange={setDay} />
      <Button busy={busy} disabled={!day} onPress={() => onAnswer(day)}>
        Save
      </Button>
    </div>
  )
}

const facts = {
  breathAlcoholPercent: vocabulary['gate.breath_alcohol_percent'],
  remsFormDaysUnsent: vocabulary['gate.rems_form_days_unsent'],
  missedSessions: vocabulary['schedule.missed_sessions'],
} as const

function NumberControl({ question, busy, onAnswer }: ControlProps) {
  const [text, setText] = useState('')
  const number = numberTyped(text)
  const error = text === '' ? undefined : outOfRange(number, facts[question.key as keyof typeof facts])
  const isCount = question.how === 'count'
  return (
    <div className={styles.row}>
      <Button busy={busy} onPress={() => onAnswer(0)}>
        {isCount ? 'None' : '0 %'}
      </Button>
      <TextEntry
        label={isCount ? 'Or how many' : 'Or measured'}
        value={text}
        onChange={setText}
        numeric
        unit={question.unit ?? '%'}
        error={error}
      />
      <Button busy={busy} disabled={number === undefined || error !== undefined} onPress={() => onAnswer(number)}>
        Save
      </Button>
    </div>
  )
}

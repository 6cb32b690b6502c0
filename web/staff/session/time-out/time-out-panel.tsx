import { bedside, type TimeOut } from '@keel/care'
import { useState } from 'react'
import { useServerNow } from '../../../shared/clock/server-clock.ts'
import { Button } from '../../../shared/components/button/button.tsx'
import { Panel } from '../../../shared/components/panel/panel.tsx'
import { useClinic } from '../../clinic-context.ts'
import { useSessionCommand } from '../../command.ts'
import { CommandNotice } from '../command-notice.tsx'
import { useShown } from '../session-context.ts'
import { AnswerControl } from './answer-control.tsx'
import { answerInWords } from './answer-in-words.ts'
import { type Question, questionsFor } from './questions.ts'
import styles from './time-out-panel.module.css'

/** The time-out: one question after another, each sent as soon as it is answered. */
export function TimeOutPanel() {
  const screen = useShown()
  const { hasRole } = useClinic()
  const questions = questionsFor(screen)
  const answered = questions.filter(({ key }) => screen.session.timeOut[key] !== undefined).length
  return (
    <Panel
      title="Time-out"
      id="time-out"
      done={answered === questions.length}
      aside={`${answered} of ${questions.length} answered`}
    >
      <ol className={styles.questions}>
        {questions.map((question) => (
          <li key={question.key}>
            <QuestionRow question={question} mayAnswer={hasRole(bedside)} />
          </li>
        ))}
      </ol>
    </Panel>
  )
}

function QuestionRow({ question, mayAnswer }: { readonly question: Question; readonly mayAnswer: boolean }) {
  const { session, sessionId } = useShown()
  const { timeOf } = useClinic()
  const now = useServerNow()
  const command = useSessionCommand(sessionId)
  const [changing, setChanging] = useState(false)
  const answer = answerInWords(question, session.timeOut, now, timeOf)
  const send = async (value: TimeOut[keyof TimeOut]) => {
    if (await command.send('AnswerTimeOut', { [question.key]: value } as TimeOut)) setChanging(false)
  }
  const open = mayAnswer && (answer === undefined || changing)
  return (
    <div className={styles.question} id={`ask-${question.key}`} tabIndex={-1}>
      <p className={styles.asks}>{question.asks}</p>
      {!open && (
        <p className={styles.answer}>
          {answer ?? <span className={styles.none}>not answered</span>}
          {mayAnswer && (
            <Button look="quiet" label={`Change: ${question.asks}`} onPress={() => setChanging(true)}>
              Change
            </Button>
          )}
        </p>
      )}
      {open && <AnswerControl question={question} busy={command.busy} onAnswer={(value) => void send(value)} />}
      <CommandNotice sending={command} />
    </div>
  )
}

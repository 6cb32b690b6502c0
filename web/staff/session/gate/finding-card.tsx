import type { ShownFinding } from '@keel/care'
import type { Confidence } from '@keel/engine'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { Button } from '../../../shared/components/button/button.tsx'
import { Icon } from '../../../shared/components/icon/icon.tsx'
import { Reveal } from '../../../shared/components/reveal/reveal.tsx'
import { SeverityTag } from '../../../shared/components/severity/severity.tsx'
import { TextEntry } from '../../../shared/components/text-entry/text-entry.tsx'
import { dayInWords } from '../../../shared/wording/times.ts'
import { useClinic } from '../../clinic-context.ts'
import { useSessionCommand } from '../../command.ts'
import { CommandNotice } from '../command-notice.tsx'
import { useShown } from '../session-context.ts'
import { factInWords, valueInWords } from './fact-in-words.ts'
import styles from './finding-card.module.css'

/** A finding: its sentence, and on a tap everything that it rests on. */
export function FindingCard({ finding }: { readonly finding: ShownFinding }) {
  const { timeOf } = useClinic()
  const { answer } = finding
  return (
    <article className={styles.card}>
      <Reveal
        summary={
          <span className={styles.summary}>
            {answer ? <span className={styles.answered}>Answered</span> : <SeverityTag severity={finding.severity} />}
            <span>{finding.message}</span>
          </span>
        }
      >
        <FindingDetails finding={finding} />
      </Reveal>
      {answer && (
        <p className={styles.answer}>
          <Icon name="check" size={16} /> {answer.name}, {timeOf(answer.at)}: “{answer.reason}”
        </p>
      )}
      {!answer && finding.canBeAnswered && <AnswerForm finding={finding} />}
    </article>
  )
}

const confidenceWords: Record<Confidence, string> = {
  high: 'High confidence',
  med: 'Medium confidence',
  low: 'Low confidence: rests on judgement or on limited evidence',
}

/** Reason, action, the numbers with where they come from, what was seen, and the sources. */
export function FindingDetails({ finding }: { readonly finding: ShownFinding }) {
  const facts = Object.entries(finding.facts).filter(([, value]) => value !== null && value !== undefined)
  const values = Object.entries(finding.values)
  return (
    <dl className={styles.details}>
      <Detail says="What to do">{finding.action}</Detail>
      <Detail says="Why">{finding.because}</Detail>
      {facts.length > 0 && (
        <Detail says="What was seen">
          <ul>
            {facts.map(([path, value]) => (
              <li key={path}>{factInWords(path, value)}</li>
            ))}
          </ul>
        </Detail>
      )}
      {values.length > 0 && (
        <Detail says="Numbers used">
          <ul>
            {values.map(([name, value]) => (
              <li key={name}>
                <strong>{valueInWords(value)}</strong>
                {value.dateStated && `, in force since ${dayInWords(value.from)}`}. {confidenceWords[value.confidence]}.
              </li>
            ))}
          </ul>
        </Detail>
      )}
      <Detail says="Confidence in the rule">{confidenceWords[finding.confidence]}</Detail>
      {finding.sources.length > 0 && (
        <Detail says="Sources">
          <ul>
            {finding.sources.map(({ id, title, publisher }) => (
              <li key={id}>
                {title}. {publisher}.
              </li>
            ))}
          </ul>
        </Detail>
      )}
      <Detail says="Rule">
        {/* In a tab of its own: nothing that is being typed at the bedside is to be lost. */}
        <Link to="/rulebook/rules/$ruleId" params={{ ruleId: finding.rule }} target="_blank">
          {finding.rule}
          <span className="visually-hidden"> in the rulebook (opens a new tab)</span>
        </Link>
      </Detail>
    </dl>
  )
}

function Detail({ says, children }: { readonly says: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{says}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** A reasoned decision to go on, by whom the rule names; what it attests is shown before it is given. */
function AnswerForm({ finding }: { readonly finding: ShownFinding }) {
  const { sessionId, session } = useShown()
  const { hasRole } = useClinic()
  const command = useSessionCommand(sessionId)
  const [reason, setReason] = useState('')
  const overrides = finding.severity === 'hold'
  if (!hasRole([finding.answeredBy]))
    return (
      <p className={styles.who}>
        A {finding.answeredBy.replace('-', ' ')} may {overrides ? 'override this' : 'decide on this'}, with a reason.
      </p>
    )
  if (session.phase !== 'checked-in')
    return <p className={styles.who}>You may decide on this once the patient is checked in.</p>
  return (
    <Reveal
      className={styles.form}
      summary={<strong>{overrides ? 'Override with a reason' : 'Decide on this'}</strong>}
    >
      <div className={styles.fields}>
        {finding.attests && <p>By overriding you attest: {finding.attests}</p>}
        <TextEntry label="Your reason to go on" value={reason} onChange={setReason} long />
        <CommandNotice sending={command} />
        <Button
          look="main"
          busy={command.busy}
          because={reason.trim() ? null : 'A reason is needed.'}
          onPress={() => void command.send('AnswerFinding', { rule: finding.rule, reason: reason.trim() })}
        >
          {overrides ? 'Override for this session' : 'Record the decision'}
        </Button>
      </div>
    </Reveal>
  )
}

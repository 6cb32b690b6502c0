import { dataMissing, severities } from '@keel/engine'
import { Link } from '@tanstack/react-router'
import { Button } from 'react-aria-components'
import { classNames } from '../../../shared/class-names.ts'
import { Icon } from '../../../shared/components/icon/icon.tsx'
import { useClinic } from '../../clinic-context.ts'
import { supportsJudgement } from '../../wording.ts'
import { useNameOf, useShown } from '../session-context.ts'
import { FindingCard } from './finding-card.tsx'
import { decisionInWords } from './gate-decision.ts'
import styles from './gate-panel.module.css'
import { type OpenQuestion, openQuestions } from './open-questions.ts'
import { goTo } from './where-to-answer.ts'

/** May the dose start? The decision, big enough to be read from where the patient sits. */
export function GateDecision() {
  const { gate } = useShown()
  if (!gate) return null
  const { tone, says, more } = decisionInWords(gate)
  return (
    <section className={classNames(styles.decision, styles[tone])} aria-label="May the dose start?">
      <div role="status">
        <p className={styles.says}>{says}</p>
        <p>{more}</p>
      </div>
      <HeldBefore />
    </section>
  )
}

/** What the decision rests on, and what is still to be found out. */
export function GateDetails() {
  const { gate } = useShown()
  if (!gate) return null
  const findings = gate.findings.filter(({ rule }) => rule !== dataMissing)
  return (
    <section className={styles.body} aria-label="What the decision rests on">
      {findings.length === 0 && gate.missing.length === 0 && <p>No rule has anything to say.</p>}
      {[...severities].reverse().map((severity) => {
        const group = findings.filter((finding) => finding.severity === severity)
        return group.length === 0 ? null : (
          <ul key={severity}>
            {group.map((finding) => (
              <li key={`${finding.rule} ${finding.message}`}>
                <FindingCard finding={finding} />
              </li>
            ))}
          </ul>
        )
      })}
      <Missing />
      <p className={styles.judgement}>{supportsJudgement}</p>
    </section>
  )
}

function HeldBefore() {
  const { session } = useShown()
  const { timeOf } = useClinic()
  const nameOf = useNameOf()
  if (!session.held) return null
  return (
    <p className={styles.held}>
      <Icon name="hand" /> Held at {timeOf(session.held.at)} by {nameOf(session.held.by)}.
    </p>
  )
}

/** The facts that rules want and nobody has recorded: each leads to where it is recorded. */
function Missing() {
  const { gate, session } = useShown()
  if (!gate || gate.missing.length === 0) return null
  return (
    <div className={styles.missing}>
      <h3>Still to find out</h3>
      <ul>
        {openQuestions(gate).map((question) => (
          <li key={question.facts.join()}>
            <Question question={question} checkedIn={session.phase === 'checked-in'} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Question({ question, checkedIn }: { readonly question: OpenQuestion; readonly checkedIn: boolean }) {
  const { place, facts, says } = question
  const isHere = place !== null && (place === 'order' || (place === 'check-in') !== checkedIn)
  if (isHere)
    return (
      <Button className={classNames(styles.question, styles.leads)} onPress={() => goTo(place)}>
        <Icon name="question" /> {says} <Icon name="right" size={16} />
      </Button>
    )
  if (facts.some((fact) => fact.startsWith('site.')))
    return (
      <Link to="/" className={classNames(styles.question, styles.leads)}>
        <Icon name="question" /> {says} <Icon name="right" size={16} />
      </Link>
    )
  return (
    <span className={styles.question}>
      <Icon name="question" /> {says}
    </span>
  )
}

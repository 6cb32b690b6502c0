import { dataMissing, severities } from '@keel/engine'
import { vocabulary } from '@keel/rulebook'
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
import { goTo, whereToAnswer } from './where-to-answer.ts'

/** May the dose start? The decision, what it rests on, and what is still to be found out. */
export function GatePanel() {
  const { gate } = useShown()
  if (!gate) return null
  const { tone, says, more } = decisionInWords(gate)
  const findings = gate.findings.filter(({ rule }) => rule !== dataMissing)
  return (
    <section className={styles.panel} aria-label="May the dose start?">
      <div className={classNames(styles.decision, styles[tone])} role="status">
        <p className={styles.says}>{says}</p>
        <p>{more}</p>
      </div>
      <div className={styles.body}>
        <HeldBefore />
        {[...severities].reverse().map((severity) => {
          const group = findings.filter((finding) => finding.severity === severity)
          return group.length === 0 ? null : (
            <ul key={severity} className={styles.group}>
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
      </div>
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
  const seen = new Set<string>()
  const questions = gate.missing.filter(({ fact }) => {
    const place = whereToAnswer(fact)
    const key = place === 'observe' || place === null ? fact : place
    return !seen.has(key) && seen.add(key)
  })
  return (
    <div className={styles.missing}>
      <h3>Still to find out</h3>
      <ul>
        {questions.map(({ fact }) => (
          <li key={fact}>
            <Question fact={fact} open={session.phase === 'checked-in'} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Question({ fact, open }: { readonly fact: string; readonly open: boolean }) {
  const place = whereToAnswer(fact)
  const isHere = place !== null && (open || place === 'order' || place === 'check-in')
  const words = wordsFor(fact)
  if (isHere)
    return (
      <Button className={classNames(styles.question, styles.leads)} onPress={() => goTo(place)}>
        <Icon name="question" /> {words} <Icon name="right" size={16} />
      </Button>
    )
  if (fact.startsWith('site.'))
    return (
      <Link to="/" className={classNames(styles.question, styles.leads)}>
        <Icon name="question" /> {words} <Icon name="right" size={16} />
      </Link>
    )
  return (
    <span className={styles.question}>
      <Icon name="question" /> {words}
    </span>
  )
}

function wordsFor(fact: string): string {
  if (fact.startsWith('gate.uds.')) return 'Urine drug test'
  if (fact.startsWith('medications[')) return 'Nasal spray today, and when'
  const declared = vocabulary[fact as keyof typeof vocabulary]
  const says: string = declared?.says ?? fact
  return says.charAt(0).toUpperCase() + says.slice(1)
}

import { bedside, type Session, type ShownFinding } from '@keel/care'
import { dataMissing, severityRank } from '@keel/engine'
import { useState } from 'react'
import { classNames } from '../../../shared/class-names.ts'
import { Button } from '../../../shared/components/button/button.tsx'
import { Icon } from '../../../shared/components/icon/icon.tsx'
import { Reveal } from '../../../shared/components/reveal/reveal.tsx'
import { SeverityTag } from '../../../shared/components/severity/severity.tsx'
import { TextEntry } from '../../../shared/components/text-entry/text-entry.tsx'
import { useClinic } from '../../clinic-context.ts'
import { useSessionCommand } from '../../command.ts'
import { supportsJudgement } from '../../wording.ts'
import { CommandNotice } from '../command-notice.tsx'
import { FindingDetails } from '../gate/finding-card.tsx'
import { useNameOf, useShown } from '../session-context.ts'
import styles from './alarm-panel.module.css'

type Alarm = Session['alarms'][number]

/** What alarms now. It keeps its place and its height, so that nothing moves under a hand when an alarm comes. */
export function AlarmPanel() {
  const { session, alarms } = useShown()
  const active = session.alarms
    .filter(({ settledAt, acknowledged }) => settledAt === null || acknowledged === null)
    .toSorted(
      (a, b) =>
        Number(a.acknowledged !== null) - Number(b.acknowledged !== null) ||
        severityRank(b.finding.severity) - severityRank(a.finding.severity),
    )
  const cautions = alarms?.findings.filter(({ severity, rule }) => severity === 'caution' && rule !== dataMissing) ?? []
  return (
    <section className={styles.panel} aria-label="Alarms">
      <p className="visually-hidden" role="alert">
        {active
          .filter(({ acknowledged }) => !acknowledged)
          .map(({ finding }) => `Alarm: ${finding.message} ${finding.action}`)
          .join(' ')}
      </p>
      <div className={styles.inner}>
        {active.length === 0 && (
          <p className={styles.quiet}>
            <Icon name="check" size={26} /> No alarms
          </p>
        )}
        {active.map((alarm) => (
          <AlarmCard
            key={alarm.alarmId}
            alarm={alarm}
            finding={alarms?.findings.find(({ rule }) => rule === alarm.finding.rule)}
          />
        ))}
      </div>
      {cautions.map((finding) => (
        <div key={finding.rule} className={styles.caution}>
          <Reveal
            summary={
              <span>
                <SeverityTag severity="caution" /> {finding.message}
              </span>
            }
          >
            <FindingDetails finding={finding} />
          </Reveal>
        </div>
      ))}
      <p className={styles.judgement}>{supportsJudgement}</p>
    </section>
  )
}

function AlarmCard({ alarm, finding }: { readonly alarm: Alarm; readonly finding: ShownFinding | undefined }) {
  const { timeOf } = useClinic()
  const nameOf = useNameOf()
  const { acknowledged, settledAt } = alarm
  return (
    <article className={classNames(styles.alarm, acknowledged ? styles.seen : styles.unseen)}>
      <div className={styles.head}>
        <Icon name="alert" size={26} />
        <div>
          <p className={styles.message}>{alarm.finding.message}</p>
          <p>{alarm.finding.action}</p>
          <p className={styles.when}>
            since {timeOf(alarm.raisedAt)}
            {settledAt && `, settled ${timeOf(settledAt)}`}
          </p>
        </div>
      </div>
      {acknowledged ? (
        <p>
          <Icon name="check" size={16} /> {nameOf(acknowledged.by)}, {timeOf(acknowledged.at)}: “{acknowledged.response}
          ”
        </p>
      ) : (
        <Acknowledge alarmId={alarm.alarmId} />
      )}
      {finding && (
        <Reveal summary="Why, numbers and sources">
          <FindingDetails finding={finding} />
        </Reveal>
      )}
    </article>
  )
}

const responses = [
  'Dose paused',
  'Prescriber called',
  'Oxygen given',
  'Repositioned',
  'Reassured',
  'Measuring again',
] as const

function Acknowledge({ alarmId }: { readonly alarmId: string }) {
  const { sessionId } = useShown()
  const { hasRole } = useClinic()
  const command = useSessionCommand(sessionId)
  const [words, setWords] = useState('')
  if (!hasRole(bedside)) return <p>Not acknowledged. Someone at the bedside responds.</p>
  const respond = (response: string) => void command.send('AcknowledgeAlarm', { alarmId, response })
  return (
    <div className={styles.respond}>
      <p>What are you doing about it?</p>
      <div className={styles.chips}>
        {responses.map((response) => (
          <Button key={response} busy={command.busy} onPress={() => respond(response)}>
            {response}
          </Button>
        ))}
      </div>
      <Reveal summary="In other words">
        <div className={styles.words}>
          <TextEntry label="Response" value={words} onChange={setWords} />
          <Button busy={command.busy} disabled={!words.trim()} onPress={() => respond(words.trim())}>
            Acknowledge
          </Button>
        </div>
      </Reveal>
      <CommandNotice sending={command} />
    </div>
  )
}

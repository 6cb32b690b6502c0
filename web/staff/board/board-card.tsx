import { protocolOf } from '@keel/rulebook'
import { Link } from '@tanstack/react-router'
import { classNames } from '../../shared/class-names.ts'
import { Icon } from '../../shared/components/icon/icon.tsx'
import { SeverityTag } from '../../shared/components/severity/severity.tsx'
import { agoInWords, dayInWords, spanInWords } from '../../shared/wording/times.ts'
import { useClinic } from '../clinic-context.ts'
import type { ShownRow } from '../queries.ts'
import { phaseWords, readingWords } from '../wording.ts'
import styles from './board-card.module.css'

interface RowProps {
  readonly row: ShownRow
  readonly nowMs: number
}

/** One session on the board; the whole card leads to its screen. */
export function BoardCard({ row, nowMs }: RowProps) {
  const { timeOf } = useClinic()
  const { patient, phase } = row
  const ringing = row.alarms.some(({ acknowledged }) => !acknowledged)
  const over = phase === 'discharged' || phase === 'aborted'
  return (
    <article className={classNames(styles.card, ringing && styles.ringing, over && styles.over)}>
      <div className={styles.where}>
        <span className={styles.room}>{row.room}</span>
        <span className={styles.time}>{timeOf(row.startsAt)}</span>
      </div>
      <div className={styles.who}>
        <h2 className={styles.name}>
          <Link to="/sessions/$sessionId" params={{ sessionId: row.sessionId }} className={styles.link}>
            {patient.name}
          </Link>
        </h2>
        <p className={styles.small}>
          born {dayInWords(patient.birthDate)} <span className={styles.id}>{patient.recordNumber}</span>
        </p>
        <p className={styles.small}>
          {protocolOf(row.protocol as Parameters<typeof protocolOf>[0])?.title ?? row.protocol}
        </p>
      </div>
      <Progress row={row} nowMs={nowMs} />
      <Vitals row={row} nowMs={nowMs} />
      <NextDue row={row} nowMs={nowMs} />
      <Alarms row={row} />
    </article>
  )
}

function Progress({ row, nowMs }: RowProps) {
  const { timeOf } = useClinic()
  const { phase, order, startedAt, endedAt } = row
  const minutesSince = (instant: string) => Math.max(0, Math.floor((nowMs - Date.parse(instant)) / 60_000))
  const planned = order?.durationMin ? ` of ${order.durationMin} min planned` : ''
  return (
    <div className={styles.progress}>
      <span className={classNames(styles.phase, styles[phase])}>{phaseWords[phase]}</span>
      <span className={styles.dose}>{order ? `${order.doseMg} mg` : 'No order yet'}</span>
      <span className={styles.small}>
        {startedAt && !endedAt && `since ${timeOf(startedAt)}: ${spanInWords(minutesSince(startedAt))}${planned}`}
        {startedAt && endedAt && phase === 'observing' && `dose ended ${spanInWords(minutesSince(endedAt))} ago`}
      </span>
    </div>
  )
}

function Vitals({ row: { lastVitals, phase }, nowMs }: RowProps) {
  if (!lastVitals) return <p className={classNames(styles.vitals, styles.small)}>No vital signs yet</p>
  const { sbp, dbp, hr, spo2, at } = lastVitals
  return (
    <div className={styles.vitals}>
      <dl>
        <div>
          <dt>BP</dt>
          <dd>{sbp === null ? '–' : `${sbp}/${dbp}`}</dd>
        </div>
        <div>
          <dt>Pulse</dt>
          <dd>{hr ?? '–'}</dd>
        </div>
        <div>
          <dt>SpO₂</dt>
          <dd>{spo2 === null ? '–' : `${spo2} %`}</dd>
        </div>
      </dl>
      {phase !== 'discharged' && phase !== 'aborted' && (
        <p className={styles.small}>{agoInWords(nowMs - Date.parse(at))}</p>
      )}
    </div>
  )
}

function NextDue({ row, nowMs }: RowProps) {
  const next = row.due[0]
  if (!next) return <div className={styles.due} />
  const minutes = Math.floor((Date.parse(next.dueAt) - nowMs) / 60_000)
  const overdue = Date.parse(next.dueAt) < nowMs
  return (
    <div className={classNames(styles.due, overdue && styles.overdue)}>
      <span className={styles.dueIn}>
        {overdue && <Icon name="clock" size={22} />}
        {overdue ? `${spanInWords(-minutes - (minutes === 0 ? 0 : 1))} overdue` : `in ${spanInWords(minutes)}`}
      </span>
      <span className={styles.small}>{readingWords[next.reading]}</span>
    </div>
  )
}

function Alarms({ row }: { readonly row: ShownRow }) {
  if (row.alarms.length === 0 && row.heldBecause.length === 0) return null
  return (
    <ul className={styles.alarms}>
      {row.alarms.map(({ alarmId, severity, message, acknowledged }) => (
        <li key={alarmId} className={classNames(styles.alarm, acknowledged ? styles.seen : styles.unseen)}>
          <Icon name="alert" />
          <span>
            {message} <strong>{acknowledged ? 'Acknowledged' : 'Not acknowledged'}</strong>
          </span>
          {acknowledged && <SeverityTag severity={severity} />}
        </li>
      ))}
      {row.heldBecause.map(({ rule, severity, message }) => (
        <li key={message} className={styles.held} data-rule={rule}>
          <SeverityTag severity={severity} word="Held" />
          <span>{message}</span>
        </li>
      ))}
    </ul>
  )
}

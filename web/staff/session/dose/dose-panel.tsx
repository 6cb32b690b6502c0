import { type Dose, deliveredMg, endsAt, minutesRun } from '@keel/care'
import { useServerNow } from '../../../shared/clock/server-clock.ts'
import { Panel } from '../../../shared/components/panel/panel.tsx'
import { spanInWords, timer } from '../../../shared/wording/times.ts'
import { useClinic } from '../../clinic-context.ts'
import { useShown } from '../session-context.ts'
import { DoseActions } from './dose-actions.tsx'
import styles from './dose-panel.module.css'
import { DueTimers } from './due-timers.tsx'

/** How far the dose is, what is due next, and what may be done with the dose. */
export function DosePanel() {
  const { session } = useShown()
  const { dose } = session
  if (!dose) return null
  return (
    <Panel title={dose.ended ? 'After the dose' : 'The dose'} id="dose">
      <div className={styles.top}>
        <Progress dose={dose} />
        <DueTimers />
      </div>
      {!dose.ended && <DoseActions dose={dose} />}
    </Panel>
  )
}

/** Worked out in the browser by the same functions as on the server, so that it moves every second. */
function Progress({ dose }: { readonly dose: Dose }) {
  const { timeOf } = useClinic()
  const nowMs = useServerNow()
  const now = new Date(nowMs).toISOString()
  const { durationMin, doseMg } = dose.order
  const delivered = deliveredMg(dose, now)
  const end = endsAt(dose, now)
  const paused = dose.pauses.find(({ to }) => to === null)
  return (
    <div className={styles.progress}>
      <Ring share={dose.ended ? 1 : shareOf(dose, now)} ended={dose.ended !== null}>
        {dose.ended
          ? { big: timer(nowMs - Date.parse(dose.ended.at)), small: 'since the end' }
          : durationMin
            ? { big: timer(minutesRun(dose, now) * 60_000), small: `of ${durationMin} min` }
            : { big: `${dose.devices.length} of ${dose.devicesPlanned}`, small: 'devices' }}
      </Ring>
      <dl className={styles.numbers}>
        <div>
          <dt>Delivered</dt>
          <dd>
            {delivered} <span>of {doseMg} mg</span>
          </dd>
        </div>
        <div>
          <dt>Started</dt>
          <dd>{timeOf(dose.startedAt)}</dd>
        </div>
        <div>
          <dt>{dose.ended ? 'Ended' : paused ? 'Paused since' : 'Ends'}</dt>
          <dd>
            {dose.ended
              ? timeOf(dose.ended.at)
              : paused
                ? timeOf(paused.from)
                : end
                  ? timeOf(end)
                  : lastDevice(dose, nowMs)}
          </dd>
        </div>
      </dl>
    </div>
  )
}

function shareOf(dose: Dose, now: string): number {
  if (dose.devicesPlanned > 0) return dose.devices.length / dose.devicesPlanned
  return Math.min(1, minutesRun(dose, now) / (dose.order.durationMin ?? 1))
}

function lastDevice(dose: Dose, nowMs: number): string {
  const last = dose.devices.at(-1)
  return last ? `last ${spanInWords(Math.floor((nowMs - Date.parse(last.at)) / 60_000))} ago` : '–'
}

function Ring(props: {
  readonly share: number
  readonly ended: boolean
  readonly children: { readonly big: string; readonly small: string }
}) {
  const { share, ended, children } = props
  return (
    <div className={styles.ring}>
      <svg viewBox="0 0 120 120" aria-hidden="true">
        <circle cx="60" cy="60" r="53" className={styles.track} />
        <circle
          cx="60"
          cy="60"
          r="53"
          pathLength={100}
          strokeDasharray={`${share * 100} 100`}
          className={ended ? styles.ended : styles.run}
        />
      </svg>
      <p>
        <strong>{children.big}</strong>
        <span>{children.small}</span>
      </p>
    </div>
  )
}

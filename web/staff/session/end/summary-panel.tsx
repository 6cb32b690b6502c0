import { Notice } from '../../../shared/components/notice/notice.tsx'
import { Panel } from '../../../shared/components/panel/panel.tsx'
import { spanInWords } from '../../../shared/wording/times.ts'
import { useClinic } from '../../clinic-context.ts'
import { observationInWords } from '../log/log-entries.ts'
import { useNameOf, useShown } from '../session-context.ts'
import styles from './end.module.css'

/** The session that is over, on one card. */
export function SummaryPanel() {
  const { session } = useShown()
  const { timeOf } = useClinic()
  const nameOf = useNameOf()
  const { dose, ended, phase, observations, alarms, prns, adverseEvents } = session
  const last = observations.at(-1)
  const minutes = (from: string, to: string) => spanInWords(Math.round((Date.parse(to) - Date.parse(from)) / 60_000))
  const discharged = phase === 'discharged'
  return (
    <Panel title="Summary">
      {ended && (
        <Notice
          tone={discharged ? 'clear' : 'hold'}
          title={`${discharged ? 'Discharged' : 'Ended early'} at ${timeOf(ended.at)} by ${nameOf(ended.by)}`}
        >
          {ended.reason && <p>{ended.reason}</p>}
        </Notice>
      )}
      <dl className={styles.facts}>
        <div>
          <dt>Dose</dt>
          <dd>
            {dose?.ended
              ? `${dose.ended.deliveredMg} of ${dose.order.doseMg} mg`
              : dose
                ? `begun, ${dose.order.doseMg} mg ordered`
                : 'none given'}
          </dd>
        </div>
        {dose?.ended && (
          <div>
            <dt>Time</dt>
            <dd>
              {timeOf(dose.startedAt)} to {timeOf(dose.ended.at)}, {minutes(dose.startedAt, dose.ended.at)}
            </dd>
          </div>
        )}
        {dose?.ended && ended && (
          <div>
            <dt>Observed after the dose</dt>
            <dd>{minutes(dose.ended.at, ended.at)}</dd>
          </div>
        )}
        <div>
          <dt>Last reading</dt>
          <dd>{last ? observationInWords(last) : 'none'}</dd>
        </div>
        <div>
          <dt>Alarms</dt>
          <dd>{alarms.length}</dd>
        </div>
        <div>
          <dt>Medicines as needed</dt>
          <dd>{prns.length}</dd>
        </div>
        <div>
          <dt>Adverse events</dt>
          <dd>{adverseEvents.length}</dd>
        </div>
      </dl>
    </Panel>
  )
}

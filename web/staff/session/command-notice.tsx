import { Notice } from '../../shared/components/notice/notice.tsx'
import { SeverityTag } from '../../shared/components/severity/severity.tsx'
import type { HeldEvent, Sending } from '../command.ts'
import styles from './command-notice.module.css'

/** What came of a send, where it was sent: why it failed, or why it was held. Nothing when it went through. */
export function CommandNotice({ sending: { problem, held } }: { readonly sending: Sending }) {
  if (held) return <HeldNotice event={held} />
  if (!problem) return null
  const fields = problem.fields.length > 1 ? problem.fields : []
  return (
    <Notice tone="hold" title={problem.maySendAgain ? 'Not sent yet' : 'Not done'} urgent>
      <p>{problem.message}</p>
      {fields.length > 0 && (
        <ul>
          {fields.map(({ path, message }) => (
            <li key={path}>{message}</li>
          ))}
        </ul>
      )}
    </Notice>
  )
}

const heldWords = {
  DoseHeld: 'The dose was not started. It is recorded as held:',
  ResumeHeld: 'The dose was not given on. It is recorded as held:',
  DischargeHeld: 'The patient may not leave yet. It is recorded as held:',
  DoseOrderBlocked: 'The order was blocked and did not become the order:',
} as const

function HeldNotice({ event }: { readonly event: HeldEvent }) {
  if (event.type === 'DoseCheckFailed')
    return (
      <Notice tone="block" title="The check failed" urgent>
        <p>
          Prepared as {event.data.preparedMg} mg, read as {event.data.readMg} mg. Both are recorded; the dose has to be
          prepared and checked anew.
        </p>
      </Notice>
    )
  return (
    <Notice tone={event.data.decision === 'block' ? 'block' : 'hold'} title={heldWords[event.type]} urgent>
      <ul className={styles.findings}>
        {event.data.findings
          .filter(({ severity }) => severity !== 'caution')
          .map(({ rule, severity, message, action }) => (
            <li key={`${rule} ${message}`}>
              <SeverityTag severity={severity} /> {message} <span className={styles.action}>{action}</span>
            </li>
          ))}
      </ul>
    </Notice>
  )
}

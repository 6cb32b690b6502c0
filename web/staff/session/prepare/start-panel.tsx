import { bedside } from '@keel/care'
import { Button } from '../../../shared/components/button/button.tsx'
import { Panel } from '../../../shared/components/panel/panel.tsx'
import { useClinic } from '../../clinic-context.ts'
import { useSessionCommand } from '../../command.ts'
import { supportsJudgement } from '../../wording.ts'
import { CommandNotice } from '../command-notice.tsx'
import { decisionInWords } from '../gate/gate-decision.ts'
import { useShown } from '../session-context.ts'
import styles from './prepare-panel.module.css'

/** Starting the dose. Pressed while the gate says no, it records that the dose was held, and why. */
export function StartPanel() {
  const { session, gate, sessionId } = useShown()
  const { hasRole } = useClinic()
  const command = useSessionCommand(sessionId)
  if (!gate) return null
  const { says } = decisionInWords(gate)
  const mayStart = gate.decision === 'allow'
  const because = !hasRole(bedside)
    ? 'Someone at the bedside starts the dose.'
    : !session.order
      ? 'There is no order yet.'
      : !session.prepared
        ? 'The dose has not been prepared yet.'
        : !session.checked
          ? 'A second person has not checked the prepared dose yet.'
          : null
  return (
    <Panel title="Start" id="start" aside={says}>
      {!because && !mayStart && (
        <p className={styles.hint}>{says}. If you press this now, the dose is not started and is recorded as held.</p>
      )}
      <CommandNotice sending={command} />
      <Button
        look={mayStart ? 'main' : 'plain'}
        size="big"
        busy={command.busy}
        because={because}
        onPress={() => void command.send('StartDose', {})}
      >
        {session.order ? `Start ${session.order.doseMg} mg` : 'Start the dose'}
      </Button>
      <p className={styles.judgement}>{supportsJudgement}</p>
    </Panel>
  )
}

import { bedside } from '@keel/care'
import { Button as AriaButton } from 'react-aria-components'
import { classNames } from '../../../shared/class-names.ts'
import { Button } from '../../../shared/components/button/button.tsx'
import { Icon } from '../../../shared/components/icon/icon.tsx'
import { Reveal } from '../../../shared/components/reveal/reveal.tsx'
import { useClinic } from '../../clinic-context.ts'
import { useSessionCommand } from '../../command.ts'
import { supportsJudgement } from '../../wording.ts'
import { CommandNotice } from '../command-notice.tsx'
import { FindingDetails } from '../gate/finding-card.tsx'
import { goTo, whereToAnswer } from '../gate/where-to-answer.ts'
import { useShown } from '../session-context.ts'
import { type Criterion, criteriaOf } from './criteria.ts'
import styles from './readiness-panel.module.css'

/** Ready to leave? Every criterion, met or not, and the discharge. */
export function ReadinessPanel() {
  const { discharge, sessionId } = useShown()
  const { hasRole } = useClinic()
  const command = useSessionCommand(sessionId)
  if (!discharge) return null
  const list = criteriaOf(discharge)
  const open = list.filter(({ state }) => state !== 'met').length
  const ready = discharge.decision === 'allow'
  return (
    <section className={styles.panel} aria-label="Ready to leave?">
      <div className={classNames(styles.decision, ready ? styles.ready : styles.notYet)} role="status">
        <p className={styles.says}>{ready ? 'Ready to leave' : 'Not ready to leave yet'}</p>
        <p>
          {list.length - open} of {list.length} criteria met
        </p>
      </div>
      <ul className={styles.list}>
        {list.map((criterion) => (
          <li key={`${criterion.rule} ${criterion.says}`}>
            <CriterionRow criterion={criterion} />
          </li>
        ))}
      </ul>
      <div className={styles.foot}>
        <CommandNotice sending={command} />
        <Button
          look={ready ? 'main' : 'plain'}
          size="big"
          busy={command.busy}
          because={hasRole(bedside) ? null : 'Someone at the bedside discharges the patient.'}
          onPress={() => void command.send('Discharge', {})}
        >
          Discharge
        </Button>
        <p className={styles.judgement}>{supportsJudgement}</p>
      </div>
    </section>
  )
}

const stateWords = { met: 'met', 'not-met': 'not met', 'not-known': 'not known yet' } as const

function CriterionRow({ criterion }: { readonly criterion: Criterion }) {
  const { state, says, finding, wanted } = criterion
  const place = wanted.map(whereToAnswer).find((one) => one !== null)
  const row = (
    <span className={classNames(styles.row, styles[state])}>
      <Icon name={state === 'met' ? 'check' : state === 'not-met' ? 'hand' : 'question'} />
      <span>
        {says} <span className={styles.state}>{stateWords[state]}</span>
      </span>
    </span>
  )
  if (finding)
    return (
      <Reveal summary={row}>
        <p className={styles.message}>{finding.message}</p>
        <FindingDetails finding={finding} />
      </Reveal>
    )
  if (!place) return row
  return (
    <AriaButton className={styles.leads ?? ''} onPress={() => goTo(place)}>
      {row}
      <Icon name="right" size={16} />
    </AriaButton>
  )
}

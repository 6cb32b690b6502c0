import { bedside, type Role } from '@keel/care'
import { vocabulary } from '@keel/rulebook'
import { useState } from 'react'
import { ToggleButton } from 'react-aria-components'
import { Button } from '../../../shared/components/button/button.tsx'
import { Icon } from '../../../shared/components/icon/icon.tsx'
import { Panel } from '../../../shared/components/panel/panel.tsx'
import { TextEntry } from '../../../shared/components/text-entry/text-entry.tsx'
import { dayInWords } from '../../../shared/wording/times.ts'
import { useClinic } from '../../clinic-context.ts'
import { useSessionCommand } from '../../command.ts'
import { CommandNotice } from '../command-notice.tsx'
import { numberTyped, outOfRange } from '../number-typed.ts'
import { useShown } from '../session-context.ts'
import styles from './check-in-panel.module.css'

type Identifier = 'name' | 'birth-date' | 'photo'
const mayCheckIn: readonly Role[] = [...bedside, 'front-desk']

/** The patient is here: who they are, by two identifiers, and what they weigh today. */
export function CheckInPanel() {
  const { patient, sessionId } = useShown()
  const { hasRole } = useClinic()
  const command = useSessionCommand(sessionId)
  const [identifiedBy, setIdentifiedBy] = useState<readonly Identifier[]>([])
  const [weight, setWeight] = useState('')
  const weightKg = numberTyped(weight)
  const error = weight === '' ? undefined : outOfRange(weightKg, vocabulary.weight_kg)
  const identifiers: Record<Identifier, string> = {
    name: `Says their name is ${patient.name}`,
    'birth-date': `Says they were born on ${dayInWords(patient.birthDate)}`,
    photo: 'Looks like the photo on their identity card',
  }
  const because = !hasRole(mayCheckIn)
    ? 'The front desk or someone at the bedside checks the patient in.'
    : identifiedBy.length < 2
      ? 'Two identifiers are needed.'
      : error
  const checkIn = () =>
    command.send('CheckIn', { identifiedBy: [...identifiedBy], ...(weightKg !== undefined && { weightKg }) })
  return (
    <Panel title="Check in" id="check-in" done={false}>
      <fieldset className={styles.identifiers}>
        <legend>Ask; do not read it out. Tap what agrees:</legend>
        {(Object.keys(identifiers) as Identifier[]).map((one) => {
          const agrees = identifiedBy.includes(one)
          return (
            <ToggleButton
              key={one}
              className={styles.identifier ?? ''}
              isSelected={agrees}
              onChange={(now) =>
                setIdentifiedBy(now ? [...identifiedBy, one] : identifiedBy.filter((kept) => kept !== one))
              }
            >
              <span className={styles.tick}>{agrees && <Icon name="check" size={16} />}</span>
              {identifiers[one]}
            </ToggleButton>
          )
        })}
      </fieldset>
      <TextEntry
        label="Weight today"
        hint={patient.weightKg === null ? 'None on record' : `On record: ${patient.weightKg} kg`}
        value={weight}
        onChange={setWeight}
        numeric
        unit="kg"
        error={error}
      />
      <CommandNotice sending={command} />
      <Button look="main" busy={command.busy} because={because ?? null} onPress={() => void checkIn()}>
        Check in
      </Button>
    </Panel>
  )
}

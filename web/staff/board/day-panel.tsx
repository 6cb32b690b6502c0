import { bedside } from '@keel/care'
import { equipmentItems } from '@keel/rulebook'
import { useState } from 'react'
import { ToggleButton } from 'react-aria-components'
import { Button } from '../../shared/components/button/button.tsx'
import { Dialog } from '../../shared/components/dialog/dialog.tsx'
import { Icon } from '../../shared/components/icon/icon.tsx'
import { Notice } from '../../shared/components/notice/notice.tsx'
import { Panel } from '../../shared/components/panel/panel.tsx'
import { useClinic } from '../clinic-context.ts'
import { useDayCommand } from '../command.ts'
import type { Board } from '../queries.ts'
import { keyInWords, rolesInWords } from '../wording.ts'
import styles from './day-panel.module.css'

/** Who is on site and what was checked: what every session of the day depends on. */
export function DayPanel({ board }: { readonly board: Board }) {
  return (
    <aside className={styles.side} aria-label="Staff and equipment">
      <StaffOnSite staff={board.staffOnSite} />
      <Equipment equipment={board.equipment} />
    </aside>
  )
}

function StaffOnSite({ staff }: { readonly staff: Board['staffOnSite'] }) {
  const { me } = useClinic()
  const { send, busy, problem } = useDayCommand()
  const isHere = staff.some(({ personId }) => personId === me.person.personId)
  return (
    <Panel title="On site" aside={`${staff.length} here`}>
      <ul className={styles.people}>
        {staff.map(({ personId, name, roles }) => (
          <li key={personId}>
            <strong>{name}</strong>
            <span>{rolesInWords(roles)}</span>
          </li>
        ))}
        {staff.length === 0 && <li>Nobody has arrived yet.</li>}
      </ul>
      {problem && <Notice tone="hold" title={problem.message} urgent />}
      <Button
        look={isHere ? 'plain' : 'main'}
        busy={busy}
        onPress={() => void send(isHere ? 'LeaveSite' : 'ArriveOnSite', {})}
      >
        {isHere ? 'I am leaving' : 'I have arrived'}
      </Button>
    </Panel>
  )
}

function Equipment({ equipment: { checkedAt, notChecked } }: { readonly equipment: Board['equipment'] }) {
  const { timeOf, hasRole } = useClinic()
  const complete = notChecked.length === 0
  const because = hasRole(bedside) ? undefined : 'Someone who works at the bedside checks it.'
  return (
    <Panel title="Emergency equipment" aside={checkedAt ? `checked ${timeOf(checkedAt)}` : 'not checked today'}>
      {complete ? (
        <p className={styles.complete}>
          <Icon name="check" /> Everything is here
        </p>
      ) : (
        <div className={styles.lacking}>
          <p className={styles.count}>
            <Icon name="hand" /> {notChecked.length} of {equipmentItems.length} not checked
          </p>
          <p>{notChecked.map(keyInWords).join(', ')}</p>
        </div>
      )}
      <Dialog title="Check the emergency equipment" open={{ says: complete ? 'Check again' : 'Check it now', because }}>
        {(close) => <EquipmentForm close={close} />}
      </Dialog>
    </Panel>
  )
}

/** Every check begins with nothing ticked: what was here yesterday says nothing of today. */
function EquipmentForm({ close }: { readonly close: () => void }) {
  const { send, busy, problem } = useDayCommand()
  const [here, setHere] = useState<readonly string[]>([])
  const record = async () => {
    const items = Object.fromEntries(equipmentItems.map((item) => [item, here.includes(item)]))
    if (await send('CheckEquipment', { items })) close()
  }
  return (
    <div className={styles.form}>
      <p>Tap each item that is here and works. What is not tapped is recorded as missing.</p>
      <Button onPress={() => setHere(equipmentItems)}>Everything is here and works</Button>
      <div className={styles.items}>
        {equipmentItems.map((item) => (
          <ToggleButton
            key={item}
            className={styles.item ?? ''}
            isSelected={here.includes(item)}
            onChange={(isHere) => setHere(isHere ? [...here, item] : here.filter((one) => one !== item))}
          >
            <span className={styles.tick}>{here.includes(item) && <Icon name="check" size={16} />}</span>
            {keyInWords(item)}
          </ToggleButton>
        ))}
      </div>
      {problem && <Notice tone="hold" title={problem.message} urgent />}
      <Button look="main" busy={busy} onPress={() => void record()}>
        Record the check
      </Button>
    </div>
  )
}

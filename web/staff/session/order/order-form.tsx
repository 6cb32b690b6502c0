import type { Order } from '@keel/care'
import { vocabulary } from '@keel/rulebook'
import { useState } from 'react'
import { Button } from '../../../shared/components/button/button.tsx'
import { Choice } from '../../../shared/components/choice/choice.tsx'
import { TextEntry } from '../../../shared/components/text-entry/text-entry.tsx'
import { useSessionCommand } from '../../command.ts'
import { CommandNotice } from '../command-notice.tsx'
import { numberTyped, outOfRange } from '../number-typed.ts'
import { useShown } from '../session-context.ts'
import { useDosingWeight } from './dosing-weight.ts'
import styles from './order-panel.module.css'

/** Orders by devices or by weight, as the protocol does. */
export function OrderForm() {
  const { protocol } = useShown()
  return protocol.deviceMg === null ? <WeightOrder /> : <DeviceOrder deviceMg={protocol.deviceMg} />
}

function DeviceOrder({ deviceMg }: { readonly deviceMg: number }) {
  const { session, sessionId } = useShown()
  const command = useSessionCommand(sessionId)
  const [dose, setDose] = useState<string | null>(null)
  // One device alone is a labelled dose in the EU only.
  const counts = session.region === 'EU' ? [1, 2, 3] : [2, 3]
  const options = counts.map((count) => ({
    value: String(count * deviceMg),
    says: `${count * deviceMg} mg`,
    more: count === 1 ? '1 device' : `${count} devices`,
  }))
  return (
    <div className={styles.form}>
      <Choice label="Dose" options={options} value={dose} onChange={setDose} />
      <CommandNotice sending={command} />
      <Button
        look="main"
        busy={command.busy}
        because={dose === null ? 'Choose the dose first.' : null}
        onPress={() => void command.send('OrderDose', { doseMg: Number(dose) })}
      >
        Order {dose ? `${dose} mg` : 'the dose'}
      </Button>
    </div>
  )
}

interface Typed {
  readonly dose: string
  readonly duration: string
  readonly weight: string
  readonly basis: 'actual' | 'ideal' | null
}

function WeightOrder() {
  const { patient, protocol, session, sessionId } = useShown()
  const command = useSessionCommand(sessionId)
  const dosing = useDosingWeight(patient)
  const { order } = session
  const [typed, setTyped] = useState<Typed>({
    dose: order ? String(order.doseMg) : '',
    duration: String(order?.durationMin ?? protocol.usualDurationMin ?? ''),
    weight: order?.orderedWeightKg ? String(order.orderedWeightKg) : '',
    basis: order?.weightBasis ?? null,
  })
  const change = (part: Partial<Typed>) => setTyped({ ...typed, ...part })
  const parsed = parseOrder(typed)
  const usualMg =
    dosing && protocol.usualDoseMgPerKg ? Math.floor(protocol.usualDoseMgPerKg * dosing.kg * 10) / 10 : null
  const takeUsual = () => {
    if (dosing) change({ dose: String(usualMg), weight: String(dosing.kg), basis: dosing.basis })
  }
  return (
    <div className={styles.form}>
      <div className={styles.usual}>
        {dosing && usualMg !== null ? (
          <>
            <span>
              Usual: {protocol.usualDoseMgPerKg} mg/kg × {dosing.kg} kg ({dosing.basis} weight) ={' '}
              <strong>{usualMg} mg</strong>
            </span>
            <Button onPress={takeUsual}>Use {usualMg} mg</Button>
          </>
        ) : (
          <span>A usual dose can be worked out once weight and height are on record.</span>
        )}
      </div>
      <div className={styles.numbers}>
        <TextEntry
          label="Dose"
          value={typed.dose}
          onChange={(dose) => change({ dose })}
          numeric
          unit="mg"
          error={parsed.errors.dose}
        />
        <TextEntry
          label="Over"
          value={typed.duration}
          onChange={(duration) => change({ duration })}
          numeric
          unit="min"
          error={parsed.errors.duration}
        />
        <TextEntry
          label="For a weight of"
          value={typed.weight}
          onChange={(weight) => change({ weight })}
          numeric
          unit="kg"
          error={parsed.errors.weight}
        />
        <Choice
          label="Which is the"
          options={[
            { value: 'actual', says: 'Actual weight' },
            { value: 'ideal', says: 'Ideal weight' },
          ]}
          value={typed.basis}
          onChange={(basis) => change({ basis })}
        />
      </div>
      <CommandNotice sending={command} />
      <Button
        look="main"
        busy={command.busy}
        because={parsed.order ? null : 'Enter dose, duration, weight and which weight it is.'}
        onPress={() => parsed.order && void command.send('OrderDose', parsed.order)}
      >
        Order {parsed.order ? `${parsed.order.doseMg} mg over ${parsed.order.durationMin} min` : 'the dose'}
      </Button>
    </div>
  )
}

function parseOrder({ dose, duration, weight, basis }: Typed) {
  const doseMg = numberTyped(dose)
  const durationMin = numberTyped(duration)
  const orderedWeightKg = numberTyped(weight)
  const errors = {
    dose: dose === '' ? undefined : outOfRange(doseMg, vocabulary['order.dose_mg']),
    duration: duration === '' ? undefined : outOfRange(durationMin, vocabulary['order.duration_min']),
    weight: weight === '' ? undefined : outOfRange(orderedWeightKg, vocabulary['order.ordered_weight_kg']),
  }
  const wrong = Object.values(errors).some((error) => error !== undefined)
  const complete = !wrong && doseMg !== undefined && durationMin !== undefined && orderedWeightKg !== undefined && basis
  const order: Order | null = complete ? { doseMg, durationMin, orderedWeightKg, weightBasis: basis } : null
  return { order, errors }
}

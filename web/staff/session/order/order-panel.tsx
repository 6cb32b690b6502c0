import { prescribing } from '@keel/care'
import { Panel } from '../../../shared/components/panel/panel.tsx'
import { Reveal } from '../../../shared/components/reveal/reveal.tsx'
import { useClinic } from '../../clinic-context.ts'
import { useNameOf, useShown } from '../session-context.ts'
import { OrderForm } from './order-form.tsx'
import styles from './order-panel.module.css'

/** The dose as it is ordered, and for prescribers the way to order it. */
export function OrderPanel() {
  const { session } = useShown()
  const { hasRole } = useClinic()
  const mayOrder = hasRole(prescribing)
  return (
    <Panel title="Order" id="order" done={session.order !== null}>
      {session.order && <OrderInWords />}
      {!session.order && !mayOrder && (
        <p>No dose is ordered yet. A prescriber orders it here, from their own sign-in.</p>
      )}
      {!session.order && mayOrder && <OrderForm />}
      {session.order && mayOrder && (
        <Reveal summary="Change the order">
          <OrderForm />
        </Reveal>
      )}
    </Panel>
  )
}

function OrderInWords() {
  const { session, protocol } = useShown()
  const { timeOf } = useClinic()
  const nameOf = useNameOf()
  const { order } = session
  if (!order) return null
  const devices = protocol.deviceMg ? Math.ceil(order.doseMg / protocol.deviceMg) : 0
  return (
    <div className={styles.order}>
      <p className={styles.dose}>
        {order.doseMg} mg
        <span>
          {order.durationMin !== undefined && `over ${order.durationMin} min`}
          {devices > 0 && `as ${devices} devices of ${protocol.deviceMg} mg`}
        </span>
      </p>
      <p className={styles.by}>
        {order.orderedWeightKg !== undefined && `For ${order.orderedWeightKg} kg (${order.weightBasis} weight). `}
        Ordered by {nameOf(order.by)} at {timeOf(order.at)}.
      </p>
    </div>
  )
}

/** Before the dose: the order, check-in, answers to findings, the preparation and its check by a second person. */
import { protocolOf } from '@keel/rulebook'
import { type Occasion, type Outcome, refuse } from '../kernel.ts'
import type { Order, SessionData } from './events.ts'
import { gateFacts } from './facts.ts'
import { answeringRole, assessGate, assessorFor, canBeAnswered, isScreeningReview, toRecorded } from './findings.ts'
import type { Room, RoomEvents, SessionAlone } from './room.ts'

/** The rules that bound an order; they are asked when it is written, and again with all others before the dose. */
const orderRules = new Set([
  'dose-above-hard-max',
  'dose-above-soft-max',
  'dose-below-soft-min',
  'rate-above-hard-max',
  'rate-above-soft-max',
  'infusion-too-short',
  'infusion-too-long',
  'dose-not-labelled',
  'first-dose-56-only',
  'ibw-not-applied',
  'weight-recalc',
])

/** Orders the dose. One beyond a hard bound is recorded as blocked, with the findings; it never becomes the order. */
export function orderDose(room: Room, order: Order, { at, by }: Occasion): Outcome<RoomEvents> {
  const usual = protocolOf(room.session.protocol)?.usual
  if (usual?.by === 'weight' && usual.durationMin !== null && order.durationMin === undefined)
    return refuse('duration-missing', 'An infusion needs its duration in minutes. Nothing was recorded.')
  const withOrder = { ...room, session: { ...room.session, order: { ...order, at, by } } }
  const assessed = assessorFor(room.clinic.tightening).assess(gateFacts(withOrder, at), {
    phase: 'pre_session',
    on: room.session.on,
    only: orderRules,
  })
  if ('error' in assessed) return refuse('order-not-assessable', assessed.error.message)
  const findings = assessed.findings.map(toRecorded)
  return assessed.decision === 'block'
    ? { accept: { session: [{ type: 'DoseOrderBlocked', data: { order, decision: 'block', findings } }] } }
    : { accept: { session: [{ type: 'DoseOrdered', data: order }] } }
}

export function checkIn(
  room: Room,
  { identifiedBy, weightKg }: SessionData['PatientCheckedIn'] & { readonly weightKg?: number | undefined },
): Outcome<RoomEvents> {
  return {
    accept: {
      session: [{ type: 'PatientCheckedIn', data: { identifiedBy } }],
      ...(weightKg !== undefined && {
        patient: [{ type: 'PatientMeasured', data: { on: room.session.on, weightKg } }],
      }),
    },
  }
}

/** A prescriber's reasoned answer to a review, or an override of a hold that the rule opens. */
export function answerFinding(
  room: Room,
  { rule, reason }: { readonly rule: string; readonly reason: string },
  { at, by }: Occasion,
): Outcome<RoomEvents> {
  const finding = assessGate(room, at).findings.find((one) => one.rule === rule)
  if (!finding)
    return refuse('finding-gone', 'That finding is no longer there: the facts have changed. Look at the gate again.')
  if (!canBeAnswered(finding))
    return refuse(
      'finding-not-answerable',
      `"${finding.message}" cannot be answered away: a fact must change. ${finding.action}`,
    )
  const role = answeringRole(finding)
  if (!room.team.members[by.personId]?.roles.includes(role))
    return refuse('finding-not-yours', `Only a ${role.replace('-', ' ')} may answer this. Nothing was recorded.`)
  const recorded = toRecorded(finding)
  const attests = finding.overridableBy?.attests
  return {
    accept: {
      session: [
        finding.severity === 'hold' && attests !== undefined
          ? { type: 'HoldOverridden', data: { finding: recorded, attests, reason } }
          : { type: 'ReviewAnswered', data: { finding: recorded, reason } },
      ],
      ...(isScreeningReview(finding) && {
        course: [{ type: 'ScreeningAnswered', data: { finding: recorded, reason } }],
      }),
    },
  }
}

/** The dose is drawn up. It must be the dose that was ordered. */
export function prepareDose({ session }: SessionAlone, { doseMg }: SessionData['DosePrepared']): Outcome<RoomEvents> {
  if (!session.order) return refuse('no-order', 'There is no order yet. A prescriber orders the dose first.')
  if (doseMg !== session.order.doseMg)
    return refuse(
      'dose-differs',
      `The order is for ${session.order.doseMg} mg, not ${doseMg} mg. Nothing was recorded.`,
    )
  return { accept: { session: [{ type: 'DosePrepared', data: { doseMg } }] } }
}

/** A second person reads the prepared dose aloud. A reading that differs is recorded, and the dose is prepared anew. */
export function checkDose(
  { session }: SessionAlone,
  { doseMg }: SessionData['DoseChecked'],
  { by }: Occasion,
): Outcome<RoomEvents> {
  if (!session.prepared) return refuse('not-prepared', 'No dose has been prepared yet.')
  if (session.prepared.by.personId === by.personId)
    return refuse('same-person', 'The check must be made by someone other than the person who prepared the dose.')
  const preparedMg = session.prepared.doseMg
  return doseMg === preparedMg
    ? { accept: { session: [{ type: 'DoseChecked', data: { doseMg } }] } }
    : { accept: { session: [{ type: 'DoseCheckFailed', data: { preparedMg, readMg: doseMg } }] } }
}

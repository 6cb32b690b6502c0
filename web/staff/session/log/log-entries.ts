/** What happened in a session, newest first, in words. */
import type { Observation, SessionScreen } from '@keel/care'
import { keyInWords } from '../../wording.ts'
import { ideationWords } from '../observe/scales.ts'

export interface LogEntry {
  readonly at: string
  readonly says: string
  /** A second line: the reason, the values. */
  readonly more?: string
  readonly by?: string | undefined
  /** An observation that may still be withdrawn. */
  readonly observationId?: string
  readonly struck?: boolean
}

export function logEntries({ session, names }: SessionScreen): readonly LogEntry[] {
  const nameOf = (by: { readonly personId: string; readonly role: string }) => names[by.personId] ?? by.role
  const entries: LogEntry[] = [
    ...beforeDose(session, nameOf),
    ...doseEntries(session.dose),
    ...bedsideEntries(session, nameOf),
  ]
  if (session.recovery)
    entries.push({
      at: session.recovery.at,
      by: nameOf(session.recovery.by),
      says: 'Recovery assessed',
      more: `C-SSRS ${session.recovery.suicidalIdeation}: ${ideationWords[session.recovery.suicidalIdeation]}`,
    })
  if (session.ended)
    entries.push({
      at: session.ended.at,
      by: nameOf(session.ended.by),
      says: session.phase === 'discharged' ? 'Discharged' : 'Session ended early',
      ...(session.ended.reason && { more: session.ended.reason }),
    })
  // What was recorded at one instant keeps its order, too: the last of it comes first.
  return entries.reverse().sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
}

type Session = SessionScreen['session']
type NameOf = (by: { readonly personId: string; readonly role: string }) => string

function beforeDose({ order, checkedInAt, answers, prepared, checked, held }: Session, nameOf: NameOf): LogEntry[] {
  return [
    ...(order ? [{ at: order.at, by: nameOf(order.by), says: `Ordered ${order.doseMg} mg` }] : []),
    ...(checkedInAt ? [{ at: checkedInAt, says: 'Checked in' }] : []),
    ...answers.map(({ at, by, finding, reason }) => ({
      at,
      by: nameOf(by),
      says: `${finding.severity === 'hold' ? 'Overrode' : 'Decided on'}: ${finding.message}`,
      more: reason,
    })),
    ...(prepared ? [{ at: prepared.at, by: nameOf(prepared.by), says: `Prepared ${prepared.doseMg} mg` }] : []),
    ...(checked ? [{ at: checked.at, by: nameOf(checked.by), says: 'Checked the prepared dose' }] : []),
    ...(held
      ? [
          {
            at: held.at,
            by: nameOf(held.by),
            says: 'Held',
            more: held.findings.map(({ message }) => message).join(' '),
          },
        ]
      : []),
  ]
}

function doseEntries(dose: Session['dose']): LogEntry[] {
  if (!dose) return []
  const { ended } = dose
  return [
    { at: dose.startedAt, says: `Dose started: ${dose.order.doseMg} mg` },
    ...dose.devices.map(({ device, at }) => ({ at, says: `Device ${device} given` })),
    ...dose.pauses.flatMap(({ from, to }) => [
      { at: from, says: 'Dose paused' },
      ...(to && to !== ended?.at ? [{ at: to, says: 'Dose resumed' }] : []),
    ]),
    ...(ended
      ? [
          {
            at: ended.at,
            says: `${ended.stoppedBecause ? 'Dose stopped' : 'Dose complete'}: ${ended.deliveredMg} mg delivered`,
            ...(ended.stoppedBecause && { more: ended.stoppedBecause }),
          },
        ]
      : []),
  ]
}

function bedsideEntries(
  { observations, enteredInError, alarms, prns, adverseEvents }: Session,
  nameOf: NameOf,
): LogEntry[] {
  return [
    ...observations.map((one) => ({
      at: one.at,
      by: nameOf(one.by),
      says: observationInWords(one),
      observationId: one.observationId,
    })),
    ...enteredInError.map(({ observation, reason }) => ({
      at: observation.at,
      by: nameOf(observation.by),
      says: observationInWords(observation),
      more: `Entered in error: ${reason}`,
      struck: true,
    })),
    ...alarms.flatMap(({ finding, raisedAt, acknowledged, settledAt }) => [
      { at: raisedAt, says: `Alarm: ${finding.message}` },
      ...(acknowledged
        ? [{ at: acknowledged.at, by: nameOf(acknowledged.by), says: `Alarm acknowledged: ${acknowledged.response}` }]
        : []),
      ...(settledAt ? [{ at: settledAt, says: `Alarm settled: ${finding.message}` }] : []),
    ]),
    ...prns.map(({ at, by, drug, dose, route, reason }) => ({
      at,
      by: nameOf(by),
      says: `Gave ${drug} ${dose}, ${route}`,
      more: reason,
    })),
    ...adverseEvents.map(({ at, by, event, grade, response }) => ({
      at,
      by: nameOf(by),
      says: `Adverse event, grade ${grade}: ${event}`,
      more: response,
    })),
  ]
}

/** "142/88, pulse 84, SpO₂ 97 %, MOAA/S 5, no symptoms". */
export function observationInWords(observation: Partial<Observation>): string {
  const { sbp, dbp, hr, spo2, rr, tempC, moaas, rass, cadss6, distress, vomiting, symptoms } = observation
  const parts = [
    sbp !== undefined && `${sbp}/${dbp} mmHg`,
    hr !== undefined && `pulse ${hr}`,
    spo2 !== undefined && `SpO₂ ${spo2} %`,
    rr !== undefined && `${rr} breaths/min`,
    tempC !== undefined && `${tempC} °C`,
    moaas !== undefined && `MOAA/S ${moaas}`,
    rass !== undefined && `RASS ${rass > 0 ? '+' : ''}${rass}`,
    cadss6 !== undefined && `CADSS-6 ${cadss6}`,
    distress !== undefined && (distress ? 'distressed' : 'not distressed'),
    vomiting !== undefined && (vomiting ? 'vomiting' : 'no vomiting'),
    symptoms !== undefined &&
      (symptoms.length === 0 ? 'no symptoms' : symptoms.map(keyInWords).join(', ').toLowerCase()),
  ]
  return parts.filter(Boolean).join(', ')
}

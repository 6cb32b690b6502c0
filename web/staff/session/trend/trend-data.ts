/** The readings of a session as columns for a plot: minutes from the start of the dose, one column a reading. */
import type { Session } from '@keel/care'

export const plotted = ['sbp', 'dbp', 'hr', 'spo2'] as const

export interface Trend {
  /** Minutes from the start of the dose, or from the first reading when there was no dose; ascending. */
  readonly minutes: readonly number[]
  readonly columns: Readonly<Record<(typeof plotted)[number], readonly (number | null)[]>>
  readonly doseEndMinute: number | null
}

export function trendOf({ observations, dose }: Pick<Session, 'observations' | 'dose'>): Trend {
  const shown = observations.filter((observation) => plotted.some((key) => observation[key] !== undefined))
  const originMs = Date.parse(dose?.startedAt ?? shown[0]?.at ?? '')
  const minuteOf = (instant: string) => (Date.parse(instant) - originMs) / 60_000
  const columnOf = (key: (typeof plotted)[number]) => shown.map((observation) => observation[key] ?? null)
  return {
    minutes: shown.map(({ at }) => minuteOf(at)),
    columns: { sbp: columnOf('sbp'), dbp: columnOf('dbp'), hr: columnOf('hr'), spo2: columnOf('spo2') },
    doseEndMinute: dose?.ended ? minuteOf(dose.ended.at) : null,
  }
}

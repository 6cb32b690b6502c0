/** From what a patient says ("eight hours ago", "yesterday at nine") to the instant that is recorded. */

/** The instant some hours before now. */
export function instantAgo(nowMs: number, hours: number): string {
  return new Date(nowMs - hours * 3_600_000).toISOString()
}

/**
 * The instant of a time of day where the clinic is; `undefined` when it is still to come.
 * @param time 24-hour time, `21:05`
 */
export function instantAt(
  nowMs: number,
  timeZone: string,
  time: string,
  day: 'today' | 'yesterday',
): string | undefined {
  const today = Temporal.Instant.fromEpochMilliseconds(Math.floor(nowMs)).toZonedDateTimeISO(timeZone).toPlainDate()
  const on = day === 'today' ? today : today.subtract({ days: 1 })
  const { epochMilliseconds } = on.toZonedDateTime({ timeZone, plainTime: time })
  return epochMilliseconds > nowMs ? undefined : new Date(epochMilliseconds).toISOString()
}

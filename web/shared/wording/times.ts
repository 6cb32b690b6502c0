/** Times in words, where the clinic is. */

export interface Wording {
  /** 10:42 */
  readonly timeOf: (instant: string | number) => string
  /** 10:42:07 */
  readonly exactTimeOf: (instant: string | number) => string
  /** 22 Nov, 10:42 */
  readonly dayAndTimeOf: (instant: string | number) => string
}

/** The words for instants in a time zone. */
export function wordingFor(timeZone: string): Wording {
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone } as const
  const time = new Intl.DateTimeFormat('en-GB', clock)
  const exact = new Intl.DateTimeFormat('en-GB', { ...clock, second: '2-digit' })
  const dayAndTime = new Intl.DateTimeFormat('en-GB', { ...clock, day: 'numeric', month: 'short' })
  const msOf = (instant: string | number) => (typeof instant === 'number' ? instant : Date.parse(instant))
  return {
    timeOf: (instant) => time.format(msOf(instant)),
    exactTimeOf: (instant) => exact.format(msOf(instant)),
    dayAndTimeOf: (instant) => dayAndTime.format(msOf(instant)),
  }
}

/** A calendar day as people read it: 4 March 1980. */
export function dayInWords(day: string): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    Date.parse(`${day}T00:00:00Z`),
  )
}

/** How long ago, from a number of milliseconds: "just now", "4 min ago", "2 h 5 min ago". */
export function agoInWords(ms: number): string {
  const minutes = Math.floor(ms / 60_000)
  return minutes < 1 ? 'just now' : `${spanInWords(minutes)} ago`
}

/** A length of time in minutes: "4 min", "2 h 5 min". */
export function spanInWords(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return `${rest} min`
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`
}

/** Minutes and seconds, as a timer shows them: 04:09; hours come before when there are any. */
export function timer(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const two = (amount: number) => String(amount).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return hours > 0 ? `${hours}:${rest}` : rest
}

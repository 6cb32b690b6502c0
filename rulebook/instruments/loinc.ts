/** Codes of LOINC: a number, a hyphen, and a check digit that catches most slips of the pen. */

export interface LoincCode {
  readonly code: string
  /** Seen beside its name in a public copy of LOINC or an HL7 guide. A code that is not verified is never sent as certain. */
  readonly verified: boolean
  /** The name that LOINC gives it. */
  readonly display: string
}

export function loinc(code: string, display: string, verified = true): LoincCode {
  return { code, display, verified }
}

/** Well-formed codes that are in circulation for the wrong thing. */
export const refusedLoincCodes: Readonly<Record<string, string>> = {
  '70221-7': 'It is the PCL-C, the older list of 17 items for DSM-IV; the PCL-5 is 101697-1.',
}

/** Modulus 10, as LOINC computes it: from the right every second digit doubled, digits added, filled up to ten. */
export function loincCheckDigit(number: string): number {
  const sum = [...number].toReversed().reduce((total, digit, place) => {
    const doubled = Number(digit) * (place % 2 === 0 ? 2 : 1)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return (10 - (sum % 10)) % 10
}

/** What is wrong with a code, for people; `undefined` when nothing is known to be. */
export function loincProblem(code: string): string | undefined {
  const [, number, digit] = /^(\d{1,7})-(\d)$/.exec(code) ?? []
  if (number === undefined) return `"${code}" is no LOINC code: those are a number, a hyphen and one digit.`
  if (Number(digit) !== loincCheckDigit(number))
    return `"${code}" is no LOINC code: its check digit would be ${loincCheckDigit(number)}.`
  const refused = refusedLoincCodes[code]
  return refused && `"${code}" is the wrong code. ${refused}`
}

/** Every code of the misuse-risk tier, in the order in which clinicians list them: points, floors, stops, flags. */
import type { MisuseCode } from '../misuse-code.ts'
import { presentationAndHealth } from './presentation-and-health.ts'
import { product } from './product.ts'
import { registryAndUrine } from './registry-and-urine.ts'
import { requests } from './requests.ts'
import { substanceUse } from './substance-use.ts'

const unordered: readonly MisuseCode[] = [
  ...substanceUse,
  ...requests,
  ...product,
  ...registryAndUrine,
  ...presentationAndHealth,
]

const families = ['P', 'FM', 'FH', 'SM', 'SX']

/** `FM10` stands after `FM9`; flags, which have no number, come last in the order in which they are written. */
function place({ code }: MisuseCode): number {
  const match = /^(P|FM|FH|SM|SX)(\d+)$/.exec(code)
  return match ? families.indexOf(String(match[1])) * 100 + Number(match[2]) : families.length * 100
}

export const misuseCodes: readonly MisuseCode[] = unordered.toSorted((a, b) => place(a) - place(b))

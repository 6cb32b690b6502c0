/** The calculations that a case of a `kind` can ask for. An instrument or a model adds its own to the list. */
import type { z } from 'zod'
import { instrumentCalculations } from '../instruments/index.ts'
import { misuseCalculations } from '../misuse/calculations.ts'

/** One calculation: the schema of its input, and the pure function that answers it. */
export interface Calculation<Input = unknown> {
  readonly kind: string
  /** One sentence for the pages that people read. */
  readonly says: string
  /** A strict object: a key that it does not name is an error. */
  readonly input: z.ZodType<Input>
  /** Keys as in the case format. What cannot be computed is `null`, never left out. */
  compute(input: Input): Readonly<Record<string, unknown>>
}

/** Every kind but `pk`, in the order of the case format. */
export const calculations: readonly Calculation[] = [...misuseCalculations, ...instrumentCalculations]

import type { SessionScreen } from '@keel/care'
import { useQuery } from '@tanstack/react-query'

export interface DosingWeight {
  readonly kg: number
  readonly basis: 'actual' | 'ideal'
}

/** The weight that the rulebook doses by; `null` while it is worked out, or when weight or height is not known. */
export function useDosingWeight({ weightKg, heightCm, sex }: SessionScreen['patient']): DosingWeight | null {
  const { data = null } = useQuery({
    queryKey: ['dosing-weight', weightKg, heightCm, sex],
    // The whole rulebook is large, and only an order needs it: it is loaded when it is asked for.
    queryFn: async (): Promise<DosingWeight | null> => {
      const { dosingWeightKg } = await import('./weigh-by-rulebook.ts')
      const kg = dosingWeightKg(weightKg, heightCm, sex)
      return kg === null || weightKg === null ? null : { kg, basis: kg < weightKg ? 'ideal' : 'actual' }
    },
    staleTime: Number.POSITIVE_INFINITY,
  })
  return data
}

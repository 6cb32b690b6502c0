import type { SessionScreen } from '@keel/care'
import { useQuery } from '@tanstack/react-query'

export interface DosingWeight {
  readonly kg: number
  readonly basis: 'actual' | 'ideal'
}

/** The weight that the rulebook doses by; `null` while it is worked out, or when weight or height is not known. */
export function useDosingWeight(patient: SessionScreen['patient']): DosingWeight | null {
  const { weightKg, heightCm, sex } = patient
  const { data = null } = useQuery({
    queryKey: ['dosing-weight', weightKg, heightCm, sex],
    // The whole rulebook is large, and only an order needs it: it is loaded when it is asked for.
    queryFn: async (): Promise<DosingWeight | null> => {
      const { assessor } = await import('@keel/rulebook')
      const kg = assessor.factOf('derived.dosing_weight_kg', { weight_kg: weightKg, height_cm: heightCm, sex })
      if (typeof kg !== 'number' || weightKg === null) return null
      return { kg: Math.round(kg * 10) / 10, basis: kg < weightKg ? 'ideal' : 'actual' }
    },
    staleTime: Number.POSITIVE_INFINITY,
  })
  return data
}

import { assessor } from '@keel/rulebook'

/** The weight in kilograms that the rulebook doses by; `null` when weight, height or sex is not known. */
export function dosingWeightKg(weightKg: number | null, heightCm: number | null, sex: string): number | null {
  const kg = assessor.factOf('derived.dosing_weight_kg', { weight_kg: weightKg, height_cm: heightCm, sex })
  return typeof kg === 'number' ? Math.round(kg * 10) / 10 : null
}

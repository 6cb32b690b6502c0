/** The charts that the benches ask about: 500 facts each, as many as a patient with a long history has. */
import type { Facts } from '@keel/engine'
import { readCase } from '@keel/rulebook'

export const factsPerChart = 500

/** How many facts a chart states: every number, word, flag and `null` in it. */
export function countFacts(value: unknown): number {
  if (value === null || typeof value !== 'object') return 1
  return Object.values(value).reduce<number>((sum, part) => sum + countFacts(part), 0)
}

/** A full chart: every fact of the gate known, and a long list of conditions and medicines. No two are the same. */
export function chartOf(number: number): Facts {
  const stated = {
    id: `chart-${number}`,
    facts: {
      baseline: 'all-other-clear',
      phase: 'pre_session',
      protocol: number % 2 === 0 ? 'iv-ket-trd' : 'in-esk-trd',
      age: 25 + (number % 50),
      weight_kg: 55 + number / 2,
      vitals: { sbp: 110 + (number % 56), dbp: 66 + (number % 30), hr: 60 + (number % 40) },
      gate: { last_food_h: 6 + (number % 9), pdmp_days_ago: number },
    },
  }
  const read = readCase(stated)
  if ('error' in read) throw new Error(`the chart cannot be read: ${read.error.message}`)
  const conditions: Facts[] = []
  const medications: Facts[] = []
  const chart = { ...read.case.facts, conditions, medications }
  while (countFacts(chart) < factsPerChart) {
    conditions.push(conditionOf(number, conditions.length))
    medications.push(medicineOf(number, medications.length))
  }
  return chart
}

function conditionOf(number: number, index: number): Facts {
  return {
    key: ['major-depressive-disorder', 'generalized-anxiety-disorder', 'chronic-pain'][index % 3],
    status: ['current', 'history', 'stable'][(number + index) % 3],
    severity: ['mild', 'moderate', 'severe'][index % 3],
    icd10: `F${30 + index}.${number % 10}`,
    years_ago: index + number / 10,
    treated: index % 2 === 0,
  }
}

function medicineOf(number: number, index: number): Facts {
  const nasal = index % 7 === 0
  return {
    name: nasal ? 'fluticasone' : ['sertraline', 'lithium', 'mirtazapine'][index % 3],
    rxcui: `${10_000 + number * 31 + index}`,
    classes: [nasal ? 'nasal-steroid-decongestant' : 'none-of-these'],
    dose_mg_per_day: 10 + index,
    route: nasal ? 'nasal' : 'oral',
    minutes_ago: 100 + number * index,
  }
}

/** A case of the kind `pcl5`. */
import { z } from 'zod'
import type { Calculation } from '../../case/calculations.ts'
import { atLeast, changeOf, hasFallen, type Known } from '../change.ts'
import { pcl5, pcl5Clusters } from '../definitions/pcl-5.ts'
import { type Answer, amount } from '../instrument.ts'
import { answersOf, baselineOf } from './inputs.ts'

const input = z.strictObject({
  items: answersOf(pcl5),
  baseline: baselineOf(pcl5),
  cut: z.int().min(0).max(pcl5.total.max).nullish(),
})

type Cluster = keyof typeof pcl5Clusters
type ClusterCounts = Readonly<Record<Cluster, number | null>>

/** Symptoms present in a cluster; `null` with an answer missing. */
function symptomsIn(cluster: Cluster, items: readonly Answer[]): number | null {
  const { from, to } = pcl5Clusters[cluster]
  const answers = items.slice(from, to)
  if (answers.includes(null)) return null
  return answers.filter((one) => one !== null && one >= amount(pcl5.values.symptomPresent)).length
}

/** One cluster short of its number settles it, whatever is missing in the others. */
function enoughInEach(counts: ClusterCounts): Known {
  const met = (Object.keys(pcl5Clusters) as Cluster[]).map((cluster) =>
    atLeast(amount(pcl5Clusters[cluster].needs), counts[cluster]),
  )
  if (met.includes(false)) return false
  return met.includes(null) ? null : true
}

export const pcl5Calculation: Calculation<z.infer<typeof input>> = {
  kind: 'pcl5',
  says: 'Total, clusters and change of a PCL-5.',
  input,
  compute({ items, baseline = null, cut }) {
    const total = pcl5.total.of(items)
    const change = changeOf(baseline, total)
    const counts: ClusterCounts = {
      B: symptomsIn('B', items),
      C: symptomsIn('C', items),
      D: symptomsIn('D', items),
      E: symptomsIn('E', items),
    }
    return {
      total,
      cluster_counts: counts,
      provisional_ptsd_by_symptoms: enoughInEach(counts),
      screen_positive: atLeast(cut ?? amount(pcl5.values.screenPositive), total),
      change,
      reliable_change: hasFallen(amount(pcl5.values.reliableChange), change),
      older_min_threshold_met: hasFallen(amount(pcl5.values.olderReliableChange), change),
    }
  },
}

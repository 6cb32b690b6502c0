/** `keel distribute`: spreads the record over several machines, where the database has Citus; otherwise says what is missing. */
import { parseArgs } from 'node:util'
import { type Distribution, distribute } from '@keel/eventlog'
import { dataOption, withRecord } from './record.ts'

export const distributeHelp = `keel distribute [--plan] [--data .keel]
  Distributes the record's tables by clinic over the machines of a Citus cluster, in the database of DATABASE_OWNER_URL or
  DATABASE_URL: the machine that coordinates, as a role that row-level security does not bind. Stop the servers first, and
  run it again after each release, before they start: it does what is left.
  Keel's makers had no Citus to run it on: read docs/scale.md, and try it on a copy first.
  --plan   prints the statements and changes nothing
  Exit code 0: distributed, or nothing to do. 1: something is missing, and nothing was changed.`

export async function runDistribute(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { plan: { type: 'boolean', default: false }, data: dataOption },
  })
  const onProgress = (message: string) => console.error(message)
  const distribution = await withRecord(values.data, (url) => distribute(url, { isPlanOnly: values.plan, onProgress }))
  console.log((values.plan ? planInWords(distribution) : doneInWords(distribution)).join('\n'))
  return distribution.missing.length > 0 ? 1 : 0
}

const bulleted = (lines: readonly string[]) => lines.map((line) => `  ${line}`)

function planInWords({ plan, missing }: Distribution): readonly string[] {
  const statements = plan.map((statement) => `${statement};`)
  const asked = plan.length === 0 ? ['-- Nothing is left to do.'] : ['BEGIN;', ...statements, 'COMMIT;']
  return [...missing.map((line) => `-- Missing: ${line}`), ...asked]
}

function doneInWords({ missing, plan, isDone, leftBehind }: Distribution): readonly string[] {
  if (missing.length > 0) {
    return [
      'The record was not distributed. Nothing was changed. What is missing:',
      ...bulleted(missing),
      'It may not be needed: by the arithmetic of docs/scale.md one PostgreSQL carries a thousand clinics.',
    ]
  }
  if (!isDone) return ['Every table of the record is distributed by clinic already. Nothing was changed.']
  const remove = leftBehind.map((table) => `SELECT truncate_local_data_after_distributing_table('${table}');`)
  const removal = ['The rows also lie where they lay before, unused. When keel verify finds no fault, remove them:']
  return [
    `Distributed by clinic, in ${plan.length} steps. Every row was counted before and after.`,
    ...(remove.length > 0 ? [...removal, ...bulleted(remove)] : []),
    'Keel was never run on Citus by its makers: try a copy of this database first. What is known stands in docs/scale.md.',
  ]
}

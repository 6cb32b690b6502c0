/** The same bare insert as PostgreSQL's own bench does it, where the machine has that program. */
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Inserts a second, each its own commit; undefined when there is no `pgbench` here. The table is that of the bare loop. */
export async function runPgbench(ownerUrl: string, clients: number, seconds: number): Promise<number | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'keel-pgbench-'))
  const script = join(folder, 'insert.sql')
  await writeFile(script, `INSERT INTO bare (id, data) VALUES (gen_random_uuid(), repeat('x', 300));\n`)
  const options = ['--no-vacuum', '--protocol=prepared', `--client=${clients}`, '--jobs=2', `--time=${seconds}`]
  try {
    const { stdout } = await run('pgbench', [...options, `--file=${script}`, ownerUrl])
    const rate = /tps = ([\d.]+)/.exec(stdout)?.[1]
    if (rate === undefined) throw new Error(`pgbench did not say how fast it was: ${stdout}`)
    return Number(rate)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

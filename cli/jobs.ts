/** `keel jobs`: what the server does by itself, when it last did, and what went wrong. */
import { parseArgs } from 'node:util'
import { type JobStatus, readJobs } from '@keel/server'
import { clinicsAskedFor, dataOption, withRecord } from './record.ts'

export const jobsHelp = `keel jobs [--data .keel] [--clinic ID]
  Lists the jobs that the server runs by itself, for every clinic: when each was last due and how that ended, when it runs
  next, and how often it has failed. Times are UTC. Jobs run only while a server does.
  Exit code 0: done. 1: a job was given up until it is due again. 2: not done, and why.`

export async function runJobs(args: readonly string[]): Promise<number> {
  const options = { data: dataOption, clinic: { type: 'string' } } as const
  const { values } = parseArgs({ args: [...args], options })
  const lists = await withRecord(values.data, async (ownerUrl) => {
    const clinics = await clinicsAskedFor(ownerUrl, values.clinic)
    return Promise.all(clinics.map(async (clinicId) => ({ clinicId, list: await readJobs(ownerUrl, clinicId) })))
  })
  if (lists.length === 0) throw new Error('The record has no clinic yet.')
  for (const { clinicId, list } of lists) console.log([`Clinic ${clinicId}`, ...list.flatMap(inWords)].join('\n'))
  return lists.some(({ list }) => list.some(({ state }) => state === 'given-up')) ? 1 : 0
}

const stateInWords: Record<JobStatus['state'], string> = {
  never: 'was not due yet',
  done: 'done',
  waiting: 'waits for a server',
  running: 'runs now',
  failed: 'failed, and is tried again',
  'given-up': 'FAILED, and is not tried again before it is due',
}

function inWords({ name, does, state, lastDueAt, nextAt, failedAttempts, lastError }: JobStatus): readonly string[] {
  const last = lastDueAt === null ? '' : `last due ${shortly(lastDueAt)}: `
  const failures = failedAttempts === 0 ? '' : ` (${failedAttempts} failed)`
  return [
    `  ${name}: ${does}`,
    `    ${last}${stateInWords[state]}${failures}; next ${shortly(nextAt)}`,
    ...(lastError === null ? [] : [`    ${lastError}`]),
  ]
}

function shortly(at: Date): string {
  return `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

/**
 * How fast and in how much memory a record is verified. The rate is that of a process of its own, as `keel verify` is one,
 * beside plain SHA-256 over the same bytes in the same run. By itself, with counts of events:
 *
 *     node tools/bench/verify.ts 200000 2000000
 */
import { execFile } from 'node:child_process'
import { generateKeyPairSync, hash, type KeyObject, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { createPostgresEventLog, makeCheckpoint, migrate } from '@keel/eventlog'
import { openDatabase } from '@keel/server'

export interface VerifyFigures {
  readonly events: number
  readonly eventsPerSecond: number
  /** By the processor time of the verifying process, whatever else the machine is doing. */
  readonly eventsPerCoreSecond: number
  /** SHA-256 of each event's text, one after the other, the texts being in memory. */
  readonly plainHashesPerSecond: number
  readonly ratio: number
  /** Of the verifying process at its largest. */
  readonly memoryMegabytes: number
}

interface Verified {
  readonly seconds: number
  readonly coreSeconds: number
  readonly memoryMegabytes: number
  readonly problems: number
  readonly eventsChecked: number
}

const madeAt = '2026-11-22T18:09:00.125Z'
const eventsInStream = 50
const streamsInAppend = 20
const observation = {
  ...{ sbp: 128, dbp: 80, hr: 76, spo2: 98, rr: 14, moaas: 5, rass: 0, distress: false, vomiting: false },
  ...{
    symptoms: ['light-headed'],
    note: 'resting, calm, answers at once',
    source: { device: 'monitor-2', manual: false },
  },
}

/** Fills a database of its own with each number of events in turn, one clinic for each, and verifies that clinic. */
export async function measureVerify(counts: readonly number[] = [200_000]): Promise<readonly VerifyFigures[]> {
  const folder = await mkdtemp(join(tmpdir(), 'keel-bench-verify-'))
  const database = await openDatabase({ dataFolder: folder })
  try {
    await migrate(database.ownerUrl)
    const figures: VerifyFigures[] = []
    for (const events of counts) figures.push(await measureOne(database, events))
    return figures
  } finally {
    await database.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function measureOne(
  urls: { readonly ownerUrl: string; readonly serverUrl: string },
  events: number,
): Promise<VerifyFigures> {
  const clinicId = randomUUID()
  const recordKey = generateKeyPairSync('ed25519').privateKey
  await fill(urls.serverUrl, clinicId, events, recordKey)
  await makeCheckpoint(urls.serverUrl, clinicId, recordKey, madeAt)
  const plainHashesPerSecond = await hashPlainly(urls.serverUrl, clinicId)
  const verified = await verifyInProcess(urls.ownerUrl, clinicId, recordKey)
  if (verified.problems > 0 || verified.eventsChecked < events) throw new Error('The record was not verified as sound.')
  const eventsPerCoreSecond = Math.round(verified.eventsChecked / verified.coreSeconds)
  return {
    events: verified.eventsChecked,
    eventsPerSecond: Math.round(verified.eventsChecked / verified.seconds),
    eventsPerCoreSecond,
    plainHashesPerSecond,
    ratio: eventsPerCoreSecond / plainHashesPerSecond,
    memoryMegabytes: verified.memoryMegabytes,
  }
}

async function fill(serverUrl: string, clinicId: string, events: number, recordKey: KeyObject): Promise<void> {
  const log = createPostgresEventLog({ serverUrl, recordKey })
  const ofStream = Array.from({ length: eventsInStream }, () => ({
    ...{ type: 'ObservationRecorded', schemaVersion: 1, data: observation, ruleset: 'c'.repeat(64) },
  }))
  for (let written = 0; written < events; written += eventsInStream * streamsInAppend) {
    await log.append({
      ...{ clinicId, commandId: randomUUID(), command: null, at: madeAt, recordedAt: madeAt },
      by: { personId: 'nurse-1', role: 'nurse' },
      streams: Array.from({ length: streamsInAppend }, () => ({
        ...{ streamId: `session-${randomUUID()}`, expectedVersion: 0, events: ofStream },
      })),
    })
  }
  await log.close()
}

/** Over some of the events, many times: all of them are of one length. */
async function hashPlainly(serverUrl: string, clinicId: string): Promise<number> {
  const log = createPostgresEventLog({ serverUrl })
  const texts = (await log.readAll(clinicId, 0, 1_000)).map((event) => JSON.stringify(event))
  await log.close()
  const rounds = 200
  const start = performance.now()
  for (let round = 0; round < rounds; round += 1) for (const text of texts) hash('sha256', text, 'hex')
  return Math.round((rounds * texts.length * 1_000) / (performance.now() - start))
}

async function verifyInProcess(ownerUrl: string, clinicId: string, recordKey: KeyObject): Promise<Verified> {
  const child = fileURLToPath(new URL('./verify-once.ts', import.meta.url))
  const KEEL_RECORD_KEY = recordKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const env = { ...process.env, KEEL_BENCH_OWNER_URL: ownerUrl, KEEL_RECORD_KEY }
  const { stdout } = await promisify(execFile)(process.execPath, [child, clinicId], { env })
  return JSON.parse(stdout)
}

if (import.meta.main) {
  const counts = process.argv.slice(2).map(Number)
  console.table(await measureVerify(counts.length > 0 ? counts : undefined))
}

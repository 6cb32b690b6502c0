/**
 * One clinic under attack: it is started, written to and killed as a round of the plan says, and after every start its
 * record is held against what was acknowledged.
 *
 * Killing processes does not try a loss of power: what PostgreSQL has handed to the machine stays with it. That it waits
 * for the disk is asserted where its settings are tested.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { verify } from '@keel/eventlog'
import { demoClinicId, demoSignIns, findRecordKey } from '@keel/server'
import pg from 'pg'
import { compare, type WrittenEvent } from './compare.ts'
import type { Kill, StartMoment, Victim } from './plan.ts'
import { isAlive, killAtOnce, ownerUrlOf, type Processes, processesOn } from './processes.ts'
import { type Served, serve } from './served.ts'
import { startWriting, type Writing } from './writing.ts'

export interface RoundReport {
  readonly acknowledged: number
  readonly sentAgain: number
  readonly alreadyWritten: number
  readonly lost: readonly string[]
  readonly doubled: readonly string[]
  readonly restartsMs: readonly number[]
  readonly verified: number
  readonly eventsVerified: number
  /** What verifying found, in words. */
  readonly problems: readonly string[]
}

interface Round {
  readonly dataFolder: string
  readonly compileCache: string
  readonly writing: Writing
  served: Served | undefined
  readonly restartsMs: number[]
  readonly lost: Set<string>
  readonly doubled: Set<string>
  readonly problems: Set<string>
  verified: number
  eventsVerified: number
}

/** What the program says when a moment of its start begins, and how long the moment takes. */
const moments: Readonly<Record<Exclude<StartMoment, 'starting'>, { words: string; usualMs: number }>> = {
  creating: { words: 'Creating the database', usualMs: 2_500 },
  migrating: { words: 'Changing the database', usualMs: 200 },
  seeding: { words: 'Seeding the demo clinic', usualMs: 600 },
}
const usualStartMs = 2_500
const resumedCommands = 10
const lookAgainMs = 20
const resumePatienceMs = 60_000

/** @throws Error when the clinic cannot be started or written to any more; its data folder is then kept. */
export async function runRound(
  kills: readonly Kill[],
  compileCache: string,
  onKill: (kill: Kill) => void,
): Promise<RoundReport> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'keel-torture-'))
  // The account that PostgreSQL runs as under root has to pass through.
  await chmod(dataFolder, 0o711)
  const sets = { lost: new Set<string>(), doubled: new Set<string>(), problems: new Set<string>() }
  const counts = { verified: 0, eventsVerified: 0, restartsMs: [] }
  const round: Round = { dataFolder, compileCache, writing: startWriting(), served: undefined, ...sets, ...counts }
  try {
    for (const kill of kills) {
      await carryOut(round, kill)
      onKill(kill)
    }
    await end(round)
  } catch (error) {
    const said = round.served?.lastLines() ?? 'nothing'
    throw new Error(`${(error as Error).message}\nIts data folder is ${dataFolder}. Keel last said:\n${said}`)
  } finally {
    round.writing.end()
    await round.served?.kill(true)
  }
  const report = reportOf(round)
  if (report.lost.length + report.doubled.length + report.problems.length === 0)
    await rm(dataFolder, { recursive: true, force: true })
  return report
}

function reportOf({ writing, lost, doubled, problems, restartsMs, verified, eventsVerified }: Round): RoundReport {
  const { commands, alreadyWritten } = writing.sentAgain()
  return {
    acknowledged: writing.acknowledged.size,
    sentAgain: commands,
    alreadyWritten,
    lost: [...lost],
    doubled: [...doubled],
    restartsMs,
    verified,
    eventsVerified,
    problems: [...problems],
  }
}

async function carryOut(round: Round, kill: Kill): Promise<void> {
  if ('fraction' in kill) return killWhileStarting(round, kill)
  const served = await running(round)
  await round.writing.goesOn(1)
  await delay(kill.afterMs)
  await strike(round, served, kill)
}

async function killWhileStarting(
  round: Round,
  { kind, fraction, whole }: Extract<Kill, { kind: StartMoment }>,
): Promise<void> {
  const served = serve(round.dataFolder, { compileCache: round.compileCache })
  round.served = served
  const moment = kind === 'starting' ? undefined : moments[kind]
  const goesThrough = served.ready.then(() => false)
  const isReached = moment === undefined || (await Promise.race([served.said(moment.words), goesThrough]))
  const usualMs = moment?.usualMs ?? round.restartsMs.at(-1) ?? usualStartMs
  // One that is quicker than usual is killed when it has just become ready.
  if (isReached) await Promise.race([delay(fraction * usualMs), served.ready])
  await served.kill(whole)
  round.served = undefined
}

async function strike(round: Round, served: Served, { kind, roll }: Extract<Kill, { kind: Victim }>): Promise<void> {
  const found = processesOn(round.dataFolder)
  switch (kind) {
    case 'everything':
    case 'server':
    case 'server and guard':
      if (kind === 'server and guard') killAtOnce([found?.guard])
      await served.kill(kind === 'everything')
      round.served = undefined
      return
    case 'database':
      killAtOnce([found?.database])
      return resumed(round, found)
    case 'guard':
      killAtOnce([found?.guard])
      return resumed(round, found)
    case 'database process':
      killAtOnce([found?.databaseProcesses[Math.floor(roll * found.databaseProcesses.length)]])
      return resumed(round, found)
  }
}

/** The server goes on by itself, on a database that has begun anew: of its processes from before, none is there. */
async function resumed(round: Round, before: Processes | undefined): Promise<void> {
  while (before?.databaseProcesses.some(isAlive)) await delay(lookAgainMs)
  const deadlineMs = performance.now() + resumePatienceMs
  while (!(await isAnswering(round.dataFolder))) {
    if (performance.now() > deadlineMs)
      throw new Error(`The database did not come back within ${resumePatienceMs / 1000} s.`)
    await delay(lookAgainMs)
  }
  await round.writing.goesOn(resumedCommands)
  return check(round)
}

async function isAnswering(dataFolder: string): Promise<boolean> {
  try {
    await readWritten(ownerUrlOf(dataFolder))
    return true
  } catch {
    return false
  }
}

/** The server, started first when it is not running. Its record is looked at before anything new is written. */
async function running(round: Round): Promise<Served> {
  if (round.served !== undefined) return round.served
  const served = serve(round.dataFolder, { compileCache: round.compileCache })
  round.served = served
  const url = await served.ready
  if (url === undefined) throw new Error('Keel did not start.')
  round.restartsMs.push(served.readyAfterMs() ?? 0)
  await check(round)
  const [nurse] = demoSignIns as [(typeof demoSignIns)[number]]
  round.writing.tell({ url, email: nurse.email, password: nurse.password })
  return served
}

async function check(round: Round): Promise<void> {
  // What is acknowledged while the record is being read need not be in what was read.
  const acknowledged = new Map(round.writing.acknowledged)
  const ownerUrl = ownerUrlOf(round.dataFolder)
  const { lost, doubled } = compare(acknowledged, await readWritten(ownerUrl))
  for (const one of lost) round.lost.add(one)
  for (const one of doubled) round.doubled.add(one)
  const recordKey = await findRecordKey(round.dataFolder)
  const { problems, eventsChecked } = await verify(ownerUrl, { recordKey })
  for (const { kind, message } of problems) round.problems.add(`${kind}: ${message}`)
  round.verified += 1
  round.eventsVerified += eventsChecked
}

async function readWritten(ownerUrl: string): Promise<readonly WrittenEvent[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<WrittenEvent>(
      `SELECT command_id::text AS "commandId", type, data->>'observationId' AS "observationId"
       FROM eventlog.event WHERE clinic_id = $1 ORDER BY position`,
      [demoClinicId],
    )
    return rows
  } finally {
    await client.end()
  }
}

/** What was begun is acknowledged, and all of it is there. */
async function end(round: Round): Promise<void> {
  const served = await running(round)
  await round.writing.finish()
  await check(round)
  await served.stop()
  round.served = undefined
}

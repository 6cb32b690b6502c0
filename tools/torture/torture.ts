/** All rounds of a plan, and what came of them. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Kill, type KillKind, killKinds, planKills } from './plan.ts'
import { type RoundReport, runRound } from './round.ts'
import { fillCompileCache } from './served.ts'

export interface TortureReport extends RoundReport {
  readonly seed: number
  readonly rounds: number
  readonly kills: readonly { readonly kind: KillKind; readonly times: number }[]
}

/** @throws Error in words when a clinic did not start or could not be written to any more. */
export async function torture(
  seed: number,
  kills: number,
  onKill: (kill: Kill, number: number) => void = () => undefined,
): Promise<TortureReport> {
  const compileCache = await mkdtemp(join(tmpdir(), 'keel-compiled-'))
  const plan = planKills(seed, kills)
  const reports: RoundReport[] = []
  let done = 0
  try {
    fillCompileCache(compileCache)
    for (const round of plan) {
      reports.push(
        await runRound(round, compileCache, (kill) => {
          done += 1
          onKill(kill, done)
        }),
      )
    }
  } finally {
    await rm(compileCache, { recursive: true, force: true })
  }
  const kinds = Map.groupBy(plan.flat(), ({ kind }) => kind)
  return {
    seed,
    rounds: plan.length,
    kills: killKinds.map((kind) => ({ kind, times: kinds.get(kind)?.length ?? 0 })),
    ...together(reports),
  }
}

function together(reports: readonly RoundReport[]): RoundReport {
  const sum = (of: (report: RoundReport) => number) => reports.reduce((total, report) => total + of(report), 0)
  return {
    acknowledged: sum(({ acknowledged }) => acknowledged),
    sentAgain: sum(({ sentAgain }) => sentAgain),
    alreadyWritten: sum(({ alreadyWritten }) => alreadyWritten),
    lost: reports.flatMap(({ lost }) => lost),
    doubled: reports.flatMap(({ doubled }) => doubled),
    restartsMs: reports.flatMap(({ restartsMs }) => restartsMs),
    verified: sum(({ verified }) => verified),
    eventsVerified: sum(({ eventsVerified }) => eventsVerified),
    problems: reports.flatMap(({ problems }) => problems),
  }
}

export function isUnharmed({ lost, doubled, problems }: TortureReport): boolean {
  return lost.length + doubled.length + problems.length === 0
}

export function toTable(report: TortureReport): string {
  const { seed, rounds, kills, acknowledged, sentAgain, alreadyWritten, lost, doubled, restartsMs, problems } = report
  const count = (number: number) => number.toLocaleString('en')
  const seconds = (ms: number | undefined) => `${((ms ?? 0) / 1000).toFixed(1)} s`
  const sorted = restartsMs.toSorted((one, other) => one - other)
  const rows: readonly (readonly [string, string])[] = [
    ['seed', `${seed}`],
    ['clinics', `${rounds}`],
    ...kills.map(({ kind, times }) => [`killed: ${kind}`, `${times}`] as const),
    ['killed in all', `${kills.reduce((total, { times }) => total + times, 0)}`],
    ['commands acknowledged', count(acknowledged)],
    ['sent again', `${count(sentAgain)}, of which ${count(alreadyWritten)} had been written`],
    ['lost', list(lost)],
    ['doubled', list(doubled)],
    [
      'starts',
      `${restartsMs.length}, median ${seconds(sorted[sorted.length >> 1])}, longest ${seconds(sorted.at(-1))}`,
    ],
    ['verified', `${report.verified} times, ${count(report.eventsVerified)} events: ${problems.join(' ') || 'clean'}`],
  ]
  const width = Math.max(...rows.map(([name]) => name.length))
  return rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`).join('\n')
}

const list = (ids: readonly string[]) => [ids.length, ...ids].join(' ')

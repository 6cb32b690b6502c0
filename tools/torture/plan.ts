/**
 * Which kills come when, worked out from a seed alone, so that a run that found something can be had again. Kills come in
 * rounds of 25: a round begins on an empty data folder and goes on with what its kills have left there.
 */
import { createHash } from 'node:crypto'

/** Moments of a start-up, each of which the program tells. */
export type StartMoment = 'creating' | 'migrating' | 'seeding' | 'starting'

/** What is killed while commands are being written. */
export type Victim = 'everything' | 'server' | 'server and guard' | 'database' | 'guard' | 'database process'

export type Kill =
  /** `fraction`: how far into the moment, of the time that it usually takes. `whole`: its database is killed as well. */
  | { readonly kind: StartMoment; readonly fraction: number; readonly whole: boolean }
  /** `afterMs`: since commands are being acknowledged. `roll`: chooses among several of the same kind, 0 to below 1. */
  | { readonly kind: Victim; readonly afterMs: number; readonly roll: number }

export type KillKind = Kill['kind']

export const killKinds: readonly KillKind[] = [
  'creating',
  'migrating',
  'seeding',
  'starting',
  'everything',
  'server',
  'server and guard',
  'database',
  'guard',
  'database process',
]

export const killsPerRound = 25

const writingMsMin = 100
const writingMsMax = 600

/** Ways in which a server ends; `ends` stands for one of them. */
const endings: readonly Victim[] = ['server', 'server and guard', 'everything']
type Step = Victim | 'starting' | 'ends'

/** Kills that belong together: some come twice quickly. */
const groups: readonly (readonly Step[])[] = [
  ['server'],
  ['server and guard'],
  ['everything', 'starting'],
  ['ends', 'starting'],
  ['ends', 'starting', 'starting'],
  ['database'],
  ['database'],
  ['guard'],
  ['guard'],
  ['database', 'server'],
  ...Array<readonly Step[]>(7).fill(['database process']),
]

/** @param kills how many in all. Of the same seed a longer plan begins as a shorter one. */
export function planKills(seed: number, kills: number): readonly (readonly Kill[])[] {
  const roll = rollsOf(seed)
  const rounds: (readonly Kill[])[] = []
  for (let left = kills; left > 0; left -= killsPerRound) rounds.push(planRound(roll).slice(0, left))
  return rounds
}

function planRound(roll: () => number): readonly Kill[] {
  const steps = shuffled(groups, roll).flat()
  const first = (['creating', 'migrating', 'seeding'] as const).map((kind) => duringStart(kind, roll))
  return [...first, ...steps.map((step) => toKill(step, roll))]
}

function toKill(step: Step, roll: () => number): Kill {
  if (step === 'starting') return duringStart(step, roll)
  const kind = step === 'ends' ? (endings[Math.floor(roll() * endings.length)] as Victim) : step
  return { kind, afterMs: Math.round(writingMsMin + roll() * (writingMsMax - writingMsMin)), roll: roll() }
}

function duringStart(kind: StartMoment, roll: () => number): Kill {
  return { kind, fraction: roll(), whole: roll() < 0.5 }
}

function shuffled<Item>(items: readonly Item[], roll: () => number): readonly Item[] {
  return items
    .map((item) => ({ item, at: roll() }))
    .sort((one, other) => one.at - other.at)
    .map(({ item }) => item)
}

/** Numbers from 0 to below 1, the same for the same seed on every machine. */
function rollsOf(seed: number): () => number {
  let drawn = 0
  return () => {
    const digest = createHash('sha256').update(`${seed} ${drawn}`).digest()
    drawn += 1
    return digest.readUInt32BE() / 2 ** 32
  }
}

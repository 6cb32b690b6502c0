/**
 * `npm run torture -- --kills 200 --seed 1`: kills a clinic's server, its database and its guard at moments that the seed
 * names, and says whether anything that was acknowledged is lost or doubled. It ends with 1 when it is.
 */
import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import type { Kill } from './plan.ts'
import { isUnharmed, torture, toTable } from './torture.ts'

const { values } = parseArgs({ options: { kills: { type: 'string', default: '50' }, seed: { type: 'string' } } })
const kills = parseCount('kills', values.kills)
const seed = values.seed === undefined ? randomInt(1, 1_000_000) : parseCount('seed', values.seed)

console.log(`Torture: ${kills} kills, seed ${seed}`)
try {
  const report = await torture(seed, kills, (kill, number) => console.log(`  ${number}/${kills}  ${inWords(kill)}`))
  console.log(`\n${toTable(report)}`)
  process.exitCode = isUnharmed(report) ? 0 : 1
} catch (error) {
  console.error(`\nSeed ${seed}: ${(error as Error).message}`)
  process.exitCode = 1
}

function parseCount(name: string, text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw new Error(`--${name} is a whole number from 1 on, for example --${name} 25`)
}

function inWords(kill: Kill): string {
  if ('afterMs' in kill) return `${kill.kind}, ${kill.afterMs} ms after the first answer`
  return `${kill.kind}, ${Math.round(kill.fraction * 100)} % into it${kill.whole ? ', with its database' : ''}`
}

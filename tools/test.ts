/**
 * `npm test`: everything that must hold, in order of cost. Stops at the first stage that fails, and always says in the
 * end what was run. `npm test -- PATTERN` runs only the tests of files that match.
 */
import { spawn } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { root, tidy } from './tidy.ts'

interface Stage {
  readonly name: string
  readonly run: () => Promise<boolean>
}

function node(...args: string[]): Promise<boolean> {
  const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' })
  return new Promise((resolve) => child.once('exit', (code) => resolve(code === 0)))
}

const compiler = join(root, 'node_modules/typescript-7/bin/tsc')
const resultFile = join(root, 'test-results/vitest.json')

async function types(): Promise<boolean> {
  const projects = ['tsconfig.pure.json', 'tsconfig.json', 'web/tsconfig.json', 'web/tsconfig.test.json']
  const results = await Promise.all(projects.map((project) => node(compiler, '-p', project)))
  return results.every(Boolean)
}

const vitest = (filters: readonly string[]) =>
  node(
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${resultFile}`,
    ...filters,
  )

async function main(filters: readonly string[]): Promise<boolean> {
  await rm(resultFile, { force: true })
  const tests: Stage = { name: 'unit, property, database and browser tests', run: () => vitest(filters) }
  const all: readonly Stage[] = [
    { name: 'types', run: types },
    { name: 'house rules', run: () => tidy(console.log) },
    tests,
  ]
  for (const { name, run } of filters.length > 0 ? [tests] : all) {
    const startedAt = Date.now()
    console.log(`\n== ${name}`)
    const passed = await run()
    console.log(`== ${name}: ${passed ? 'passed' : 'FAILED'} (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`)
    if (!passed) return false
  }
  return true
}

/** One plain line that programs can read, too. */
async function summary(): Promise<string> {
  const text = await readFile(resultFile, 'utf8').catch(() => undefined)
  if (text === undefined) return '0 passed, 1 failed'
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(text)
  return `${numPassedTests} passed, ${Math.max(numFailedTests, numFailedTestSuites > 0 && numFailedTests === 0 ? 1 : 0)} failed`
}

const passed = await main(process.argv.slice(2))
console.log(`\n${await summary()}`)
process.exitCode = passed ? 0 : 1

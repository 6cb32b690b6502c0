/**
 * `npm run mutation`: can the tests fail? First the rules, whose conditions are changed one by one and whose examples
 * must notice; then the code of the pure folders, changed by Stryker, which the tests of the same folder must notice.
 * The rules take a second, all the code about an hour.
 *
 *     npm run mutation -- rules                  the rules alone
 *     npm run mutation -- engine rulebook/case   the code of these folders alone
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ruleset } from '@keel/rulebook'
import { root } from '../tidy.ts'
import { mutateRules } from './rule-mutants.ts'

/** What is changed together, and which tests must notice. Only their own: an accident elsewhere is no test. */
interface Part {
  readonly name: string
  readonly code: readonly string[]
  readonly tests: readonly string[]
}

const parts: readonly Part[] = [
  { name: 'engine', code: ['engine/**/*.ts'], tests: ['engine/**/*.test.ts'] },
  {
    name: 'rulebook/derivations',
    code: ['rulebook/derivations.ts', 'rulebook/derivations/**/*.ts'],
    tests: ['rulebook/{derivations,units}.test.ts', 'rulebook/{derivations,rules}/**/*.test.ts'],
  },
  { name: 'rulebook/case', code: ['rulebook/case/**/*.ts'], tests: ['rulebook/case/**/*.test.ts'] },
  {
    name: 'rulebook/misuse',
    code: ['rulebook/misuse/**/*.ts', 'rulebook/engagement/**/*.ts'],
    tests: ['rulebook/{misuse,engagement}/**/*.test.ts'],
  },
  {
    name: 'rulebook/instruments',
    code: ['rulebook/instruments/**/*.ts'],
    tests: ['rulebook/instruments/**/*.test.ts'],
  },
  {
    name: 'rulebook/words',
    code: ['rulebook/*.ts', 'rulebook/words/**/*.ts', 'rulebook/vocabularies/**/*.ts', '!rulebook/derivations.ts'],
    tests: ['rulebook/*.test.ts', 'rulebook/{words,vocabularies,rules,protocols}/**/*.test.ts'],
  },
  {
    name: 'rulebook/education',
    code: ['rulebook/education/*.ts', 'rulebook/consent/*.ts', 'rulebook/releases/*.ts'],
    tests: ['rulebook/{education,consent,releases}/**/*.test.ts'],
  },
]

/** No code to change: tests, doors, and what is read and not run (sources, texts). */
const never = ['!**/*.test.ts', '!**/test-*.ts', '!**/index.ts', '!rulebook/sources.ts']

function showRules(): void {
  const { mutants, survivors } = mutateRules(ruleset)
  for (const { rule, change } of survivors) console.log(`  not noticed  ${rule}: ${change}`)
  const score = (100 * (mutants - survivors.length)) / mutants
  console.log(`Rules: ${mutants - survivors.length} of ${mutants} changes noticed, ${score.toFixed(1)} %\n`)
}

/** Gives false when fewer changes were noticed than the configuration wants. */
function stryker({ name, code, tests }: Part): Promise<boolean> {
  console.log(`\n== ${name}`)
  const program = join(root, 'node_modules/@stryker-mutator/core/bin/stryker.js')
  const config = join(root, 'tools/mutation/stryker.config.json')
  const remembered = `.keel/mutation-${name.replaceAll('/', '-')}.json`
  const options = ['--mutate', [...code, ...never].join(','), '--incrementalFile', remembered]
  const child = spawn(process.execPath, [program, 'run', config, ...options], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, MUTATION_TESTS: tests.join(';') },
  })
  return new Promise((resolve) => child.once('exit', (code) => resolve(code === 0)))
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((one) => one !== 'rules' && !parts.some(({ name }) => name === one))
if (unknown.length > 0) {
  console.error(`Not known: ${unknown.join(', ')}. There are: rules, ${parts.map(({ name }) => name).join(', ')}.`)
  process.exit(1)
}
if (wanted.length === 0 || wanted.includes('rules')) showRules()
const failed: string[] = []
for (const part of parts.filter(({ name }) => wanted.length === 0 || wanted.includes(name)))
  if (!(await stryker(part))) failed.push(part.name)
if (failed.length > 0) console.log(`\nToo little was noticed in: ${failed.join(', ')}`)
process.exitCode = failed.length > 0 ? 1 : 0

/**
 * `npm run mutation`: can the tests fail? First the rules, whose conditions are changed one by one and whose examples
 * must notice; then the code of the pure folders, by Stryker. Slow: the rules take a second, the code about an hour.
 *
 *     npm run mutation -- rules               the rules alone
 *     npm run mutation -- engine/assess.ts    the code of these files alone
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ruleset } from '@keel/rulebook'
import { root } from '../tidy.ts'
import { mutateRules } from './rule-mutants.ts'

function showRules(): void {
  const { mutants, survivors } = mutateRules(ruleset)
  for (const { rule, change } of survivors) console.log(`  not noticed  ${rule}: ${change}`)
  const score = (100 * (mutants - survivors.length)) / mutants
  console.log(`Rules: ${mutants - survivors.length} of ${mutants} changes noticed, ${score.toFixed(1)} %\n`)
}

/** @param files what to change instead of all that the configuration names. */
function stryker(files: readonly string[], ...options: readonly string[]): Promise<boolean> {
  const program = join(root, 'node_modules/@stryker-mutator/core/bin/stryker.js')
  const config = join(root, 'tools/mutation/stryker.config.json')
  const args = [program, 'run', config, ...options, ...(files.length > 0 ? ['--mutate', files.join(',')] : [])]
  const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' })
  return new Promise((resolve) => child.once('exit', (code) => resolve(code === 0)))
}

const wanted = process.argv.slice(2)
const files = wanted.filter((one) => one !== 'rules')
if (wanted.length === 0 || wanted.includes('rules')) showRules()
if (wanted.length === 0 || files.length > 0) process.exitCode = (await stryker(files)) ? 0 : 1

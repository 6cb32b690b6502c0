import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test } from 'vitest'

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'keel run '))
  for (const name of ['run.mjs', 'setup-install.mjs']) {
    cpSync(join(import.meta.dirname, name), join(root, 'tools', name))
  }
  describeProject({})
})

afterEach(() => rmSync(root, { recursive: true, force: true }))

/** A project without packages: npm installs it without network. */
function describeProject(dependencies: Record<string, string>): void {
  const project = { name: 'probe', version: '1.0.0', dependencies }
  const lock = { name: 'probe', version: '1.0.0', lockfileVersion: 3, requires: true, packages: { '': project } }
  writeFileSync(join(root, 'package.json'), JSON.stringify(project))
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify(lock))
}

function start(script: string, ...args: string[]): ChildProcess {
  writeFileSync(join(root, 'probe.mjs'), script)
  return spawn(process.execPath, [join(root, 'tools', 'run.mjs'), 'probe.mjs', ...args])
}

async function finish(child: ChildProcess): Promise<{ code: number; output: string; progress: string }> {
  const streams = [child.stdout, child.stderr] as [NodeJS.ReadableStream, NodeJS.ReadableStream]
  const [output, progress, [code]] = await Promise.all([text(streams[0]), text(streams[1]), once(child, 'close')])
  return { code, output, progress }
}

const tellArguments = 'console.log(JSON.stringify(process.argv.slice(2))); process.exit(7)'

test('installs once, then passes arguments and exit code on', async () => {
  const first = await finish(start(tellArguments, '--demo', 'two words'))
  expect(first).toMatchObject({ code: 7, output: '["--demo","two words"]\n' })
  expect(first.progress).toContain('The packages are installed')
  expect(await finish(start(tellArguments))).toEqual({ code: 7, output: '[]\n', progress: '' })
  describeProject({})
  writeFileSync(join(root, 'package-lock.json'), ' ', { flag: 'a' })
  expect((await finish(start(tellArguments))).progress).toContain('The packages are installed')
})

test('two starts at once install one after the other, and both run', async () => {
  const [one, two] = await Promise.all([finish(start(tellArguments)), finish(start(tellArguments))])
  expect([one.code, two.code]).toEqual([7, 7])
  expect(`${one.progress}${two.progress}`.match(/The packages are installed/g)).toHaveLength(1)
  expect(existsSync(join(root, '.keel', 'install.lock'))).toBe(false)
})

test.each(['whose holder is gone', 'that is no longer touched'])('a lock %s does not block', async (kind) => {
  const gone = spawnSync(process.execPath, ['-e', '']).pid
  const lock = join(root, '.keel', 'install.lock')
  mkdirSync(join(root, '.keel'))
  writeFileSync(lock, JSON.stringify({ pid: kind === 'whose holder is gone' ? gone : process.pid, at: '1' }))
  if (kind === 'that is no longer touched') utimesSync(lock, 0, 0)
  expect(await finish(start(tellArguments))).toMatchObject({ code: 7 })
})

test('an installation that fails says what npm said, and does not run the script', async () => {
  describeProject({ absent: 'file:absent.tgz' })
  const { code, output, progress } = await finish(start(tellArguments))
  expect({ code, output }).toEqual({ code: 1, output: '' })
  expect(progress).toContain('ENOENT')
  expect(progress).toContain(`The packages could not be installed in ${root}`)
})

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s reaches the script once, and its clean end is waited for',
  async (signal) => {
    const child = start(`
    let heard = 0
    process.on('${signal}', () => { heard += 1; setImmediate(() => process.exit(40 + heard)) })
    setInterval(() => {}, 1000)
    console.log('ready')
  `)
    child.stdout?.once('data', () => child.kill(signal))
    expect(await finish(child)).toMatchObject({ code: 41, output: 'ready\n' })
  },
)

test('a script that is killed ends the start with 128 and the number of the signal', async () => {
  expect(await finish(start("process.kill(process.pid, 'SIGKILL')"))).toMatchObject({ code: 137 })
})

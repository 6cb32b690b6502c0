import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { digestOf } from './digest.ts'

const keel = new URL('./keel.ts', import.meta.url).pathname
const releases = new URL('../rulebook/releases/', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'keel-releases-'))
afterAll(() => rmSync(folder, { recursive: true }))

function rulebook(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [keel, 'rulebook', ...args], { encoding: 'utf8' })
  return { status, stdout, stderr }
}

const files = readdirSync(releases).filter((name) => name.endsWith('.json'))

test.each(files)('%s is what its name says', (name) => {
  const digest = digestOf(JSON.parse(readFileSync(join(releases, name), 'utf8')))
  expect(name).toBe(`${digest.replace(':', '-')}.json`)
})

describe('keel rulebook', () => {
  test('lists the releases, and the running rulebook is the newest of them', () => {
    const { stdout, status } = rulebook('list')
    expect(status).toBe(0)
    expect(stdout.trim().split('\n')).toHaveLength(files.length)
    expect(stdout).toMatch(/\(running\)/)
  })

  test('says what changed between the first release and the running rulebook, and for whom', () => {
    const { stdout, status } = rulebook('diff', '1d056bafe818', 'running')
    expect(status).toBe(0)
    expect(stdout).toMatch(/^Rules\n {2}new: .*ci-hypersensitivity/m)
    expect(stdout).toMatch(/p09 A woman who is pregnant, pre_session: allow → block\n {6}now found: .*ci-pregnancy/)
  }, 30_000)

  test('prints a page', () => {
    expect(rulebook('print', 'bp-hold').stdout).toContain('160 mmHg')
  })

  test.each<[string, readonly string[], RegExp]>([
    ['an unknown command', ['prnt'], /"prnt" is not a command/],
    ['no command', [], /No command was named/],
    ['one release only', ['diff', 'running'], /Name two releases/],
    ['an unknown release', ['diff', 'ffff', 'running'], /no release "ffff"; the nearest is/],
    ['an unknown page', ['print', 'bp-hald'], /no page "bp-hald"; the nearest is "bp-hold"/],
    ['an unknown format', ['diff', 'running', 'running', '--format', 'xml'], /"xml" is not a format/],
    ['a file that is not there', ['diff', 'gone.json', 'running'], /could not be read \(ENOENT\)/],
  ])('refuses %s', (_what, args, message) => {
    const { status, stderr } = rulebook(...args)
    expect(status).toBe(2)
    expect(stderr).toMatch(message)
  })

  test('refuses a release that was changed after it was released', () => {
    const [name] = files as [string]
    const changed = join(folder, name)
    const { ruleset, ...rest } = JSON.parse(readFileSync(join(releases, name), 'utf8'))
    writeFileSync(changed, JSON.stringify({ ...rest, ruleset: { ...ruleset, name: 'other' } }))
    const { status, stderr } = rulebook('diff', changed, 'running')
    expect(status).toBe(2)
    expect(stderr).toMatch(/was changed after its release/)
  })
})

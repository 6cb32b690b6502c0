import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import type { CaseAnswer } from '@keel/rulebook'
import { afterAll, beforeAll, expect, test } from 'vitest'

const keel = fileURLToPath(new URL('./keel.ts', import.meta.url))
const worked = fileURLToPath(new URL('../rulebook/case/examples/first-rulebook.json', import.meta.url))
const calculations = fileURLToPath(new URL('../rulebook/case/examples/calculations.json', import.meta.url))

interface Run {
  readonly code: number
  readonly out: string
  readonly err: string
}

async function run(args: readonly string[], input = ''): Promise<Run> {
  const child = spawn(process.execPath, [keel, 'decide', ...args], { stdio: ['pipe', 'pipe', 'pipe'] })
  child.stdin.end(input)
  const ended = new Promise<number>((resolve) => child.on('close', (code) => resolve(code ?? -1)))
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  return { code, out, err }
}

const clear = { id: 'clear', facts: { baseline: 'all-other-clear', phase: 'pre_session', protocol: 'iv-ket-trd' } }
const high = { ...clear, id: 'high', facts: { ...clear.facts, vitals: { sbp: 172, dbp: 96 } } }
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keel-decide-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function file(name: string, content: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

test('answers the worked examples as JSON and exits 0 when all pass', async () => {
  const { code, out } = await run([worked, '--format', 'json'])
  const answers = JSON.parse(out) as (CaseAnswer & { decision: string; ruleset: string; pass: boolean })[]
  expect(answers.map(({ id, decision, pass }) => [id, decision, pass])).toEqual([
    ['worked-5', 'hold', true],
    ['worked-6', 'hold', true],
    ['worked-7', 'block', true],
    ['worked-9', 'block', true],
  ])
  for (const { ruleset } of answers) expect(ruleset).toMatch(/^sha256:[0-9a-f]{64}$/)
  expect(code).toBe(0)
})

test('says for people the decision first, then the sentence with its number and source, without colour in a pipe', async () => {
  const { code, out } = await run(['-'], JSON.stringify(high))
  expect(code).toBe(0)
  expect(out).toMatch(/^HOLD {4}high\n {2}hold {4}bp-hold\n/)
  expect(out).toContain('160 mmHg systolic')
  expect(out).toContain('Yip et al., 2022')
  expect(out).not.toContain('\u001b')
})

test('says what is missing and who needs it', async () => {
  const { out } = await run(['-'], JSON.stringify({ ...clear, facts: { ...clear.facts, missing: ['vitals.hr'] } }))
  expect(out).toMatch(/Not known:\n {4}vitals\.hr {2}needed by hr-out-of-range/)
})

test('exits 1 when a case is not decided as it expects', async () => {
  const { code, out } = await run(['-'], JSON.stringify({ ...high, expected: { decision: 'allow' } }))
  expect(out).toContain('FAIL: expected allow')
  expect(code).toBe(1)
})

test('answers the other cases beside a bad one, in their places, and exits 2', async () => {
  const bad = { ...clear, id: 'bad', facts: { ...clear.facts, vitals: { spb: 120 } } }
  const { code, out } = await run(['-', '--format', 'json'], JSON.stringify([clear, bad, 7, high]))
  const answers = JSON.parse(out) as {
    id: string | null
    decision?: string
    error?: { path: string; nearest: string }
  }[]
  expect(answers.map(({ id, decision }) => [id, decision])).toEqual([
    ['clear', 'allow'],
    ['bad', undefined],
    [null, undefined],
    ['high', 'hold'],
  ])
  expect(answers[1]?.error).toMatchObject({ path: 'vitals.spb', nearest: 'sbp' })
  expect(code).toBe(2)
})

test('names file, line and column of malformed JSON without repeating what it holds', async () => {
  const path = await file('broken.json', '{\n  "id": "Jane Doe",\n  "facts": oops\n}')
  const { code, err } = await run([path])
  expect(err).toContain(`${path}:3:12 is not JSON`)
  expect(err).not.toContain('Jane')
  expect(code).toBe(2)
})

test('names the end of a file that stops too early', async () => {
  const path = await file('short.json', '[\n{"id": "a"')
  const { code, err } = await run([path])
  expect(err).toContain(`${path}:2:11 is not JSON`)
  expect(code).toBe(2)
})

test('names a file that cannot be read and still answers the others', async () => {
  const good = await file('good.json', JSON.stringify(clear))
  const { code, err, out } = await run([join(folder, 'absent.json'), good])
  expect(err).toContain('absent.json could not be read (ENOENT)')
  expect(out).toMatch(/^ALLOW {3}clear/)
  expect(code).toBe(2)
})

test('refuses an unknown format and no file at all', async () => {
  expect(await run(['x.json', '--format', 'xml'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('"xml" is not a format'),
  })
  expect(await run([])).toMatchObject({ code: 2, err: expect.stringContaining('No file was named') })
})

test('answers cases of a kind beside charts, and exits 0 when all pass', async () => {
  const { code, out } = await run([calculations, '-', '--format', 'json'], JSON.stringify(clear))
  const answers = JSON.parse(out) as (CaseAnswer & { kind?: string; decision?: string; pass?: boolean })[]
  expect(answers.map(({ kind }) => kind)).toContain('phq9')
  expect(answers.filter(({ kind }) => kind !== undefined).every(({ pass }) => pass)).toBe(true)
  expect(answers.at(-1)?.decision).toBe('allow')
  expect(code).toBe(0)
})

test('says a result for people, line by line, with a dash for what cannot be computed', async () => {
  const input = { items: [2, 2, 1, 1, 1, 1, 1, 0, 1], prev_item9: 1 }
  const { out } = await run(['-'], JSON.stringify({ id: 'ex', kind: 'phq9', input, expected: { total: 10 } }))
  expect(out).toMatch(/^RESULT {2}ex \(phq9\)\n/)
  expect(out).toMatch(/\n {2}total {2,}10\n/)
  expect(out).toMatch(/\n {2}% improvement {2,}—\n/)
  expect(out).toMatch(/\n {2}remission {2,}no\n/)
  expect(out).toMatch(/\n {2}flags {2,}CSSRS_REQUIRED\n/)
  expect(out).toContain('pass: as expected')
})

test('exits 1 when a result is not the one expected, and 2 when a case of a kind cannot be read', async () => {
  const input = { points: [[0, 50]] }
  const slope = { id: 'slope', kind: 'theil_sen_slope', input, expected: { slope_pct_per_week: 5 } }
  const failed = await run(['-'], JSON.stringify(slope))
  expect(failed.out).toContain('FAIL: expected slope % per week 5')
  expect(failed.code).toBe(1)
  const unread = await run(['-'], JSON.stringify([slope, { ...slope, input: { pionts: [] } }]))
  expect(unread.out).toContain('the nearest is "points"')
  expect(unread.code).toBe(2)
})

test('asks the rulebook as a clinic made it stricter, under a digest of its own', async () => {
  const cases = await file('calm.json', JSON.stringify(clear))
  const tightening = { rules: { 'bp-above-140-90': { severity: 'hold', values: { systolic: 120 } } } }
  const stricter = await file('stricter.json', JSON.stringify(tightening))
  const [plain] = JSON.parse((await run([cases, '--format', 'json'])).out)
  const [tightened] = JSON.parse((await run([cases, '--format', 'json', '--tighten', stricter])).out)
  expect([plain.decision, tightened.decision]).toEqual(['allow', 'hold'])
  expect(tightened.findings).toMatchObject([{ rule: 'bp-above-140-90', sources: [{ id: 'clinic' }, {}] }])
  expect(tightened.ruleset).not.toBe(plain.ruleset)
})

test.each<[string, unknown, RegExp]>([
  ['a looser limit', { rules: { 'bp-hold': { values: { systolic: 170 } } } }, /bp-hold.*looser.*160/],
  ['a rule that is not there', { rules: { 'bp-hald': {} } }, /nearest is "bp-hold"/],
  ['another shape', { rule: {} }, /is no tightening.*rule/],
  ['no object', [1], /is no tightening/],
])('refuses to tighten by %s and answers nothing', async (_what, tightening, message) => {
  const cases = await file('calm.json', JSON.stringify(clear))
  const { code, out, err } = await run([cases, '--tighten', await file('wish.json', JSON.stringify(tightening))])
  expect([code, out]).toEqual([2, ''])
  expect(err).toMatch(message)
})

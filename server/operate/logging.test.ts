import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { faultOf } from './fault.ts'
import { createLogger, loggerOptions } from './logging.ts'
import { createMetrics } from './metrics.ts'
import { createReports } from './reports.ts'
import { readSetting } from './setting.ts'
import { stopAsked } from './stopping.ts'

function capture(form: 'json' | 'text') {
  const lines: string[] = []
  const logger = createLogger({ form, level: 'trace', output: { write: (line) => void lines.push(line) } })
  return { logger, lines }
}

/** Errors whose text quotes a patient, as errors of libraries do. */
function quotingErrors(): readonly Error[] {
  const own = new Error('Ruth Quoted, born 1950-02-03\n    at Ruth Quoted (file.ts:1:2)')
  const parsed = thrownBy(() => z.strictObject({}).parse({ 'Ruth Quoted': 1 }))
  const coded = Object.assign(new Error('Key (name)=(Ruth Quoted) exists'), { code: '23505', detail: 'Ruth Quoted' })
  const named = Object.assign(new Error('no'), { code: 'Ruth Quoted', name: 'Ruth Quoted' })
  return [own, parsed, coded, named, new Error('outer Ruth Quoted', { cause: own })]
}

function thrownBy(run: () => unknown): Error {
  try {
    run()
  } catch (error) {
    return error as Error
  }
  throw new Error('it did not throw')
}

describe('the log', () => {
  it.each(['json', 'text'] as const)('as %s keeps the text of no error', (form) => {
    for (const error of quotingErrors()) {
      const { logger, lines } = capture(form)
      logger.error(error)
      logger.error({ err: error })
      logger.error({ err: error, requestId: 'r-1' }, 'bug')
      expect(lines).toHaveLength(3)
      expect(lines.join('')).not.toMatch(/Ruth|Quoted|1950/)
      expect(lines.join('')).toContain('server/operate/logging.test.ts:')
    }
  })

  it('says what an error is and where it came from', () => {
    const [, , coded, , outer] = quotingErrors()
    expect(faultOf(coded)).toMatchObject({ type: 'Error', code: '23505' })
    expect(faultOf(coded).at[0]).toMatch(/^quotingErrors \(server\/operate\/logging\.test\.ts:\d+:\d+\)$/)
    expect(faultOf(outer).cause).toMatchObject({ type: 'Error' })
    expect(faultOf('Ruth Quoted')).toEqual({ type: 'string', at: [] })
  })

  it('is one JSON object a line for programs', () => {
    const { logger, lines } = capture('json')
    logger.info({ status: 201 }, 'request')
    expect(JSON.parse(lines[0] as string)).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-.*Z$/),
      status: 201,
      msg: 'request',
    })
  })

  it('is a plain line for people', () => {
    const { logger, lines } = capture('text')
    logger.warn({ route: '/api/board', status: 503 }, 'request')
    expect(lines[0]).toMatch(/^\d\d:\d\d:\d\d warn {2}request route=\/api\/board status=503\n$/)
  })

  it('takes its form and level from settings, and otherwise from where it is shown', () => {
    expect(loggerOptions('', '', true)).toEqual({ form: 'text', level: 'warn' })
    expect(loggerOptions('', '', false)).toEqual({ form: 'json', level: 'info' })
    expect(loggerOptions('json', 'trace', true)).toEqual({ form: 'json', level: 'trace' })
    expect(() => loggerOptions('xml', '', true)).toThrow(/KEEL_LOG is "xml"/)
    expect(() => loggerOptions('', 'loud', true)).toThrow(/KEEL_LOG_LEVEL is "loud"/)
  })
})

describe('what operators must hear of', () => {
  it('is counted each time; a broken seal, met at every append, is written down once', async () => {
    const { logger, lines } = capture('json')
    const metrics = createMetrics()
    const { onBug, onBrokenSeal } = createReports({ logger }, metrics)
    for (let time = 0; time < 3; time++) onBrokenSeal()
    onBug(quotingErrors()[0], 'r-1')
    const text = await metrics.text()
    expect(text).toContain('keel_event_log_problems_total{problem="broken-seal"} 3')
    expect(text).toContain('keel_bugs_total 1')
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { level: 'error', msg: expect.stringContaining('changed outside Keel') },
      { level: 'error', msg: 'bug', requestId: 'r-1' },
    ])
  })
})

describe('a setting', () => {
  const folder = mkdtempSync(join(tmpdir(), 'keel-setting-'))
  const file = join(folder, 'secret')
  beforeEach(() => writeFileSync(file, 'from the file\n'))
  afterEach(() => rmSync(file, { force: true }))

  it('is a value, or the content of a file, or nothing', () => {
    expect(readSetting('KEEL_SECRET', { KEEL_SECRET: 'value' })).toBe('value')
    expect(readSetting('KEEL_SECRET', { KEEL_SECRET_FILE: file })).toBe('from the file')
    expect(readSetting('KEEL_SECRET', { KEEL_SECRET: '' })).toBeUndefined()
  })

  it('is an error when it is given twice or its file is missing', () => {
    expect(() => readSetting('KEEL_SECRET', { KEEL_SECRET: 'a', KEEL_SECRET_FILE: file })).toThrow(/both given/)
    expect(() => readSetting('KEEL_SECRET', { KEEL_SECRET_FILE: join(folder, 'none') })).toThrow(/ENOENT/)
  })
})

describe('signals', () => {
  afterEach(() => vi.useRealTimers())

  it('stop once, and force only when they come again after a while', async () => {
    vi.useFakeTimers({ toFake: ['performance'] })
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
    const before = signals.map((signal) => process.listeners(signal).length)
    const force = vi.fn()
    const stopped = stopAsked(force)
    const mine = signals.flatMap((signal, index) => process.listeners(signal).slice(before[index]))
    for (const [index, signal] of signals.entries()) process.removeListener(signal, mine[index] as () => void)
    const [onInterrupt, onTerminate] = mine as [() => void, () => void]
    onTerminate()
    await stopped
    onTerminate()
    onInterrupt()
    expect(force).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1_500)
    onInterrupt()
    expect(force).toHaveBeenCalledOnce()
  })
})

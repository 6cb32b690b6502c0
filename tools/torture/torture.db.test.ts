import { expect, test } from 'vitest'
import { torture } from './torture.ts'

test.skipIf(process.platform === 'win32')(
  '25 kills of server, database and guard, and nothing acknowledged is lost or doubled',
  { timeout: 300_000 },
  async () => {
    const report = await torture(1, 25)
    expect(report).toMatchObject({ lost: [], doubled: [], problems: [] })
    expect(report.kills.every(({ times }) => times > 0)).toBe(true)
    expect(report.acknowledged).toBeGreaterThan(100)
    expect(report.verified).toBeGreaterThan(10)
  },
)

import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { canonicalJson } from './canonical.ts'
import { describeContract } from './contract.ts'
import type { EventLog, Json, View } from './events.ts'
import { hashOf } from './hash-chain.ts'
import { createMemoryEventLog } from './index.ts'
import { hashByDefinition } from './test-appends.ts'

describe('the record in memory', () => {
  const opened: EventLog[] = []
  afterEach(async () => {
    for (const log of opened.splice(0)) await log.close()
  })
  describeContract((views: readonly View[] = []) => {
    const log = createMemoryEventLog({ views })
    opened.push(log)
    return log
  })
})

test('the hash is that of the canonical JSON of all fields', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 12 })
  const event = fc.record({
    clinicId: fc.uuid(),
    position: fc.nat(),
    streamId: text,
    version: fc.nat(),
    type: text,
    schemaVersion: fc.nat(),
    data: fc.jsonValue({ noUnicodeString: false }) as fc.Arbitrary<Json>,
    at: text,
    recordedAt: text,
    by: fc.record({ personId: text, role: text }),
    commandId: fc.uuid(),
    commandHash: text,
    ruleset: fc.option(text),
    previousHash: text,
    hash: text,
  })
  fc.assert(
    fc.property(event, (recorded) => {
      expect(hashOf(recorded, canonicalJson(recorded.data))).toBe(hashByDefinition(recorded))
    }),
  )
})

import {
  type AttributeFact,
  assessorOf,
  type Condition,
  decisions,
  directionsIn,
  type FactDeclaration,
  type Facts,
  type FactValue,
  factAt,
  factsReadBy,
  meet,
  type Rule,
  type RulesetContent,
  rulesetContent,
  rulesetFrom,
  severities,
  severityRank,
  type Tightening,
  tighten,
  withFact,
} from '@keel/engine'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { caseVocabulary } from './case/case-vocabulary.ts'
import { impossible } from './case/impossible.ts'
import {
  asListed,
  assessor,
  classesOf,
  decideCase,
  derivations,
  medicationNames,
  type Phase,
  type ProtocolId,
  phases,
  protocols,
  readCase,
  ruleset,
  type SettingName,
} from './index.ts'

const protocolIds = protocols.map(({ id }) => id)
/** What decides which question is asked; it is not drawn with the other facts. */
const framing = ['phase', 'protocol', 'baseline', 'on', 'missing']

/** The limits that any rule or protocol sets to a fact: decisions turn there, so values are drawn there. */
const limits = new Map<string, Set<number>>()
/** The facts that the rules of a phase read, with those that derived facts come from. */
const readIn = new Map<Phase, Set<string>>()

function noteLimits(rule: Rule, condition: Condition): void {
  if (condition.op === 'all' || condition.op === 'any' || condition.op === 'first-known')
    for (const part of condition.of) noteLimits(rule, part)
  else if (condition.op === 'not') noteLimits(rule, condition.of)
  else if (condition.op === 'some') noteLimits(rule, condition.where)
  else if ('than' in condition) {
    const { fact, than } = condition
    const cases = protocols.map(({ settings }) => ('setting' in than ? settings[than.setting as SettingName] : []))
    const stated = cases.flatMap((one) => (one === 'not-limited' ? [] : one.flatMap(({ values }) => values)))
    const dated = 'value' in than ? (rule.values[than.value] ?? []) : stated
    const noted = limits.get(fact) ?? new Set()
    for (const { is } of dated) for (const amount of [is].flat()) noted.add(amount)
    limits.set(fact, noted)
  }
}

function inputsOf(path: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(path)) return seen
  seen.add(path)
  ruleset.derivations[path]?.compute(
    (input) => {
      inputsOf(input, seen)
      return input in ruleset.derivations ? undefined : 1
    },
    () => undefined,
  )
  return seen
}

for (const rule of ruleset.rules) {
  noteLimits(rule, rule.when)
  const read = factsReadBy(rule.when)
    .filter((path) => !path.includes('[]'))
    .flatMap((path) => [...inputsOf(path)])
  for (const phase of rule.phases) readIn.set(phase, new Set([...(readIn.get(phase) ?? []), ...read]))
}
// The pressures that count are later readings of the same pressures.
for (const [derived, given] of [
  ['derived.gate_sbp', 'vitals.sbp'],
  ['derived.gate_dbp', 'vitals.dbp'],
] as const)
  limits.set(given, new Set([...(limits.get(derived) ?? []), ...(limits.get(given) ?? [])]))

function possible(declared: FactDeclaration, path?: string): fc.Arbitrary<FactValue> {
  switch (declared.kind) {
    case 'quantity': {
      const { min, max, step, never } = declared
      // Small amounts are where limits lie; steps keep them on the grid that people read.
      const steps = fc.integer({ min: Math.ceil(min / step), max: Math.floor(Math.min(max, min + 400) / step) })
      const amount = steps.map((count) => Math.round(count * step * 1e6) / 1e6)
      const turns = [...(limits.get(path ?? '') ?? [])].flatMap((limit) => [limit - step, limit, limit + step])
      const inRange = turns.map((turn) => Math.round(turn * 1e6) / 1e6).filter((turn) => turn >= min && turn <= max)
      const drawn =
        inRange.length > 0 ? fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...inRange) }, amount) : amount
      return never ? fc.oneof({ weight: 5, arbitrary: drawn }, fc.constant('never')) : drawn
    }
    case 'flag':
      return fc.boolean()
    case 'choice':
      return fc.constantFrom(...declared.among)
    case 'words':
      return fc.subarray([...(declared.among === 'any' ? ['penicillin', 'latex'] : declared.among)])
    case 'text':
      return fc.constant('x')
    case 'day':
      return fc.constant('2026-11-22')
    case 'list':
      return fc.array(recordOf(declared.of, declared.required), { maxLength: 3 })
  }
}

function recordOf(of: Readonly<Record<string, AttributeFact>>, required: string): fc.Arbitrary<Facts> {
  const named = {
    ...of,
    ...(required === 'name' && { name: { kind: 'choice', says: 'medicine', among: medicationNames } as const }),
  }
  const { class: _stated, ...drawn } = Object.fromEntries(
    Object.entries(named).map(([key, declared]) => [key, possible(declared)]),
  )
  return fc.record(drawn, { requiredKeys: [required] }) as fc.Arbitrary<Facts>
}

const drawnPaths = Object.keys(caseVocabulary).filter((path) => !framing.includes(path))

const question = fc.record({ phase: fc.constantFrom(...phases), protocol: fc.constantFrom(...protocolIds) })
type Asked = { readonly phase: Phase; readonly protocol: ProtocolId }

function withPaths(paths: readonly string[]): fc.Arbitrary<Facts> {
  return fc
    .record(Object.fromEntries(paths.map((path) => [path, possible(caseVocabulary[path] as FactDeclaration, path)])))
    .map((byPath) => Object.entries(byPath).reduce<Facts>((facts, [path, value]) => withFact(facts, path, value), {}))
}

/** Some facts of a chart, each with a value that is possible for it: most of them are read by the rules of the phase. */
function statedFacts({ phase }: Asked): fc.Arbitrary<Facts> {
  const read = drawnPaths.filter((path) => readIn.get(phase)?.has(path))
  return fc
    .tuple(fc.subarray(read, { maxLength: 6 }), fc.subarray(drawnPaths, { maxLength: 2 }))
    .chain(([some, others]) => withPaths([...new Set([...some, ...others])]))
}

/** Charts as the reader makes them of a case, with or without the baseline; contradictions are not charts. */
const charts = (baseline: fc.Arbitrary<boolean>) =>
  question
    .chain((asked) => fc.tuple(statedFacts(asked), fc.constant(asked), baseline))
    .map(([stated, asked, clear]) =>
      readCase({ id: 'one', facts: { ...stated, ...asked, ...(clear && { baseline: 'all-other-clear' }) } }),
    )
    .filter((read) => 'case' in read)
    .map((read) => read.case)

const rankOf = (decision: (typeof decisions)[number]): number => decisions.indexOf(decision)

function decisionOn(facts: Facts, phase: Phase) {
  const answer = assessor.assess(facts, { phase })
  if ('error' in answer) throw new Error(answer.error.message)
  return answer
}

describe('any JSON', () => {
  const anyCase = fc.oneof(
    fc.jsonValue(),
    fc.record({ id: fc.constant('one'), facts: fc.jsonValue(), expected: fc.jsonValue() }, { requiredKeys: ['id'] }),
    fc
      .tuple(
        question,
        fc.dictionary(
          fc.constantFrom(...Object.keys(caseVocabulary).map((path) => path.split('.')[0] as string)),
          fc.jsonValue(),
        ),
      )
      .map(([asked, facts]) => ({ id: 'one', facts: { ...facts, ...asked } })),
    question.chain((asked) =>
      fc.tuple(statedFacts(asked), fc.constantFrom(...drawnPaths), fc.jsonValue()).map(([stated, path, value]) => ({
        id: 'one',
        facts: withFact({ ...stated, ...asked }, path, value as FactValue),
      })),
    ),
  )

  test('gives a decision or a typed error, never a throw', () => {
    fc.assert(
      fc.property(anyCase, (json) => {
        const answer = decideCase(json, 'digest')
        if ('error' in answer)
          expect(answer.error).toMatchObject({ path: expect.any(String), message: expect.any(String) })
        else expect(decisions).toContain(answer.decision)
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('erasing a fact', () => {
  const erasable = charts(fc.constantFrom(true, true, true, false)).chain(({ facts, phase }) =>
    fc.record({
      facts: fc.constant(facts),
      phase: fc.constant(phase),
      path: fc.constantFrom(...[...(readIn.get(phase) ?? [])].filter((path) => !framing.includes(path))),
    }),
  )

  test('never gives less than the fact gave, up to a hold', () => {
    fc.assert(
      fc.property(erasable, ({ facts, phase, path }) => {
        const known = decisionOn(facts, phase).decision
        const erased = decisionOn(withFact(facts, path, null), phase).decision
        expect(rankOf(erased)).toBeGreaterThanOrEqual(Math.min(rankOf(known), rankOf('hold')))
      }),
      { numRuns: 1_500 },
    )
  })

  test('gives less than a hold only where no value of the fact would have changed the decision', () => {
    const withAnother = erasable.chain((one) => {
      const declared = ruleset.vocabulary[one.path] as FactDeclaration
      return fc.record({ one: fc.constant(one), value: possible(declared, one.path) })
    })
    fc.assert(
      fc.property(withAnother, ({ one: { facts, phase, path }, value }) => {
        const erased = decisionOn(withFact(facts, path, null), phase).decision
        if (rankOf(erased) >= rankOf('hold')) return
        const other = withFact(facts, path, value)
        fc.pre(impossible(other) === undefined) // Two facts that cannot both be so are no chart.
        expect(decisionOn(other, phase).decision).toBe(erased)
      }),
      { numRuns: 1_500 },
    )
  })
})

test('every finding of a chart is at most its decision, and one reaches it', () => {
  fc.assert(
    fc.property(charts(fc.boolean()), ({ facts, phase }) => {
      const { decision, findings } = decisionOn(facts, phase)
      const worst = Math.max(0, ...findings.map(({ severity }) => severityRank(severity)))
      expect(rankOf(decision)).toBe(worst)
    }),
  )
})

test('the order of conditions, medicines and rules changes nothing', () => {
  const shuffled = charts(fc.boolean()).chain(({ facts, phase }) => {
    const reordered = (path: string) => {
      const list = factAt(facts, path)
      return Array.isArray(list)
        ? fc.shuffledSubarray(list as FactValue[], { minLength: list.length })
        : fc.constant(list)
    }
    return fc.record({
      facts: fc.constant(facts),
      phase: fc.constant(phase),
      conditions: reordered('conditions'),
      medications: reordered('medications'),
      rules: fc.shuffledSubarray([...ruleset.rules], { minLength: ruleset.rules.length }),
    })
  })
  fc.assert(
    fc.property(shuffled, ({ facts, phase, conditions, medications, rules }) => {
      const answer = decisionOn(facts, phase)
      expect(assessorOf({ ...ruleset, rules }).assess(facts, { phase })).toEqual(answer)
      const turned = decisionOn({ ...facts, conditions, medications }, phase)
      expect(turned.decision).toBe(answer.decision)
      expect(turned.findings.map(({ rule }) => rule)).toEqual(answer.findings.map(({ rule }) => rule))
    }),
    { numRuns: 100 },
  )
})

const recordsOf = (path: 'conditions' | 'medications', required: string) =>
  recordOf((ruleset.vocabulary[path] as { of: Readonly<Record<string, AttributeFact>> }).of, required)

test('one more medicine never lowers the decision', () => {
  fc.assert(
    fc.property(charts(fc.constant(true)), recordsOf('medications', 'name'), ({ facts, phase }, added) => {
      const classed = { ...added, classes: classesOf({ name: added.name as string }) ?? [] }
      const medications = [...((facts.medications ?? []) as readonly Facts[]), classed]
      const before = decisionOn(facts, phase).decision
      expect(rankOf(decisionOn({ ...facts, medications }, phase).decision)).toBeGreaterThanOrEqual(
        Math.min(rankOf(before), rankOf('hold')),
      )
    }),
    { numRuns: 500 },
  )
})

/** A sleep apnoea that is listed was tested and may be treated: it answers a suspicion, so it alone may lower a decision. */
const answersASuspicion = 'obstructive-sleep-apnea'

test('one more condition never lowers the decision', () => {
  const condition = recordsOf('conditions', 'key').filter(({ key }) => key !== answersASuspicion)
  fc.assert(
    fc.property(charts(fc.constant(true)), condition, ({ facts, phase }, added) => {
      const conditions = [...((facts.conditions ?? []) as readonly Facts[]), asListed(added)]
      const before = decisionOn(facts, phase).decision
      expect(rankOf(decisionOn({ ...facts, conditions }, phase).decision)).toBeGreaterThanOrEqual(
        Math.min(rankOf(before), rankOf('hold')),
      )
    }),
    { numRuns: 1_000 },
  )
})

describe('a clinic that tightens', () => {
  const stricterSeverity = fc
    .constantFrom(...ruleset.rules)
    .chain(({ id, severity }) =>
      fc
        .constantFrom(...severities.slice(severities.indexOf(severity)))
        .map((raised) => ({ [id]: { severity: raised } })),
    )
  const directions = directionsIn(ruleset)
  const numbers = ruleset.rules.flatMap((rule) =>
    Object.entries(rule.values).flatMap(([name, dated]) => {
      const direction = directions.ofValue(rule, name)
      const is = dated.at(-1)?.is
      return typeof is === 'number' && (direction === 'lower' || direction === 'higher')
        ? [{ id: rule.id, name, is, direction }]
        : []
    }),
  )
  const stricterNumber = fc
    .tuple(fc.constantFrom(...numbers), fc.double({ min: 0, max: 40, noNaN: true }))
    .map(([{ id, name, is, direction }, by]) => ({
      [id]: { values: { [name]: direction === 'lower' ? is - by : is + by } },
    }))
  const tightenings = fc.array(fc.oneof(stricterSeverity, stricterNumber), { minLength: 1, maxLength: 4 })

  test('never gives a chart with known facts a milder decision', () => {
    fc.assert(
      fc.property(tightenings, charts(fc.constant(true)), (wishes, { facts, phase }) => {
        const tightened = wishes.reduce<Tightening>((stricter, rules) => meet(ruleset, stricter, { rules }), {})
        const result = tighten(ruleset, tightened, { cite: 'clinic', from: '2026-11-22' })
        if ('problems' in result) throw new Error(result.problems[0]?.message)
        const before = decisionOn(facts, phase).decision
        const answer = assessorOf(result.ruleset).assess(facts, { phase })
        if ('error' in answer) throw new Error(answer.error.message)
        expect(rankOf(answer.decision)).toBeGreaterThanOrEqual(Math.min(rankOf(before), rankOf('hold')))
        // A block that fired still fires: only a fact that is wanted can give way to the finding it was wanted for.
        if (before === 'block') expect(answer.decision).toBe('block')
      }),
      { numRuns: 300 },
    )
  })
})

test('the same case gives the same answer, also from a ruleset that went through JSON', () => {
  const stored = rulesetFrom(JSON.parse(JSON.stringify(rulesetContent(ruleset))) as RulesetContent<Phase>, derivations)
  if ('lacks' in stored) throw new Error('the running arithmetic is the stored one')
  const fresh = assessorOf(stored.ruleset)
  fc.assert(
    fc.property(charts(fc.boolean()), ({ facts, phase }) => {
      const before = JSON.stringify(facts)
      const answer = decisionOn(facts, phase)
      expect(decisionOn(facts, phase)).toEqual(answer)
      expect(fresh.assess(JSON.parse(before), { phase })).toEqual(answer)
      expect(JSON.stringify(facts)).toBe(before)
    }),
  )
})

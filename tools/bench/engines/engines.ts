/**
 * The same twenty rules over the same charts in three engines, in turns in one run. Keel gives a decision with every
 * finding explained; the others give only which rules fired, and are handed what Keel must work out.
 */
import { assessorOf, type Facts } from '@keel/engine'
import { Executor, Library, type PatientObject } from 'cql-execution'
import { Engine } from 'json-rules-engine'
import { median } from '../median.ts'
import { engineChart, engineChartCount, readyMade } from './charts.ts'
import { toElm } from './to-elm.ts'
import { resolvePath, toJsonRules } from './to-json-rules.ts'
import { twentyRules } from './twenty-rules.ts'

/** The ids of the rules that fired, sorted, for each chart in turn. */
export type Answers = readonly (readonly string[])[]
export interface BenchedEngine {
  readonly name: 'keel' | 'cql-execution' | 'json-rules-engine'
  /** How often it answers all charts in one stretch: so often that the stretch is long enough to be timed. */
  readonly repeats: number
  readonly answerAll: () => Promise<Answers>
}

export function benchedEngines(): { readonly charts: readonly Facts[]; readonly engines: readonly BenchedEngine[] } {
  const charts = Array.from({ length: engineChartCount }, (_, number) => engineChart(number))
  const ready = charts.map(readyMade)
  return { charts, engines: [keelOver(charts), cqlOver(ready), jsonRulesOver(ready)] }
}

function keelOver(charts: readonly Facts[]): BenchedEngine {
  const assessor = assessorOf(twentyRules)
  const fired = (chart: Facts): readonly string[] => {
    const assessed = assessor.assess(chart, { phase: 'pre_session' })
    if ('error' in assessed) throw new Error(`a chart of the bench could not be assessed: ${assessed.error.message}`)
    return assessed.findings.map(({ rule }) => rule).sort()
  }
  return { name: 'keel', repeats: 60, answerAll: async () => charts.map(fired) }
}

function cqlOver(charts: readonly Facts[]): BenchedEngine {
  const executor = new Executor(new Library(toElm(twentyRules)))
  const patients = charts.map((chart, number) => patientOf(String(number), chart))
  const ids = twentyRules.rules.map(({ id }) => id).sort()
  return {
    name: 'cql-execution',
    repeats: 1,
    answerAll: async () => {
      let next = 0
      const source = { currentPatient: () => patients[next], nextPatient: () => patients[++next] }
      const { patientResults } = await executor.exec(source)
      return patients.map((_, number) => ids.filter((id) => patientResults[number]?.[id] === true))
    },
  }
}

/** A chart as its reader of patients wants it: facts are given as they are, none is read for a date or a code. */
function patientOf(id: string, chart: Facts): PatientObject {
  const get = (field: string) => chart[field] ?? null
  const patient: PatientObject = {
    get,
    getId: () => id,
    getCode: get,
    getDate: get,
    getDateOrInterval: get,
    findRecords: () => [patient],
  }
  return patient
}

function jsonRulesOver(charts: readonly Facts[]): BenchedEngine {
  const engine = new Engine(toJsonRules(twentyRules), { allowUndefinedFacts: true, pathResolver: resolvePath })
  return {
    name: 'json-rules-engine',
    repeats: 1,
    answerAll: async () => {
      const answers: string[][] = []
      for (const chart of charts) {
        const { events } = await engine.run({ ...chart })
        answers.push(events.map(({ type }) => type).sort())
      }
      return answers
    },
  }
}

export interface EngineSpeed {
  readonly name: BenchedEngine['name']
  readonly decisionsPerSecond: number
  /** How many times as many decisions Keel makes in the same time: the median of the rounds. */
  readonly keelIsFasterBy: number
}

/** @param rounds how often every engine answers in turn; a fifth as many go before and only warm up. */
export async function measureEngines(rounds = 15): Promise<readonly EngineSpeed[]> {
  const { engines } = benchedEngines()
  await assertAnswersAlike(engines)
  const warmUps = Math.ceil(rounds / 5)
  const nsByEngine: number[][] = engines.map(() => [])
  for (let round = 0; round < warmUps + rounds; round++)
    for (const [index, engine] of engines.entries()) {
      const ns = await nsForOneDecision(engine)
      if (round >= warmUps) nsByEngine[index]?.push(ns)
    }
  const [ours = []] = nsByEngine
  return engines.map(({ name }, index) => {
    const theirs = nsByEngine[index] ?? []
    return {
      name,
      decisionsPerSecond: Math.round(1e9 / median(theirs)),
      keelIsFasterBy: median(theirs.map((ns, round) => ns / (ours[round] as number))),
    }
  })
}

async function nsForOneDecision({ answerAll, repeats }: BenchedEngine): Promise<number> {
  const before = performance.now()
  for (let repeat = 0; repeat < repeats; repeat++) await answerAll()
  return ((performance.now() - before) * 1e6) / (repeats * engineChartCount)
}

/** A comparison of speed between different answers would mean nothing. */
async function assertAnswersAlike(engines: readonly BenchedEngine[]): Promise<void> {
  const answers = await Promise.all(engines.map(async ({ answerAll }) => JSON.stringify(await answerAll())))
  if (new Set(answers).size !== 1) throw new Error('the engines do not answer alike, so their speed is not compared')
}

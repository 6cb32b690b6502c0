/** `keel decide`: answers cases written by hand, without a server. */
import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { tighteningSchema } from '@keel/care'
import { type Assessor, assessorOf, rulesetDigest, type TighteningProblem, tighten } from '@keel/engine'
import { answerCase, type CaseAnswer, firstRelease, type Phase, ruleset } from '@keel/rulebook'
import { digestOf, runningDigest } from './digest.ts'
import { jsonFault } from './json-fault.ts'
import { printAnswers } from './print-answers.ts'

export const decideHelp = `keel decide FILE... [--format text|json] [--tighten FILE]
  Answers the cases in each JSON file (one case, or a list of them); - reads standard input.
  --tighten asks the rulebook as a clinic made it stricter: a JSON file with "rules" and "settings".
  Exit code: 0 all that state what they expect pass, 1 one does not, 2 something could not be read or answered`

export async function decide(args: readonly string[]): Promise<number> {
  const { values, positionals: files } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { format: { type: 'string', default: 'text' }, tighten: { type: 'string' } },
  })
  if (values.format !== 'text' && values.format !== 'json')
    throw new Error(`"${values.format}" is not a format. Give --format text or --format json.`)
  if (files.length === 0)
    throw new Error('No file was named. Give one or more files of cases, or - for standard input.')
  const asked = await askedRules(values.tighten)
  const answers: CaseAnswer[] = []
  let unread = 0
  for (const file of files) {
    const cases = await readCases(file)
    if (typeof cases === 'string') {
      unread++
      console.error(cases)
    } else answers.push(...cases.map((one) => answerCase(one, asked.digest, asked.rules)))
  }
  if (values.format === 'json') console.log(JSON.stringify(answers, null, 2))
  else if (answers.length > 0) console.log(printAnswers(answers, wantsColour()))
  if (unread > 0 || answers.some((answer) => 'error' in answer)) return 2
  return answers.some((answer) => 'pass' in answer && !answer.pass) ? 1 : 0
}

/** The rulebook that is asked: the running one, or one that a clinic tightened. A loosening is refused, the rule named. */
async function askedRules(file: string | undefined): Promise<{ digest: string; rules?: Assessor<Phase> }> {
  if (file === undefined) return { digest: runningDigest() }
  const [json] = await readJson(file)
  const parsed = tighteningSchema.safeParse(json)
  if (!parsed.success) {
    const [first] = parsed.error.issues
    throw new Error(
      `${file} is no tightening: ${[first?.path.join('.'), first?.message].filter((part) => part !== '').join(' ')}. Nothing was answered.`,
    )
  }
  const stricter = tighten(ruleset, parsed.data, { cite: 'clinic', from: firstRelease })
  if ('problems' in stricter)
    throw new Error([`${file} is refused; nothing was answered.`, ...stricter.problems.map(inWords)].join('\n  '))
  return { digest: rulesetDigest(stricter.ruleset, digestOf), rules: assessorOf(stricter.ruleset) }
}

const inWords = ({ path, message }: TighteningProblem): string => `${path}: ${message}`

function wantsColour(): boolean {
  return process.stdout.isTTY === true && (process.env.NO_COLOR ?? '') === ''
}

/** The cases in a file, or what is wrong with the file, for people. */
async function readCases(file: string): Promise<readonly unknown[] | string> {
  try {
    return await readJson(file)
  } catch (error) {
    return (error as Error).message
  }
}

/** What a file lists, or the one thing in it. @throws with what is wrong with the file, for people. */
async function readJson(file: string): Promise<readonly unknown[]> {
  const name = file === '-' ? 'standard input' : file
  let json: string
  try {
    json = file === '-' ? await text(process.stdin) : await readFile(file, 'utf8')
  } catch (error) {
    throw new Error(
      `${name} could not be read (${(error as NodeJS.ErrnoException).code}). Check the name and that you may read it.`,
    )
  }
  try {
    const parsed: unknown = JSON.parse(json)
    return Array.isArray(parsed) ? parsed : [parsed]
  } catch {
    const { line, column } = jsonFault(json)
    throw new Error(`${name}:${line}:${column} is not JSON from here on. Nothing in this file was answered.`)
  }
}

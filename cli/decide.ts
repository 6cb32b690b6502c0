/** `keel decide`: answers cases written by hand, without a server. */
import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { answerCase, type CaseAnswer } from '@keel/rulebook'
import { runningDigest } from './digest.ts'
import { jsonFault } from './json-fault.ts'
import { printAnswers } from './print-answers.ts'

export const decideHelp = `keel decide FILE... [--format text|json]
  Answers the cases in each JSON file (one case, or a list of them); - reads standard input.
  Exit code: 0 all that state what they expect pass, 1 one does not, 2 something could not be read or answered`

export async function decide(args: readonly string[]): Promise<number> {
  const { values, positionals: files } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { format: { type: 'string', default: 'text' } },
  })
  if (values.format !== 'text' && values.format !== 'json')
    throw new Error(`"${values.format}" is not a format. Give --format text or --format json.`)
  if (files.length === 0)
    throw new Error('No file was named. Give one or more files of cases, or - for standard input.')
  const digest = runningDigest()
  const answers: CaseAnswer[] = []
  let unread = 0
  for (const file of files) {
    const cases = await readCases(file)
    if (typeof cases === 'string') {
      unread++
      console.error(cases)
    } else answers.push(...cases.map((one) => answerCase(one, digest)))
  }
  if (values.format === 'json') console.log(JSON.stringify(answers, null, 2))
  else if (answers.length > 0) console.log(printAnswers(answers, wantsColour()))
  if (unread > 0 || answers.some((answer) => 'error' in answer)) return 2
  return answers.some((answer) => 'pass' in answer && !answer.pass) ? 1 : 0
}

function wantsColour(): boolean {
  return process.stdout.isTTY === true && (process.env.NO_COLOR ?? '') === ''
}

/** The cases in a file, or what is wrong with the file, for people. */
async function readCases(file: string): Promise<readonly unknown[] | string> {
  const name = file === '-' ? 'standard input' : file
  let json: string
  try {
    json = file === '-' ? await text(process.stdin) : await readFile(file, 'utf8')
  } catch (error) {
    return `${name} could not be read (${(error as NodeJS.ErrnoException).code}). Check the name and that you may read it.`
  }
  try {
    const parsed: unknown = JSON.parse(json)
    return Array.isArray(parsed) ? parsed : [parsed]
  } catch {
    const { line, column } = jsonFault(json)
    return `${name}:${line}:${column} is not JSON from here on. Nothing in this file was answered.`
  }
}

/**
 * The house rules as a test: `npm run tidy`. Each check gives its problems in words; one is enough to fail.
 * What each rule is for stands in STYLE.md.
 */
import { execFile } from 'node:child_process'
import { glob, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { checkArrows, pureFolders } from './arrows.ts'

const run = promisify(execFile)
export const root = resolve(import.meta.dirname, '..')

/** Fewer modules than this means that the reader of imports saw nothing, not that all is well. */
const modulesMin = 100

export interface Check {
  readonly name: string
  readonly problems: () => Promise<readonly string[]>
}

/** Runs a script of this project or its packages; its output is the problem when it fails. */
async function program(script: string, ...args: string[]): Promise<readonly string[]> {
  try {
    await run(process.execPath, [join(root, script), ...args], { cwd: root, maxBuffer: 64 * 1024 * 1024 })
    return []
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string }
    return [`${stdout}${stderr}`.trim()]
  }
}

/** What pure folders must not say although it compiles: they have no clock and no randomness. */
const impure = /\b(Math\.random|Temporal\.Now|Date\.now|new Date\(\)|performance\.now|crypto\.)/
/** Work that was left behind, and places that only this machine has. Written in pieces, so that this line is not a find. */
const leftBehind = new RegExp(
  ['TO', 'DO\\b|FIX', 'ME\\b|X', 'XX\\b|\\.on', 'ly\\(|\\bdescribe\\.sk', 'ip\\(|\\bit\\.sk', 'ip\\('].join(''),
)
const machinePath = /(^|[\s"'`(=])\/(home|root|work|Users|tmp)\/\w/

/** Every text file of the project. Git is not asked: a machine that has only Node and npm has none. */
async function projectFiles(): Promise<readonly string[]> {
  const files: string[] = []
  const exclude = ['**/node_modules/**', '.git/**', '.keel/**', 'web/dist/**', 'test-results/**']
  for await (const file of glob('**/*.{ts,tsx,mjs,css,html,md,sql,json,yml,yaml,sh}', { cwd: root, exclude }))
    files.push(file)
  return files.filter((file) => file !== 'package-lock.json').sort()
}

/** Lines of a file that break a rule of words. */
export function wordProblems(file: string, content: string): readonly string[] {
  const pure = pureFolders.some((folder) => file.startsWith(`${folder}/`)) && !/\.test\.ts$/.test(file)
  return content.split('\n').flatMap((line, index) => {
    const at = `${file}:${index + 1}`
    return [
      ...(pure && impure.test(line) ? [`${at}: a pure folder has no clock and no randomness: ${line.trim()}`] : []),
      ...(leftBehind.test(line) ? [`${at}: work left behind: ${line.trim()}`] : []),
      ...(machinePath.test(line) ? [`${at}: a path that only one machine has: ${line.trim()}`] : []),
    ]
  })
}

async function words(): Promise<readonly string[]> {
  const files = await projectFiles()
  const problems = await Promise.all(
    files.map(async (file) => wordProblems(file, await readFile(join(root, file), 'utf8'))),
  )
  return problems.flat()
}

async function arrows(): Promise<readonly string[]> {
  const { modulesSeen, problems } = await checkArrows(root)
  if (modulesSeen < modulesMin) return [`only ${modulesSeen} modules were read: the check of imports saw too little`]
  return problems
}

export const checks: readonly Check[] = [
  {
    name: 'format and lint (Biome)',
    problems: () => program('node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'),
  },
  { name: 'imports follow the arrows', problems: arrows },
  {
    name: 'no dead files, exports or dependencies (knip)',
    problems: () => program('node_modules/knip/bin/knip.js', '--no-progress'),
  },
  { name: 'words', problems: words },
  { name: 'generated pages are fresh', problems: () => program('tools/print-rulebook.ts', '--check') },
]

/** Runs every check. Gives true when all is tidy. */
export async function tidy(say: (line: string) => void): Promise<boolean> {
  const results = await Promise.all(checks.map(async ({ name, problems }) => ({ name, found: await problems() })))
  for (const { name, found } of results) {
    say(
      found.length === 0 ? `  ok    ${name}` : `  FAIL  ${name}\n${found.map((line) => `        ${line}`).join('\n')}`,
    )
  }
  return results.every(({ found }) => found.length === 0)
}

if (import.meta.main) process.exitCode = (await tidy(console.log)) ? 0 : 1

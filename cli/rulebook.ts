/** `keel rulebook`: releases of the rulebook, what two of them differ in, and its pages in print. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { nearest } from '@keel/engine'
import { diffReleases, isRelease, panel, type Release, runningRelease } from '@keel/rulebook'
import { rulebookPages } from '@keel/tools'
import { digestOf } from './digest.ts'
import { printDiff } from './print-diff.ts'

export const rulebookHelp = `keel rulebook list
  The releases, by name, and whether the running rulebook is one of them.
keel rulebook release
  Writes the running rulebook as a release: one JSON file, named by its digest. Releasing the same rulebook again
  changes nothing.
keel rulebook diff A B [--format text|json]
  What changed from release A to release B, and for whom of the panel of invented patients. A and B are a digest or its
  first digits, a file, or "running".
keel rulebook print [PAGE]
  Prints a page (a rule such as bp-hold, a protocol such as protocol-iv-ket-trd) as Markdown; without a page, the index.`

const folder = fileURLToPath(new URL('../rulebook/releases/', import.meta.url))

export async function runRulebook(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { format: { type: 'string', default: 'text' } },
  })
  const [command, ...names] = positionals
  switch (command) {
    case 'list':
      return list()
    case 'release':
      return release()
    case 'diff':
      return diff(names, values.format)
    case 'print':
      return print(names[0] ?? 'README')
    default:
      throw new Error(
        `${command === undefined ? 'No command was named.' : `"${command}" is not a command.`}\n\n${rulebookHelp}`,
      )
  }
}

/** Files of releases, by the digest in their name. */
async function releaseFiles(): Promise<ReadonlyMap<string, string>> {
  const names = (await readdir(folder)).filter((name) => /^sha256-[0-9a-f]{64}\.json$/.test(name)).sort()
  return new Map(names.map((name) => [name.slice('sha256-'.length, -'.json'.length), join(folder, name)]))
}

async function list(): Promise<number> {
  const running = digestOf(runningRelease())
  const files = await releaseFiles()
  for (const [digest, file] of files) {
    const { ruleset, protocols } = await readRelease(file)
    const isRunning = running === `sha256:${digest}` ? '  (running)' : ''
    console.log(`${digest.slice(0, 12)}  ${ruleset.rules.length} rules, ${protocols.length} protocols${isRunning}`)
  }
  if (!files.has(running.slice('sha256:'.length)))
    console.log(`The running rulebook (${running.slice(7, 19)}) is not released. Release it: keel rulebook release`)
  return 0
}

async function release(): Promise<number> {
  const content = runningRelease()
  const digest = digestOf(content).slice('sha256:'.length)
  const files = await releaseFiles()
  if (files.has(digest)) {
    console.log(`Already released as ${digest.slice(0, 12)}.`)
    return 0
  }
  const file = join(folder, `sha256-${digest}.json`)
  await mkdir(folder, { recursive: true })
  await writeFile(file, `${JSON.stringify(content)}\n`)
  console.log(`Released ${digest.slice(0, 12)}: ${file}`)
  return 0
}

async function diff(names: readonly string[], format: string): Promise<number> {
  const [a, b, ...more] = names
  if (a === undefined || b === undefined || more.length > 0)
    throw new Error('Name two releases: keel rulebook diff A B. "keel rulebook list" shows them.')
  if (format !== 'text' && format !== 'json')
    throw new Error(`"${format}" is not a format. Give --format text or --format json.`)
  const found = diffReleases(await namedRelease(a), await namedRelease(b), panel)
  console.log(format === 'json' ? JSON.stringify(found, null, 2) : printDiff(a, b, found))
  return 0
}

async function namedRelease(name: string): Promise<Release> {
  if (name === 'running') return runningRelease()
  if (name.endsWith('.json')) return readRelease(name)
  const wanted = name.replace(/^sha256[:-]/, '')
  const files = await releaseFiles()
  const matching = [...files].filter(([digest]) => digest.startsWith(wanted))
  const [only] = matching
  if (only && matching.length === 1) return readRelease(only[1])
  const short = [...files.keys()].map((digest) => digest.slice(0, 12))
  const near = nearest(wanted, short)
  throw new Error(
    matching.length > 1
      ? `"${name}" names ${matching.length} releases; give more digits.`
      : `There is no release "${name}"${near ? `; the nearest is ${near}` : ''}. "keel rulebook list" shows them.`,
  )
}

/** Reads a release and holds it to the digest in its name: a changed file is refused, never believed. */
async function readRelease(file: string): Promise<Release> {
  let json: unknown
  try {
    json = JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    const why =
      error instanceof SyntaxError ? 'is not JSON' : `could not be read (${(error as NodeJS.ErrnoException).code})`
    throw new Error(`${file} ${why}. Nothing was compared.`)
  }
  if (!isRelease(json)) throw new Error(`${file} is not a release of the rulebook. Nothing was compared.`)
  const stated = /sha256-([0-9a-f]{64})\.json$/.exec(file)?.[1]
  if (stated !== undefined && digestOf(json) !== `sha256:${stated}`)
    throw new Error(`${file} is not what its name says: it was changed after its release. Fetch it again.`)
  return json
}

function print(name: string): number {
  const pages = rulebookPages()
  const page = pages.get(`rulebook/${name}.md`)
  if (page === undefined) {
    const known = [...pages.keys()].map((path) => path.replace(/^rulebook\/|\.md$/g, ''))
    throw new Error(`There is no page "${name}"; the nearest is "${nearest(name, known)}".`)
  }
  console.log(page)
  return 0
}

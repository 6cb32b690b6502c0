/**
 * Prints the rulebook that clinicians review, and the JSON Schema of the case format, into `docs/`.
 * With `--check` it writes nothing and exits 1, naming each page that is stale.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { rulebookPages } from './rulebook-pages.ts'

const { values } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    docs: { type: 'string', default: fileURLToPath(new URL('../docs', import.meta.url)) },
  },
})
const pages = rulebookPages()
const stale = await stalePages(values.docs)

if (values.check) {
  for (const name of stale) console.error(`stale: ${name}`)
  if (stale.length > 0) console.error('Print the rulebook again: node tools/print-rulebook.ts')
  process.exitCode = stale.length > 0 ? 1 : 0
} else {
  await mkdir(join(values.docs, 'rulebook'), { recursive: true })
  for (const name of stale) {
    const content = pages.get(name)
    if (content === undefined) await rm(join(values.docs, name))
    else await writeFile(join(values.docs, name), content)
  }
  console.log(stale.length === 0 ? 'Every page is current.' : `Printed ${stale.length} of ${pages.size} pages.`)
}

/** Pages that differ from what would be printed, and pages of rules that are no more. */
async function stalePages(docs: string): Promise<readonly string[]> {
  const there = await readdir(join(docs, 'rulebook')).catch((): string[] => [])
  const leftover = there.map((name) => `rulebook/${name}`).filter((name) => !pages.has(name))
  const changed: string[] = []
  for (const [name, content] of pages) {
    const current = await readFile(join(docs, name), 'utf8').catch(() => undefined)
    if (current !== content) changed.push(name)
  }
  return [...changed, ...leftover]
}

/** Proof that the house rules notice: a planted fault of each kind is found. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkArrows } from './arrows.ts'
import { wordProblems } from './tidy.ts'

async function problemsOf(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'keel-arrows-'))
  try {
    for (const [path, content] of Object.entries(files)) {
      await mkdir(join(folder, dirname(path)), { recursive: true })
      await writeFile(join(folder, path), content)
    }
    const folders = [...new Set(Object.keys(files).map((path) => path.split('/')[0] as string))]
    const { modulesSeen, problems } = await checkArrows(folder, folders)
    expect(modulesSeen).toBe(Object.keys(files).length)
    return problems
  } finally {
    await rm(folder, { recursive: true })
  }
}

describe('arrows', () => {
  it('are silent where all is well', async () => {
    const files = {
      'care/a.ts': "import { b } from '../engine/index.ts'\nexport const a = b\n",
      'engine/index.ts': 'export const b = 1\n',
    }
    expect(await problemsOf(files)).toEqual([])
  })

  it('notice an import against the table, a type-only one too', async () => {
    const files = {
      'engine/a.ts': "import type { B } from '../care/index.ts'\nexport type A = B\n",
      'care/index.ts': 'export type B = 1\n',
    }
    expect(await problemsOf(files)).toEqual(['engine/a.ts -> care/index.ts: engine imports only nothing of ours'])
  })

  it('notice a way in past the door', async () => {
    const files = {
      'care/a.ts': "import { b } from '../engine/b.ts'\nexport const a = b\n",
      'engine/b.ts': 'export const b = 1\n',
    }
    expect(await problemsOf(files)).toEqual(['care/a.ts -> engine/b.ts: engine is entered by an index.ts'])
  })

  it('notice Node in a pure folder, and a circle', async () => {
    const node = { 'care/a.ts': "import { readFileSync } from 'node:fs'\nexport const a = readFileSync\n" }
    expect((await problemsOf(node)).join()).toContain('pure folders use nothing of Node')
    const circle = {
      'care/a.ts': "import { b } from './b.ts'\nexport const a = () => b\n",
      'care/b.ts': "import { a } from './a.ts'\nexport const b = () => a\n",
    }
    expect((await problemsOf(circle)).join()).toContain('no circles')
  })
})

describe('words', () => {
  it('a clock or randomness in a pure folder, but not elsewhere', () => {
    expect(wordProblems('care/a.ts', 'const now = Date.now()')).toHaveLength(1)
    expect(wordProblems('engine/a.ts', 'const r = Math.random()')).toHaveLength(1)
    expect(wordProblems('server/a.ts', 'const now = Date.now()')).toEqual([])
  })

  it('work left behind and paths of one machine', () => {
    expect(wordProblems('server/a.ts', `// ${'TO'}DO: later`)).toHaveLength(1)
    expect(wordProblems('docs/a.md', `see ${'/ho'}me/me/keel`)).toHaveLength(1)
  })
})

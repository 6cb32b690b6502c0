/** Builds the web application when its sources have changed since it was last built. */
import { createHash } from 'node:crypto'
import { glob, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const distFolder = join(root, 'web/dist')
const stampFile = join(distFolder, '.built-from')

/** Everything that the built application is made of. Tests are no part of it. */
const sources = ['{web,care,rulebook,engine}/**/*.{ts,tsx,css,html,svg,json}', 'package-lock.json']
const notSources = ['**/node_modules/**', 'web/dist/**', '**/*.test.ts', '**/*.test.tsx', '**/*.e2e.ts']

/**
 * Gives the folder of the built application; builds it first when it is missing or older than its sources.
 * @throws Error with what the bundler said when the sources do not build.
 */
export async function buildWebIfStale(onProgress: (message: string) => void = () => undefined): Promise<string> {
  const stamp = await digestOfSources()
  const builtFrom = await readFile(stampFile, 'utf8').catch(() => undefined)
  if (builtFrom === stamp) return distFolder
  onProgress('Building the screens (once after each change, some seconds) ...')
  // Loaded only when it is needed: a warm start does without the bundler.
  const { build } = await import('vite')
  // Vite believes NODE_ENV before its own mode, and a test run sets it: what is built is always what is served.
  const { NODE_ENV } = process.env
  process.env.NODE_ENV = 'production'
  try {
    await build({ configFile: join(root, 'web/vite.config.ts'), root: join(root, 'web'), logLevel: 'warn' })
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = NODE_ENV
  }
  await writeFile(stampFile, stamp)
  return distFolder
}

async function digestOfSources(): Promise<string> {
  const paths: string[] = []
  for await (const path of glob(sources, { cwd: root, exclude: notSources })) paths.push(path)
  const digest = createHash('sha256')
  for (const path of paths.sort())
    digest
      .update(path)
      .update('\0')
      .update(await readFile(join(root, path)))
  return digest.digest('hex')
}

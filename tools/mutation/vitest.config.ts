/** Tests of the pure folders, for Stryker: in its copy of the project a workspace must be that of the copy. */
import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

const root = resolve(import.meta.dirname, '../..')

export default defineConfig({
  root,
  resolve: {
    alias: Object.fromEntries(['engine', 'rulebook'].map((name) => [`@keel/${name}`, `${root}/${name}/index.ts`])),
  },
  test: {
    include: (process.env.MUTATION_TESTS ?? '{engine,rulebook}/**/*.test.ts').split(';'),
    exclude: ['**/node_modules/**'],
    testTimeout: 30_000,
    // Pure modules keep nothing between tests, so each run may load the rulebook once and not once for every file.
    isolate: false,
  },
})

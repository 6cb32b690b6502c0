import { defineConfig } from 'vitest/config'

const exclude = ['**/node_modules/**', 'web/dist/**', '.keel/**']
const globalSetup = ['tools/vitest-database.ts']

/** The suffix of a test file tells its cost: `.test.ts` runs anywhere, `.db.test.ts` wants a database, `.e2e.ts` a browser. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['**/*.test.ts', '**/*.test.tsx'],
          exclude: [...exclude, '**/*.db.test.ts'],
          testTimeout: 10_000,
        },
      },
      {
        test: {
          name: 'database',
          include: ['**/*.db.test.ts'],
          exclude,
          globalSetup,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['**/*.e2e.ts'],
          exclude,
          globalSetup,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
})

/** A worker in a process of its own, for tests: its one job says that it has begun and never ends. */
import type { JobContext } from './jobs.ts'
import { startJobs } from './start-jobs.ts'

const [serverUrl = '', clinicId = ''] = process.argv.slice(2)
const endless = {
  ...{ name: 'endless', does: '', schedule: '0 0 * * *', madeUpForMs: 0, attemptsMax: 3 },
  run: () => {
    process.send?.('begun')
    return new Promise<void>(() => undefined)
  },
}
const worker = await startJobs({
  ...{ serverUrl, clinicId, jobs: [endless], onFailure: () => undefined },
  context: {} as Omit<JobContext, 'withClient'>,
})
await worker.askFor(endless)

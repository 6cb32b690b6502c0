/** Verifies one clinic in a process of its own, and says how long it took and how much memory: for `verify.ts`. */
import { createPrivateKey } from 'node:crypto'
import { verify } from '@keel/eventlog'

const { KEEL_BENCH_OWNER_URL: ownerUrl, KEEL_RECORD_KEY: pem } = process.env
const [clinicId] = process.argv.slice(2)
if (ownerUrl === undefined || pem === undefined || clinicId === undefined)
  throw new Error('This is started by tools/bench/verify.ts.')
const startCpu = process.cpuUsage()
const start = performance.now()
const { problems, eventsChecked } = await verify(ownerUrl, { clinicId, recordKey: createPrivateKey(pem) })
const seconds = (performance.now() - start) / 1_000
const { user, system } = process.cpuUsage(startCpu)
// In kilobytes, of the whole life of the process.
const memoryMegabytes = Math.round(process.resourceUsage().maxRSS / 1_024)
console.log(
  JSON.stringify({
    seconds,
    coreSeconds: (user + system) / 1e6,
    memoryMegabytes,
    problems: problems.length,
    eventsChecked,
  }),
)

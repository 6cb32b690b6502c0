/** A day's work at the demo clinic that uses every address of the server: for tests that look at what the server then does. */
import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type { TestClinic, Visitor } from './test-clinic.ts'

const vitals = () => ({
  observationId: randomUUID(),
  sbp: 124,
  dbp: 78,
  hr: 72,
  spo2: 98,
  rr: 14,
  tempC: 36.6,
  cadss6: 0,
})

/** Asks every route at least once. @returns the ways that were asked, as `METHOD /path`. */
export async function walkEveryRoute(clinic: TestClinic): Promise<readonly string[]> {
  const asked: string[] = []
  const ask = async (who: Visitor, method: string, path: string, body?: unknown) => {
    asked.push(`${method} ${path}`)
    const answer = await who.request(method, path, body)
    // A stranger is sent away; whoever is signed in here may do what is asked.
    const isRight = who === clinic.stranger ? answer.status === 401 : answer.status < 300
    if (!isRight)
      throw new Error(`${method} ${path} was answered with ${answer.status}: ${JSON.stringify(answer.body)}`)
    return answer
  }
  const plainly = async (path: string) => {
    asked.push(`GET ${path}`)
    await (await fetch(`${clinic.url}${path}`)).text()
  }
  asked.push('POST /api/auth/sign-in/email')
  const nurse = await clinic.signIn('nora')
  const director = await clinic.signIn('daniel')
  const leaving = await clinic.signIn('fran')
  for (const path of ['/api/me', '/api/board', '/api/demo']) await ask(nurse, 'GET', path)
  for (const path of ['/healthz', '/readyz', '/metrics']) await plainly(path)
  await walkSession(clinic, nurse, ask)
  const { patientId } = (await nurse.screen(await clinic.sessionOf('Ana'))).session
  for (const path of ['', '/reads']) await ask(director, 'GET', `/api/patients/${patientId}${path}`)
  const day = (type: string) => ask(nurse, 'POST', '/api/day/commands', { commandId: randomUUID(), type, data: {} })
  await day('LeaveSite')
  await day('ArriveOnSite')
  const data = {
    tightening: { rules: { 'is-vomiting': { severity: 'hold' } } },
    because: 'Agreed at the safety meeting.',
  }
  const command = { commandId: randomUUID(), type: 'TightenRulebook', data }
  await ask(director, 'POST', '/api/clinic/commands', command)
  await ask(nurse, 'POST', '/api/demo/clock', { advanceMinutes: 1 })
  await ask(clinic.stranger, 'GET', '/api/stream')
  await ask(leaving, 'POST', '/api/auth/sign-out', {})
  return asked
}

async function walkSession(
  clinic: TestClinic,
  nurse: Visitor,
  ask: (who: Visitor, method: string, path: string, body?: unknown) => ReturnType<Visitor['request']>,
): Promise<void> {
  const sessionId = await clinic.sessionOf('Ana')
  const path = `/api/sessions/${sessionId}`
  const command = async (type: string, data: unknown, commandId = randomUUID()) => {
    await ask(nurse, 'POST', `${path}/commands`, { commandId, type, data })
  }
  await command('CheckIn', { identifiedBy: ['name', 'birth-date'], weightKg: 70 })
  await command('RecordObservation', vitals())
  const repeated = randomUUID()
  const again = vitals()
  for (let time = 0; time < 2; time += 1) await command('RecordObservation', again, repeated)
  // Two at once reach the record together, which then stores them in one batch.
  await Promise.all([command('RecordObservation', vitals()), command('RecordObservation', vitals())])
  await ask(nurse, 'GET', path)
}

/** The routes that the sources declare, as `METHOD /path` with parameters as `:name` and anything as `*`. */
export function routesInSources(): readonly string[] {
  const folder = new URL('./routes/', import.meta.url)
  const sources = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'))
  return sources.flatMap((source) => [
    ...[...source.matchAll(/\bapp\.(get|post|put|patch|delete)\(\s*'([^']+)'/g)].map(
      ([, method = '', path]) => `${method.toUpperCase()} ${path}`,
    ),
    ...[...source.matchAll(/\burl: '([^']+)'/g)].map(([, path]) => `POST ${path}`),
  ])
}

/** Whether one of the ways asked went to the route. */
export function isVisited(route: string, asked: readonly string[]): boolean {
  const pattern = route
    .replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll(/:\w+/g, '[^/]+')
    .replaceAll('*', '.+')
  return asked.some((one) => new RegExp(`^${pattern}$`).test(one))
}

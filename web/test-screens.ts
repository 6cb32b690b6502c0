/** The built screens on the real server and a real browser: for tests. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { demoSignIns, type SettableClock, startServer, stoppedClock } from '@keel/server'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { createTestDatabase } from '../eventlog/test-database.ts'
import { findBrowser } from '../tools/browser.ts'
import { buildWebIfStale } from '../tools/build-web.ts'

const shotsFolder = join(import.meta.dirname, '../test-results')

export interface Screens {
  readonly url: string
  readonly clock: SettableClock
  /** A browser of one's own, as another device has it. */
  device(size: { readonly width: number; readonly height: number }): Promise<Page>
  /** What the pages complained about: broken scripts, and whatever the content security policy stopped. */
  readonly complaints: readonly string[]
  close(): Promise<void>
}

/** Starts the demo clinic on a database of its own; its clock stands still until it is moved. */
export async function openScreens(adminUrl: string, start: string): Promise<Screens> {
  const webFolder = await buildWebIfStale()
  const database = await createTestDatabase(adminUrl)
  const dataFolder = await mkdtemp(join(tmpdir(), 'keel-screens-'))
  const clock = stoppedClock(start)
  const server = await startServer({
    dataFolder,
    host: '127.0.0.1',
    port: 0,
    demo: true,
    clock,
    webFolder,
    databaseUrl: database.serverUrl,
    databaseOwnerUrl: database.ownerUrl,
  })
  const browser: Browser = await chromium.launch(await findBrowser())
  await mkdir(shotsFolder, { recursive: true })
  const complaints: string[] = []
  return {
    url: server.url,
    clock,
    complaints,
    device: async (size) => {
      const context = await browser.newContext({ viewport: size, locale: 'en-US', baseURL: server.url })
      return watched(context, complaints)
    },
    async close() {
      await browser.close()
      await server.close()
      await database.drop()
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}

async function watched(context: BrowserContext, complaints: string[]): Promise<Page> {
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    // A 401 before signing in is how the application learns that nobody is signed in.
    if (message.type() === 'error' && !message.text().includes('401')) complaints.push(message.text())
  })
  await page.addInitScript(countLayoutShifts)
  return page
}

/** Runs in the page: notes what moved without anybody having touched anything. */
function countLayoutShifts(): void {
  type Shift = PerformanceEntry & { value: number; hadRecentInput: boolean; sources: readonly { node: Node | null }[] }
  const page = globalThis as unknown as { layoutShifts: string[] }
  page.layoutShifts = []
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries() as Shift[])
      if (!hadRecentInput)
        page.layoutShifts.push(`${value}: ${sources.map(({ node }) => node?.textContent?.slice(0, 60))}`)
  }).observe({ type: 'layout-shift', buffered: true })
}

/** What moved since the page was loaded though nobody had touched anything, and by how much. */
export function layoutShiftsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => (globalThis as unknown as { layoutShifts: string[] }).layoutShifts)
}

/** Signs in by tapping one of the demo's cards. */
export async function signInAs(page: Page, firstName: string): Promise<void> {
  const person = demoSignIns.find(({ email }) => email.startsWith(firstName.toLowerCase()))
  await page.goto('/sign-in')
  await page.getByRole('button', { name: person?.name ?? firstName }).click()
  await page.getByRole('heading', { name: 'Today’s board' }).waitFor()
}

export async function openSession(page: Page, patient: string): Promise<void> {
  await page.goto('/')
  await page.getByRole('link', { name: patient }).click()
  await page.getByRole('heading', { level: 1, name: patient }).waitFor()
}

/**
 * Looks at a screen in both themes, and keeps a picture of each in `test-results/`.
 * @returns what axe finds against WCAG 2.2 AA: rule and place.
 */
export async function lookAt(page: Page, name: string): Promise<readonly string[]> {
  const found: string[] = []
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }))
    await page.screenshot({ path: join(shotsFolder, `${name}-${theme}.png`), fullPage: true })
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze()
    for (const { id, nodes } of violations)
      found.push(
        ...nodes.map(
          ({ target, failureSummary }) => `${name}, ${theme}: ${id} at ${target.join(' ')}: ${failureSummary}`,
        ),
      )
  }
  return found
}

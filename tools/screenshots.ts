/**
 * `npm run screenshots`: the pictures of the guides. Starts a server on a temporary folder with the demo, at a clock that
 * stands still, walks it in a real browser, and writes `docs/guides/images/`.
 */
import { chmod, mkdir, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { demoSignIns, startServer, stoppedClock } from '@keel/server'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { findBrowser } from './browser.ts'
import { buildWebIfStale } from './build-web.ts'
import { root } from './tidy.ts'

const imageFolder = join(root, 'docs/guides/images')
/** 10:00 in the demo clinic, on a Monday. */
const opening = '2026-11-23T15:00:00.000Z'
const viewport = { width: 1280, height: 900 }

/** One signed-in person's page. */
interface Desk {
  readonly page: Page
  open(patient: string): Promise<void>
  /** Writes the picture of what is in sight, from the part with this id on where one is named. */
  shoot(name: string, fromId?: string): Promise<void>
}

const folder = await mkdtemp(join(tmpdir(), 'keel-screenshots-'))
// The account that PostgreSQL runs as under root has to pass through.
await chmod(folder, 0o711)
try {
  await mkdir(imageFolder, { recursive: true })
  const server = await startServer({
    dataFolder: folder,
    host: '127.0.0.1',
    port: 0,
    demo: true,
    clock: stoppedClock(opening),
    webFolder: await buildWebIfStale(console.log),
  })
  try {
    await takeAll(server.url)
  } finally {
    await server.close()
  }
} finally {
  await rm(folder, { recursive: true, force: true })
}

async function takeAll(url: string): Promise<void> {
  const { executablePath, args } = await findBrowser()
  const browser = await chromium.launch({ executablePath, args })
  try {
    // The locale is named because a browser on a machine without one calls it something that is no language tag.
    const look = { viewport, locale: 'en-US', colorScheme: 'light', reducedMotion: 'reduce' } as const
    const fresh = () => browser.newContext({ ...look, baseURL: url })
    await shootSignIn(await fresh())
    await shootNurse(await signIn(await fresh(), 'nora@demo.example'))
    await shootPrescriber(await signIn(await fresh(), 'priya@demo.example'))
  } finally {
    await browser.close()
  }
}

async function shootSignIn(context: BrowserContext): Promise<void> {
  const page = await context.newPage()
  await page.goto('/sign-in')
  await page.getByRole('heading', { name: 'Or step into the demo clinic' }).waitFor()
  await shoot(page, 'sign-in')
}

async function shootNurse({ page, open, shoot }: Desk): Promise<void> {
  await page.getByRole('link', { name: 'Ana Example' }).waitFor()
  await shoot('board')
  await open('Ana Example')
  await shoot('check-in')
  await open('Omar Example')
  await shoot('gate')
  await open('Sam Example')
  await shoot('dose')
  await raiseAlarm(page)
  await shoot('alarm')
  await open('Ruth Example')
  await shoot('leaving')
}

async function shootPrescriber({ page, open, shoot }: Desk): Promise<void> {
  await open('Omar Example')
  await page.getByText('Decide on this').click()
  await shoot('decision')
  await open('Joan Example')
  await page.getByText('Change the order').click()
  await shoot('order', 'order')
}

/** A pressure so high that the dose has to be paused. */
async function raiseAlarm(page: Page): Promise<void> {
  await page.getByLabel('Systolic pressure').fill('184')
  await page.getByLabel('Diastolic pressure').fill('104')
  await page.getByRole('button', { name: 'Record', exact: true }).click()
  await page.getByText('What are you doing about it?').first().waitFor()
}

async function signIn(context: BrowserContext, email: string): Promise<Desk> {
  const person = demoSignIns.find((one) => one.email === email)
  if (!person) throw new Error(`The demo clinic has nobody with the address ${email}.`)
  const page = await context.newPage()
  await page.goto('/sign-in')
  await page.getByRole('button', { name: person.name }).click()
  await page.getByRole('heading', { name: 'Today’s board' }).waitFor()
  const open = async (patient: string) => {
    await page.goto('/')
    await page.getByRole('link', { name: patient }).click()
    await page.getByRole('heading', { name: patient, level: 1 }).waitFor()
  }
  return { page, open, shoot: (name, fromId) => shoot(page, name, fromId) }
}

async function shoot(page: Page, name: string, fromId?: string): Promise<void> {
  await page.evaluate('document.fonts.ready.then(() => undefined)')
  await page.evaluate(fromId ? `document.getElementById('${fromId}').scrollIntoView()` : 'scrollTo(0, 0)')
  const path = join(imageFolder, `${name}.png`)
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' })
  console.log(`  ${name}.png  ${Math.round((await stat(path)).size / 1024)} kB`)
}

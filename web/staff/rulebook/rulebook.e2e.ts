/** The rulebook as a clinician looks things up in it, in a real browser. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { lookAt, openScreens, openSession, type Screens, signInAs } from '../../test-screens.ts'

let screens: Screens
let prescriber: Page
let nurse: Page

beforeAll(async () => {
  screens = await openScreens(inject('databaseOwnerUrl'), '2026-11-23T15:00:00.000Z')
  ;[prescriber, nurse] = await Promise.all([
    screens.device({ width: 1280, height: 900 }),
    screens.device({ width: 390, height: 844 }),
  ])
  await Promise.all([signInAs(prescriber, 'Priya'), signInAs(nurse, 'Nora')])
})
afterAll(() => screens.close())

const box = (page: Page) => page.getByRole('searchbox', { name: 'Search the rulebook' })
const hit = (page: Page, name: string | RegExp) => page.getByRole('article').getByRole('link', { name })
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true })

async function openRulebook(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Rulebook', exact: true }).click()
  await heading(page, 'Rulebook').waitFor()
}

describe('looking something up', () => {
  test('every topic is there at once, and the page is accessible at a desk and on a phone', async () => {
    await Promise.all([openRulebook(prescriber), openRulebook(nurse)])
    await prescriber.getByRole('heading', { level: 2, name: 'Blood pressure before the dose' }).waitFor()
    expect(await lookAt(prescriber, 'rulebook')).toEqual([])
    expect(await lookAt(nurse, 'rulebook-phone')).toEqual([])
  })

  test('a medicine is found by name, with the rules on it', async () => {
    await openRulebook(prescriber)
    await box(prescriber).fill('oxymetazoline')
    await hit(prescriber, /^Oxymetazoline/).waitFor()
    await hit(prescriber, /nasal steroid or decongestant/i)
      .first()
      .waitFor()
    expect(await lookAt(prescriber, 'rulebook-medicine')).toEqual([])
  })

  test('a condition is found in either spelling, and its entry is marked', async () => {
    await openRulebook(prescriber)
    await box(prescriber).fill('sleep apnea')
    await hit(prescriber, /^Obstructive sleep apnoea/).click()
    await heading(prescriber, 'Conditions').waitFor()
    const row = prescriber.locator('tr#obstructive-sleep-apnea')
    expect(await row.getAttribute('data-marked')).toBe('true')
    expect(await row.textContent()).toContain('G47.33')
    const sight = await row.boundingBox()
    expect(sight?.y).toBeGreaterThan(0)
    expect(sight?.y).toBeLessThan(900)
    await prescriber.goBack()
    await heading(prescriber, 'Rulebook').waitFor()
    expect(await box(prescriber).inputValue()).toBe('sleep apnea')
  })

  test('a source is found by author and year, and shows what rests on it', async () => {
    await openRulebook(prescriber)
    await box(prescriber).fill('Yip 2022')
    await prescriber.keyboard.press('Enter')
    await heading(prescriber, 'Front Psychiatry 13:1017504').waitFor()
    await hit(prescriber, /Blood pressure too high to start/).waitFor()
    expect(await lookAt(prescriber, 'rulebook-source')).toEqual([])
  })

  test('what is found can be shared by its address, and a slip of the pen is helped', async () => {
    await prescriber.goto('/rulebook?q=presure&severity=hold')
    await prescriber.getByText('Nothing found for “presure”').waitFor()
    await prescriber.getByRole('button', { name: 'pressure', exact: true }).click()
    await hit(prescriber, /Blood pressure too high to start/).waitFor()
    expect(await hit(prescriber, /Blood pressure in the crisis range/).count()).toBe(0)
    await prescriber.waitForURL(/q=pressure/)
    expect(prescriber.url()).toContain('severity=hold')
  })

  test('the keyboard leads from the box to the hits and opens one', async () => {
    await openRulebook(prescriber)
    await box(prescriber).fill('bp-hold')
    await hit(prescriber, /Blood pressure too high to start/).waitFor()
    await prescriber.keyboard.press('ArrowDown')
    await prescriber.keyboard.press('Escape')
    expect(await box(prescriber).evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true)
    await prescriber.keyboard.press('ArrowDown')
    await prescriber.keyboard.press('Enter')
    await heading(prescriber, 'Blood pressure too high to start').waitFor()
    expect(
      await heading(prescriber, 'Blood pressure too high to start').evaluate(
        (element) => element === element.ownerDocument.activeElement,
      ),
    ).toBe(true)
  })
})

describe('beside the rules', () => {
  const walk = [
    ['/rulebook/misuse-risk', 'Misuse risk'],
    ['/rulebook/measures', 'Measures'],
    ['/rulebook/instruments', 'Instruments'],
    ['/rulebook/instruments/phq9', 'PHQ-9, Patient Health Questionnaire'],
    ['/rulebook/education', 'Lessons for patients'],
    ['/rulebook/education/ed-6?language=es', 'El alcohol, otros medicamentos y las drogas'],
    ['/rulebook/consent', 'Consent'],
    ['/rulebook/protocols/in-esk-trd', 'Nasal esketamine, treatment-resistant depression'],
  ] as const

  test.each(walk)('%s is accessible at a desk and on a phone, and nothing sticks out', async (path, title) => {
    const walkOn = async (page: Page, device: string) => {
      await page.goto(path)
      await heading(page, title).waitFor()
      const found = await lookAt(page, `rulebook${path.slice('/rulebook'.length).replaceAll(/\W+/g, '-')}-${device}`)
      const sticksOut = await page
        .locator('html')
        .evaluate((html) => (html.scrollWidth > html.clientWidth ? [`${html.scrollWidth} px wide`] : []))
      return [...found, ...sticksOut]
    }
    expect((await Promise.all([walkOn(prescriber, 'desk'), walkOn(nurse, 'phone')])).flat()).toEqual([])
  })

  test('a sign of misuse risk is found by its number, and its row is marked', async () => {
    await openRulebook(prescriber)
    await box(prescriber).fill('FM7')
    await hit(prescriber, /^Blood in the urine under the microscope/).click()
    await heading(prescriber, 'Misuse risk').waitFor()
    const row = prescriber.locator('tr#sign-FM7')
    expect(await row.getAttribute('data-marked')).toBe('true')
    expect(await row.textContent()).toContain('Medium confidence')
    await prescriber.getByText('No trial has shown that tiers, structure or integration prevent addiction.').waitFor()
    await prescriber.getByText('Show each number with its source').click()
    const numbers = prescriber.getByRole('table', { name: 'Numbers of the signs' })
    await numbers.getByRole('row', { name: /^SX2, Severe bladder symptoms/ }).waitFor()
  })

  test('a lesson is found by a Spanish word, and read in either language', async () => {
    await openRulebook(nurse)
    await box(nurse).fill('toronja')
    await hit(nurse, /^Alcohol, other medicines, and drugs/).click()
    await heading(nurse, 'Alcohol, other medicines, and drugs').waitFor()
    const right = nurse.getByRole('listitem').filter({ hasText: '(right)' }).first()
    expect(await right.textContent()).toContain('Slow my breathing')
    await nurse.getByText('Español', { exact: true }).click()
    await heading(nurse, 'El alcohol, otros medicamentos y las drogas').waitFor()
    expect(await right.textContent()).toContain('Hacer más lenta mi respiración')
    expect(nurse.url()).toContain('language=es')
  })

  test('an instrument whose words may not be shown says so, and where to get them', async () => {
    await prescriber.goto('/rulebook/instruments/cssrs_screener')
    await heading(prescriber, 'C-SSRS screener, Columbia Suicide Severity Rating Scale').waitFor()
    await prescriber.getByText(/The wording is not part of this software/).waitFor()
    await prescriber.getByText('not verified: check before use').waitFor()
  })

  test('a source shows also the lessons that rest on it', async () => {
    await prescriber.goto('/rulebook/sources/988-lifeline')
    await prescriber.getByRole('heading', { level: 2, name: 'What else rests on it' }).waitFor()
    await hit(prescriber, /Lesson for patients$/)
      .first()
      .waitFor()
  })

  test('index and print-out name the ruleset by which the server decides', async () => {
    await openRulebook(prescriber)
    const digest = prescriber.getByText(/^Decisions here are made by the ruleset sha256:[0-9a-f]{64}/)
    await digest.waitFor()
    await prescriber.goto('/rulebook/print')
    await heading(prescriber, 'The whole rulebook').waitFor()
    await digest.waitFor()
    await prescriber.getByRole('heading', { level: 2, name: 'Consent, in Spanish' }).waitFor()
  })
})

describe('a page', () => {
  test('of a rule shows its number, how far to trust it, its source and its examples', async () => {
    await prescriber.goto('/rulebook/rules/bp-hold')
    const numbers = prescriber.getByRole('table', { name: /^Numbers of the rule/ })
    const systolic = await numbers.getByRole('row', { name: /^Systolic/ }).textContent()
    for (const said of ['160 mmHg', 'Date not stated', 'Low confidence', 'Derived from the source', 'Yip et al., 2022'])
      expect(systolic).toContain(said)
    await prescriber.getByRole('table', { name: /^Worked examples/ }).waitFor()
    expect(await lookAt(prescriber, 'rulebook-rule')).toEqual([])
    await nurse.goto('/rulebook/rules/bp-hold')
    await heading(nurse, 'Blood pressure too high to start').waitFor()
    expect(await lookAt(nurse, 'rulebook-rule-phone')).toEqual([])
  })

  test('of a rule with settings shows what each protocol states', async () => {
    await prescriber.goto('/rulebook/rules/interval-too-short')
    const stated = prescriber.getByRole('table', { name: /by protocol$/ }).first()
    await stated
      .getByRole('link', { name: /^Intravenous ketamine, treatment-resistant/ })
      .first()
      .click()
    await heading(prescriber, 'Intravenous ketamine, treatment-resistant depression').waitFor()
    const limits = prescriber.getByRole('table', { name: 'Limits of the protocol' })
    await limits.getByText('In induction', { exact: true }).first().waitFor()
    expect(await lookAt(prescriber, 'rulebook-protocol')).toEqual([])
  })

  test.each([
    ['/rulebook/medicines', 'Medicines'],
    ['/rulebook/calculations', 'Calculations'],
    ['/rulebook/sources', 'Sources'],
    ['/rulebook/protocols', 'Protocols'],
  ])('%s is accessible', async (path, title) => {
    await nurse.goto(path)
    await heading(nurse, title).waitFor()
    expect(await lookAt(nurse, `rulebook-${title.toLowerCase()}-phone`)).toEqual([])
  })

  test('of a rule that is not there says so', async () => {
    await nurse.goto('/rulebook/rules/bp-holt')
    await heading(nurse, 'Not in this rulebook').waitFor()
  })

  test('for paper has every rule, in black on white, without what is for pressing', async () => {
    await prescriber.goto('/rulebook/print')
    await heading(prescriber, 'The whole rulebook').waitFor()
    await prescriber.emulateMedia({ media: 'print', colorScheme: 'dark' })
    expect(await prescriber.getByRole('banner').isVisible()).toBe(false)
    expect(await prescriber.getByRole('button', { name: 'Print', exact: true }).isVisible()).toBe(false)
    expect(await prescriber.locator('h3', { hasText: 'Blood pressure too high to start' }).isVisible()).toBe(true)
    const colours = await prescriber.locator('body').evaluate((body) => {
      const { color } = getComputedStyle(body)
      return [color, getComputedStyle(body.ownerDocument.documentElement).backgroundColor]
    })
    expect(colours).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)'])
    await prescriber.emulateMedia({ media: 'screen', colorScheme: 'light' })
  })
})

test('a finding at the bedside leads to its rule, in a tab of its own', async () => {
  await openSession(nurse, 'Omar Example')
  const details = nurse.getByRole('region', { name: 'What the decision rests on' })
  await details.locator('summary').first().click()
  const link = details.getByRole('link', { name: /in the rulebook \(opens a new tab\)$/ }).first()
  const [page] = await Promise.all([nurse.context().waitForEvent('page'), link.click()])
  await page.getByRole('heading', { level: 2, name: 'When it fires' }).waitFor()
  await page.close()
})

test('it works when the network is gone', async () => {
  await prescriber.goto('/')
  await prescriber.getByRole('heading', { name: 'Today’s board' }).waitFor()
  await prescriber.waitForLoadState('networkidle')
  const seen = screens.complaints.length
  await prescriber.context().setOffline(true)
  await openRulebook(prescriber)
  await box(prescriber).fill('bp-hold')
  await prescriber.keyboard.press('Enter')
  await heading(prescriber, 'Blood pressure too high to start').waitFor()
  await prescriber.context().setOffline(false)
  expect(screens.complaints.slice(seen).filter((complaint) => !complaint.includes('net::ERR_'))).toEqual([])
})

test('no page broke, and nothing wanted what the content security policy forbids', () => {
  expect(screens.complaints.filter((complaint) => !complaint.includes('net::ERR_'))).toEqual([])
})

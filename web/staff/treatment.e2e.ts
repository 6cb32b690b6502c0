/** One infusion from the gate to discharge, and one nasal dose as far as a hold, at the bedside's own screens. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { layoutShiftsOf, lookAt, openScreens, openSession, type Screens, signInAs } from '../test-screens.ts'

const tablet = { width: 1180, height: 820 }
const desktop = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }

let screens: Screens
let nurse: Page
let second: Page
let prescriber: Page

beforeAll(async () => {
  screens = await openScreens(inject('databaseOwnerUrl'), '2026-11-23T15:00:00.000Z')
  ;[nurse, second, prescriber] = await Promise.all([
    screens.device(tablet),
    screens.device(phone),
    screens.device(desktop),
  ])
})
afterAll(() => screens.close())

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click()
const advance = (page: Page, minutes: 1 | 5 | 15 | 60) => press(page, `Move the demo’s clock on by ${minutes} min`)
const gate = (page: Page) => page.getByRole('region', { name: 'May the dose start?' })
const question = (page: Page, key: string) => page.locator(`#ask-${key}`)
const choose = (page: Page, group: string, option: string | RegExp) =>
  page
    .getByRole('radiogroup', { name: group })
    .getByText(option, { exact: typeof option === 'string' })
    .click()

interface Readings {
  readonly pressure: readonly [number, number]
  readonly pulse?: number
}

/** Types the readings as a keyboard does: a full number leads to the next. */
async function typeReadings(page: Page, { pressure, pulse = 74 }: Readings): Promise<void> {
  await page.getByLabel('Systolic pressure').click()
  await page.keyboard.type(`${pressure[0]}${pressure[1]}${pulse}9814`)
  await page.getByLabel('Temperature').fill('36.7')
  await page.getByLabel('Dissociation').fill('0')
}

async function typeWhatIsSeen(page: Page): Promise<void> {
  await choose(page, 'Sedation (MOAA/S): how do they answer?', /Answers readily/)
  await choose(page, 'Agitation (RASS)', /Alert and calm/)
  await choose(page, 'Distressed by the experience?', 'No')
  await choose(page, 'Vomiting?', 'No')
  await press(page, 'None of these')
}

/** Records a look at the patient and waits until it has arrived: the pad is empty again. */
async function observe(page: Page, readings: Readings): Promise<void> {
  await typeReadings(page, readings)
  await typeWhatIsSeen(page)
  await record(page)
}
async function record(page: Page): Promise<void> {
  await press(page, 'Record')
  await page.getByText('Nothing is entered yet.').waitFor()
}

async function checkIn(page: Page, weightKg: number): Promise<void> {
  await press(page, /^Says their name is/)
  await press(page, /^Says they were born on/)
  await page.getByLabel('Weight today').fill(String(weightKg))
  await press(page, 'Check in')
  await page.getByRole('heading', { name: /^Time-out/ }).waitFor()
}

async function answerHoursAgo(page: Page, key: string, hours: number): Promise<void> {
  await question(page, key).getByLabel('Hours ago').fill(String(hours))
  await question(page, key).getByRole('button', { name: 'Save' }).click()
  await question(page, key).getByText(/ ago/).waitFor()
}

async function answerTimeOut(page: Page, hoursSinceFood: number): Promise<void> {
  await answerHoursAgo(page, 'lastFoodAt', hoursSinceFood)
  await answerHoursAgo(page, 'lastDrinkAt', 3)
  const taps: readonly (readonly [string, string])[] = [
    ['lastAlcoholAt', 'Never drinks'],
    ['breathAlcoholPercent', '0 %'],
    ['drugTest', 'All six negative'],
    ['suicidalBehaviourOn', 'Never'],
    ['missedSessions', 'None'],
  ]
  for (const [key, name] of taps) {
    await question(page, key).getByRole('button', { name, exact: true }).click()
    await question(page, key)
      .getByRole('button', { name: /^Change/ })
      .waitFor()
  }
  for (const [key, answer] of [
    ['intoxicated', 'No'],
    ['newMedicationUnreviewed', 'No'],
    ['suicidalIdeation', '0: None'],
    ['depressionWorse', 'No'],
    ['escort', 'Yes'],
  ] as const) {
    await question(page, key).getByText(answer, { exact: true }).click()
    await question(page, key)
      .getByRole('button', { name: /^Change/ })
      .waitFor()
  }
}

describe('signing in', () => {
  test('a wrong password is told in a summary that names what to do, and no field is lost', async () => {
    await nurse.goto('/')
    await nurse.getByRole('heading', { name: 'Or step into the demo clinic' }).waitFor()
    await press(nurse, 'Sign in')
    const summary = nurse.getByRole('alert')
    await summary.getByRole('link', { name: 'Enter your e-mail address' }).waitFor()
    await nurse.getByLabel('E-mail').fill('nora@demo.example')
    await nurse.getByLabel('Password').fill('wrong')
    await press(nurse, 'Sign in')
    await summary.getByText('do not belong together').waitFor()
    expect(await nurse.getByLabel('E-mail').inputValue()).toBe('nora@demo.example')
    expect(await lookAt(nurse, 'sign-in')).toEqual([])
  })

  test('the board is open to those who sign in', async () => {
    await Promise.all([signInAs(nurse, 'Nora'), signInAs(second, 'Miguel'), signInAs(prescriber, 'Priya')])
    await nurse.getByRole('link', { name: 'Ana Example' }).waitFor()
    expect(await lookAt(nurse, 'board')).toEqual([])
    expect(await lookAt(second, 'board-phone')).toEqual([])
  })
})

describe('an infusion', () => {
  test('is checked in, and the time-out leaves exactly the hold that the meal makes', async () => {
    await openSession(nurse, 'Ana Example')
    expect(await lookAt(nurse, 'session-expected')).toEqual([])
    await checkIn(nurse, 70)
    expect(await lookAt(nurse, 'session-getting-ready')).toEqual([])
    await typeReadings(nurse, { pressure: [124, 78] })
    await record(nurse)
    await answerTimeOut(nurse, 3)
    await advance(nurse, 15)
    await typeReadings(nurse, { pressure: [122, 76] })
    await record(nurse)
    await gate(nurse).getByText('Not yet: 1 thing to settle').waitFor()
    await nurse
      .getByText(/solid food|Solid food|solids/)
      .first()
      .waitFor()
  })

  test('a key that leads to an impossible reading is refused where it is pressed', async () => {
    await nurse.getByLabel('Oxygen saturation').click()
    for (const key of ['1', '0', '1']) await press(nurse, key)
    await nurse.getByRole('status').getByText('Oxygen saturation must be 30 to 100 %').waitFor()
    expect(await nurse.getByLabel('Oxygen saturation').inputValue()).toBe('10')
    await press(nurse, 'Erase')
    await press(nurse, 'Erase')
  })

  test('a second person reads the dose from their own sign-in; a reading that differs undoes the preparation', async () => {
    await press(nurse, 'I have prepared 35 mg')
    await nurse.getByText('A second person has to check it').waitFor()
    await openSession(second, 'Ana Example')
    const read = async (milligrams: string) => {
      await second.getByLabel(/You are the second person/).fill(milligrams)
      await press(second, 'That is what I read')
    }
    await read('53')
    await second.getByText('Then a second person reads it').waitFor()
    await press(nurse, 'I have prepared 35 mg')
    await read('35')
    await nurse.getByText('Checked by Miguel Example, RN').waitFor()
  })

  test('started against the gate it is recorded as held; a prescriber’s reason opens the gate for all at once', async () => {
    await press(nurse, 'Start 35 mg')
    await nurse.getByText('The dose was not started. It is recorded as held:').waitFor()
    expect(await lookAt(nurse, 'session-held')).toEqual([])
    await openSession(prescriber, 'Ana Example')
    await prescriber.getByText('Override with a reason').click()
    await prescriber.getByLabel('Your reason to go on').fill('A light meal three hours ago at 0.5 mg/kg.')
    await press(prescriber, 'Override for this session')
    await prescriber.getByText('A light meal three hours ago').first().waitFor()
    await gate(nurse).getByText('May start').waitFor()
    await press(nurse, 'Start 35 mg')
    await nurse.getByRole('heading', { name: 'The dose', exact: true }).waitFor()
  })

  test('while it runs nothing moves by itself: not as time passes, nor when someone else’s reading alarms', async () => {
    await openSession(second, 'Ana Example')
    await openSession(prescriber, 'Ana Example')
    await prescriber.getByText('systolic').first().waitFor()
    await advance(second, 5)
    await advance(second, 5)
    await prescriber
      .getByText(/due now|overdue/)
      .first()
      .waitFor()
    expect(await layoutShiftsOf(prescriber)).toEqual([])
    const places = () =>
      Promise.all(
        ['Pause', 'Record', 'Stop for good'].map((name) =>
          prescriber.getByRole('button', { name, exact: true }).boundingBox(),
        ),
      )
    const before = await places()
    await observe(second, { pressure: [186, 96], pulse: 92 })
    await prescriber
      .getByRole('region', { name: 'Alarms' })
      .getByText('Pressure is 180 mmHg systolic')
      .first()
      .waitFor()
    expect(await places()).toEqual(before)
    expect(await lookAt(prescriber, 'session-alarm')).toEqual([])
    expect(await lookAt(second, 'session-alarm-phone')).toEqual([])
  })

  test('an alarm is on the board until someone says what they do about it', async () => {
    await nurse.goto('/')
    const card = nurse.getByRole('article').filter({ hasText: 'Ana Example' })
    await card.getByText('Not acknowledged').waitFor()
    expect(await nurse.getByRole('article').first().textContent()).toContain('Ana Example')
    expect(await lookAt(nurse, 'board-alarm')).toEqual([])
    await press(second, 'Dose paused')
    await second.getByText('“Dose paused”').waitFor()
    await card.getByText('Acknowledged', { exact: true }).waitFor()
  })

  test('it pauses, does not resume while the alarm holds, and goes on when the pressure has come down', async () => {
    await openSession(nurse, 'Ana Example')
    await press(nurse, 'Pause')
    await press(nurse, 'Blood pressure')
    await press(nurse, 'Resume the dose')
    await nurse.getByText('The dose was not given on. It is recorded as held:').waitFor()
    await advance(nurse, 5)
    await observe(nurse, { pressure: [138, 84] })
    await nurse.getByText('No alarms').waitFor()
    await press(nurse, 'Resume the dose')
    await nurse.getByRole('button', { name: 'Pause', exact: true }).waitFor()
  })

  test('it is complete when it has run its time, not before', async () => {
    const complete = nurse.getByRole('button', { name: /^Complete in \d+ min$/ })
    expect(await complete.isDisabled()).toBe(true)
    await advance(nurse, 15)
    await observe(nurse, { pressure: [132, 82] })
    await advance(nurse, 15)
    await observe(nurse, { pressure: [130, 80] })
    await press(nurse, 'The dose is complete')
    await nurse.getByRole('heading', { name: 'After the dose' }).waitFor()
  })

  test('the patient leaves when every criterion is met, not before', async () => {
    const ready = nurse.getByRole('region', { name: 'Ready to leave?' })
    await ready.getByText('Not ready to leave yet').waitFor()
    await press(nurse, 'Discharge')
    await nurse.getByText('The patient may not leave yet. It is recorded as held:').waitFor()
    expect(await lookAt(nurse, 'session-observing')).toEqual([])
    await advance(nurse, 60)
    await advance(nurse, 60)
    await observe(nurse, { pressure: [126, 78] })
    await assessRecovery(nurse)
    await ready.getByText('Ready to leave', { exact: true }).waitFor()
    expect(await lookAt(nurse, 'session-ready')).toEqual([])
    await press(nurse, 'Discharge')
    await nurse.getByText(/^Discharged at/).waitFor()
    expect(await lookAt(nurse, 'session-discharged')).toEqual([])
  })
})

async function assessRecovery(page: Page): Promise<void> {
  const recovery = page.getByRole('region', { name: 'Recovery' })
  for (const item of [
    'Activity',
    'Breathing',
    'Circulation',
    'Consciousness',
    'Oxygen',
    'Vital signs',
    'Walking',
    'Nausea and vomiting',
  ])
    await recovery.getByRole('radiogroup', { name: item, exact: true }).getByText('2', { exact: true }).click()
  for (const asks of [
    /^Walks steadily/,
    /^Nausea gone/,
    /^Oriented/,
    /^Is the responsible adult/,
    /^Agrees not to drive/,
    /^Safety plan/,
  ])
    await recovery.getByRole('radiogroup', { name: asks }).getByText('Yes', { exact: true }).click()
  await recovery.getByText('0: None').click()
  await press(page, 'Record the assessment')
  await page.getByText('15 still to answer.').waitFor()
}

test('a nasal spray an hour before esketamine holds the dose, by its rule and in words', async () => {
  await openSession(second, 'Liv Example')
  await checkIn(second, 64)
  await answerHoursAgo(second, 'nasalMedicineAt', 0.25)
  const details = second.getByRole('region', { name: 'What the decision rests on' })
  await details.locator('summary', { hasText: 'nasal steroid or decongestant' }).click()
  await details.getByText('nasal-steroid-decongestant-1h').waitFor()
  expect(await lookAt(second, 'session-nasal-hold-phone')).toEqual([])
})

describe('when the network fails', () => {
  test('a lost line is told, with since when, and taken up again by itself', async () => {
    await nurse.route('**/api/stream', (route) => route.abort())
    await nurse.reload()
    await nurse.getByText(/^Not connected since \d\d:\d\d/).waitFor()
    await nurse.unroute('**/api/stream')
    await nurse.getByText(/^Not connected since/).waitFor({ state: 'detached' })
  })

  test('what was typed stays, and is recorded once when it is sent again', async () => {
    const sent: string[] = []
    await openSession(nurse, 'Sam Example')
    await typeReadings(nurse, { pressure: [129, 81] })
    await nurse.route('**/commands', async (route) => {
      const { commandId } = route.request().postDataJSON() as { commandId: string }
      sent.push(commandId)
      // The first three sends reach the server, but their answers are lost on the way back.
      if (sent.length > 3) return route.continue()
      await route.fetch()
      return route.abort()
    })
    await press(nurse, 'Record')
    await nurse.getByText('Not sent yet').waitFor()
    expect(await nurse.getByLabel('Systolic pressure').inputValue()).toBe('129')
    await record(nurse)
    await nurse.unroute('**/commands')
    expect(sent.length).toBe(4)
    expect(new Set(sent).size).toBe(1)
    expect(await nurse.getByRole('listitem').filter({ hasText: '129/81 mmHg' }).count()).toBe(1)
  })
})

test('no page broke, and nothing wanted what the content security policy forbids', () => {
  expect(screens.complaints.filter((complaint) => !complaint.includes('net::ERR_FAILED'))).toEqual([])
})

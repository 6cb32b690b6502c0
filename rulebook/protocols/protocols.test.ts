import type { Facts } from '@keel/engine'
import { describe, expect, test } from 'vitest'
import {
  allProtocolIds,
  assessor,
  notYetDue,
  type ProtocolId,
  protocols,
  type SettingName,
  settingUnits,
  sources,
} from '../index.ts'

type Limit = number | readonly number[]
/** Every limit that a protocol states under some facts, typed from the protocols that clinicians reviewed; all others are open. */
type Row = readonly [protocol: ProtocolId, when: Facts, limits: Partial<Record<SettingName, Limit>>]

const phase = (course_phase: string): Facts => ({ schedule: { course_phase } })
const week = (week_of_treatment: number, dose_number = 2): Facts => ({ schedule: { week_of_treatment, dose_number } })

const infusion = {
  'dose-absolute-max': 100,
  'rate-soft-max': 1,
  'rate-hard-max': 1.5,
  'duration-min': 40,
  'duration-max': 120,
  'observation-min': 60,
  'observation-extended-min': 120,
} as const
const twoHours = { 'observation-min': 120, 'observation-extended-min': 120 } as const
const response = { 'stop-improvement-below': 25, 'partial-improvement-below': 50 } as const
const early = { 'early-check-from': 4, 'early-improvement-below': 25 } as const

const depression = {
  'dose-soft-min': 0.25,
  'dose-soft-max': 0.75,
  'dose-hard-max': 1,
  ...infusion,
  'induction-planned': 6,
  'induction-max': 8,
  'weekly-max': 3,
  ...early,
  ...response,
} as const
const trauma = {
  'dose-soft-max': 0.5,
  'dose-hard-max': 0.75,
  ...infusion,
  'induction-planned': 6,
  'induction-max': 8,
  'weekly-max': 3,
  'stop-improvement-below': 30,
  'partial-improvement-below': 50,
} as const
const anxiety = {
  'dose-soft-max': 0.5,
  'dose-hard-max': 0.75,
  ...infusion,
  'induction-planned': 4,
  'induction-max': 8,
  'weekly-max': 1,
  'monthly-soft-max': 4,
  'early-check-from': 2,
  'early-improvement-below': 25,
  'stop-check-from': 4,
  ...response,
} as const
const suicidality = {
  'dose-soft-max': 0.5,
  'dose-hard-max': 0.5,
  ...infusion,
  'induction-planned': 2,
  'induction-max': 2,
  'interval-min': 1,
  'weekly-max': 2,
  'monthly-soft-max': 2,
  'monthly-hard-max': 2,
} as const
const pain = {
  'dose-absolute-soft-max': 100,
  'dose-absolute-max': 200,
  'rate-soft-max': 0.35,
  'rate-hard-max': 1,
  'rate-absolute-soft-max': 25,
  'induction-planned': 10,
  'induction-max': 10,
  'stop-improvement-below': 25,
  'partial-improvement-below': 30,
  'observation-min': 60,
  'observation-extended-min': 120,
} as const
const injection = {
  'dose-soft-min': 0.25,
  'dose-soft-max': 0.5,
  'dose-hard-max': 1,
  'dose-absolute-max': 100,
  'induction-planned': 6,
  'induction-max': 8,
  'weekly-max': 2,
  ...early,
  ...response,
  ...twoHours,
} as const
const lozenge = {
  'dose-absolute-max': 300,
  'induction-planned': 6,
  'induction-max': 8,
  'weekly-max': 2,
  ...response,
  ...twoHours,
} as const
const atHome = {
  'dose-absolute-max': 200,
  'induction-max': 8,
  'weekly-max': 1,
  'monthly-soft-max': 4,
  'monthly-hard-max': 4,
  ...response,
  ...twoHours,
} as const
const spray = { 'induction-planned': 8, 'induction-max': 8, ...response, ...twoHours } as const
const sprayEarly = { ...spray, 'interval-min': 2, 'weekly-max': 2, 'monthly-soft-max': 8 } as const
const sprayLater = { ...spray, 'interval-min': 5, 'weekly-max': 1, 'monthly-soft-max': 4 } as const
const later = { 'interval-min': 5, 'monthly-soft-max': 4 } as const
const maintained = { 'interval-min': 12, 'monthly-soft-max': 4 } as const

const rows: readonly Row[] = [
  [
    'iv-ket-trd',
    phase('induction'),
    { ...depression, 'interval-min': 2, 'induction-gap-max': 7, 'monthly-soft-max': 8, 'monthly-hard-max': 12 },
  ],
  ['iv-ket-trd', phase('induction-complete'), { ...depression, ...later }],
  ['iv-ket-trd', phase('continuation'), { ...depression, ...later }],
  ['iv-ket-trd', phase('maintenance'), { ...depression, ...maintained }],
  ['iv-ket-ptsd', phase('induction'), { ...trauma, 'interval-min': 2, 'monthly-soft-max': 8 }],
  ['iv-ket-ptsd', phase('continuation'), { ...trauma, ...later }],
  ['iv-ket-ptsd', phase('maintenance'), { ...trauma, ...maintained }],
  ['iv-ket-anx', phase('induction'), { ...anxiety, 'interval-min': 7, 'induction-gap-max': 14 }],
  ['iv-ket-anx', phase('continuation'), { ...anxiety, 'interval-min': 5 }],
  ['iv-ket-anx', phase('maintenance'), { ...anxiety, 'interval-min': 12 }],
  ['iv-ket-si', phase('induction'), suicidality],
  ['iv-ket-si', phase('maintenance'), suicidality],
  ['iv-ket-crps', phase('induction'), { ...pain, 'interval-min': 1 }],
  ['iv-ket-crps', phase('continuation'), { ...pain, ...later }],
  ['iv-ket-crps', phase('maintenance'), { ...pain, ...maintained }],
  ['im-ket-trd', phase('induction'), { ...injection, 'interval-min': 3, 'monthly-soft-max': 8 }],
  ['im-ket-trd', phase('induction-complete'), { ...injection, ...later }],
  ['im-ket-trd', phase('maintenance'), { ...injection, ...maintained }],
  [
    'sl-ket-clinic',
    { schedule: { course_phase: 'induction', dose_number: 1 } },
    { ...lozenge, 'dose-soft-max': 0.5, 'dose-absolute-soft-max': 50, 'interval-min': 3, 'monthly-soft-max': 8 },
  ],
  [
    'sl-ket-clinic',
    { schedule: { course_phase: 'induction', dose_number: 2 } },
    { ...lozenge, 'dose-soft-max': 2, 'dose-absolute-soft-max': 200, 'interval-min': 3, 'monthly-soft-max': 8 },
  ],
  [
    'sl-ket-clinic',
    { schedule: { course_phase: 'maintenance', dose_number: 12 } },
    { ...lozenge, 'dose-soft-max': 2, 'dose-absolute-soft-max': 200, ...maintained },
  ],
  ['sl-ket-home', phase('induction'), { ...atHome, 'interval-min': 7 }],
  ['sl-ket-home', phase('maintenance'), { ...atHome, 'interval-min': 12 }],
  [
    'iv-ket-aud-ref',
    phase('induction'),
    {
      'dose-soft-max': 0.71,
      'dose-hard-max': 0.8,
      'rate-hard-max': 1.2,
      'duration-min': 40,
      'duration-max': 52,
      'induction-planned': 3,
      'induction-max': 3,
      'interval-min': 7,
      'weekly-max': 1,
      'monthly-soft-max': 3,
      'observation-min': 60,
      'observation-extended-min': 120,
    },
  ],
  ['in-esk-trd', { region: 'US', ...week(1, 1) }, { ...sprayEarly, 'labelled-doses': [56, 84], 'first-dose': 56 }],
  [
    'in-esk-trd',
    { region: 'US', age: 70, ...week(4) },
    { ...sprayEarly, 'labelled-doses': [56, 84], 'first-dose': 56 },
  ],
  ['in-esk-trd', { region: 'US', ...week(5) }, { ...sprayLater, 'labelled-doses': [56, 84], 'first-dose': 56 }],
  [
    'in-esk-trd',
    { region: 'EU', age: 64.9, japanese_ancestry: false, ...week(1, 1) },
    { ...sprayEarly, 'labelled-doses': [56] },
  ],
  [
    'in-esk-trd',
    { region: 'EU', age: 64.9, japanese_ancestry: false, schedule: { week_of_treatment: 1, dose_number: 2 } },
    { ...sprayEarly, 'labelled-doses': [56, 84] },
  ],
  ['in-esk-trd', { region: 'EU', age: 65, ...week(1, 1) }, { ...sprayEarly, 'labelled-doses': [28] }],
  ['in-esk-trd', { region: 'EU', age: 65, ...week(2) }, { ...sprayEarly, 'labelled-doses': [28, 56, 84] }],
  [
    'in-esk-trd',
    { region: 'EU', age: 40, japanese_ancestry: true, ...week(1, 1) },
    { ...sprayEarly, 'labelled-doses': [28] },
  ],
  ['in-esk-mdsi', { region: 'US', age: 70, ...week(4) }, { ...sprayEarly, 'labelled-doses': [56, 84] }],
  ['in-esk-mdsi', { region: 'US', ...week(5) }, { ...sprayLater, 'labelled-doses': [56, 84] }],
  ['in-esk-mdsi', { region: 'EU', age: 64.9, ...week(1, 1) }, { ...sprayEarly, 'labelled-doses': [56, 84] }],
  ['in-esk-mdsi', { region: 'EU', age: 65, ...week(1, 1) }, { ...sprayEarly, 'labelled-doses': [0] }],
]

const settingNames = Object.keys(settingUnits) as SettingName[]

describe.each(rows.map((row) => [`${row[0]} with ${JSON.stringify(row[1])}`, row] as const))('%s', (_name, row) => {
  const [protocol, when, limits] = row
  test.each(settingNames)('%s', (name) => {
    const stated = assessor.settingOf(name, { protocol, ...when })
    expect(typeof stated === 'object' ? stated.is : stated).toEqual(limits[name] ?? 'not-limited')
  })
})

test('the table holds every protocol', () => {
  expect(new Set(rows.map(([id]) => id))).toEqual(new Set(allProtocolIds))
  expect(protocols.map(({ id }) => id).toSorted()).toEqual(allProtocolIds.toSorted())
})

describe.each(protocols.map((protocol) => [protocol.id, protocol] as const))('%s', (_id, protocol) => {
  test('states every setting, in the unit of the setting', () => {
    expect(Object.keys(protocol.settings).toSorted()).toEqual(settingNames.toSorted())
    for (const name of settingNames) {
      const cases = protocol.settings[name]
      for (const { values } of cases === 'not-limited' ? [] : cases)
        for (const { unit } of values) expect(unit, name).toBe(settingUnits[name])
    }
  })

  test('never has a hard limit below the soft one', () => {
    const newest = (name: SettingName) => {
      const cases = protocol.settings[name]
      return cases === 'not-limited' ? [] : cases.map(({ values }) => values.at(-1)?.is as number)
    }
    for (const [soft, hard] of [
      ['dose-soft-max', 'dose-hard-max'],
      ['dose-absolute-soft-max', 'dose-absolute-max'],
      ['rate-soft-max', 'rate-hard-max'],
      ['monthly-soft-max', 'monthly-hard-max'],
    ] as const)
      if (newest(hard).length > 0)
        expect(Math.max(...newest(soft), 0), soft).toBeLessThanOrEqual(Math.max(...newest(hard)))
  })

  test('is cited in every note, reading and requirement', () => {
    const { monitoring, notes, rems } = protocol
    const cited = [...monitoring, ...notes, ...(rems?.requirements ?? []), ...(rems?.form ?? [])]
    expect(cited.length).toBeGreaterThan(0)
    for (const { cites } of cited) {
      expect(cites.length).toBeGreaterThan(0)
      for (const cite of cites) expect(sources).toHaveProperty([cite])
    }
  })

  test('says once what it says, and each reading once', () => {
    const says = protocol.notes.map((note) => note.says)
    expect(new Set(says).size).toBe(says.length)
    const readings = protocol.monitoring.map(({ reading }) => reading)
    expect(readings.toSorted()).toEqual(['dissociation', 'pressure', 'saturation', 'sedation'])
  })

  test('has readings that get rarer with time, never denser', () => {
    for (const { running, observing } of protocol.monitoring)
      for (const { everyMin, later: steps = [] } of [running, observing]) {
        const every = [everyMin ?? 0, ...steps.map((step) => step.everyMin)]
        expect(every).toEqual(every.toSorted((a, b) => a - b))
      }
  })
})

describe('what is known of all protocols together', () => {
  const of = (id: ProtocolId) => protocols.find((one) => one.id === id)

  test('only esketamine is on label and has a programme of risk evaluation', () => {
    for (const { drug, offLabel, rems } of protocols)
      expect([offLabel, rems !== undefined]).toEqual(drug === 'esketamine' ? [false, true] : [true, false])
  })

  test('the dose at home is switched off, the alcohol protocol is for reading, all others are available', () => {
    const status = Object.fromEntries(protocols.map((one) => [one.id, one.status]))
    const open = Object.fromEntries(allProtocolIds.map((id) => [id, 'available']))
    expect(status).toEqual({ ...open, 'sl-ket-home': 'disabled-by-default', 'iv-ket-aud-ref': 'reference-only' })
  })

  test('acute suicidality by vein is for hospitals only, and nothing but the lozenge for home goes home', () => {
    expect(of('iv-ket-si')?.places).toEqual(['hospital'])
    expect(protocols.filter(({ places }) => places.includes('home')).map(({ id }) => id)).toEqual(['sl-ket-home'])
  })

  test('an injection is watched at 5, 10, 15, 30, 45, 60, 90 and 120 min', () => {
    const times = of('im-ket-trd')?.monitoring[0]?.running
    const due: number[] = []
    for (let at = times?.firstMin ?? 0; times && at <= 120; ) {
      due.push(at)
      at += times.later?.findLast(({ fromMin }) => fromMin <= at)?.everyMin ?? times.everyMin ?? 120
    }
    expect(due).toEqual([5, 10, 15, 30, 45, 60, 90, 120])
  })

  test('a long pain infusion is watched every quarter of an hour first, then every half', () => {
    expect(of('iv-ket-crps')?.monitoring[0]?.running).toEqual({
      firstMin: 15,
      everyMin: 15,
      later: [{ fromMin: 60, everyMin: 30 }],
    })
  })

  test.each([
    ['iv-ket-crps', 15, 30],
    ['im-ket-trd', 5, 10],
    ['sl-ket-clinic', 30, 60],
    ['in-esk-mdsi', 40, 70],
  ])('%s wants the first pressure at %i min and one to compare it with at %i min', (protocol, first, second) => {
    const waitsFor = (minute: number) => notYetDue({ protocol, in_session: { minute } })
    expect(waitsFor(first - 1)).toContain('in_session.sbp')
    expect(waitsFor(first)).not.toContain('in_session.sbp')
    expect(waitsFor(second - 1)).toContain('in_session.previous_sbp')
    expect(waitsFor(second)).not.toContain('in_session.previous_sbp')
  })
})

/**
 * What a protocol states about dose, rate, spacing, response and observation. The type is total on purpose: a protocol that has no
 * limit of some kind must say `not-limited`, so that none is forgotten.
 */
import type { Basis, Confidence, DatedValues, Settings, ValueRef } from '@keel/engine'
import type { ProtocolId } from './protocol-ids.ts'

export const settingUnits = {
  'dose-soft-min': 'mg/kg',
  'dose-soft-max': 'mg/kg',
  'dose-hard-max': 'mg/kg',
  'dose-absolute-soft-max': 'mg',
  'dose-absolute-max': 'mg',
  'rate-soft-max': 'mg/kg/h',
  'rate-hard-max': 'mg/kg/h',
  'rate-absolute-soft-max': 'mg/h',
  'duration-min': 'min',
  'duration-max': 'min',
  'labelled-doses': 'mg',
  'first-dose': 'mg',
  'induction-planned': '1',
  'induction-max': '1',
  'interval-min': 'd',
  'induction-gap-max': 'd',
  'weekly-max': '1',
  'monthly-soft-max': '1',
  'monthly-hard-max': '1',
  'early-check-from': '1',
  'early-improvement-below': '%',
  'stop-check-from': '1',
  'stop-improvement-below': '%',
  'partial-improvement-below': '%',
  'observation-min': 'min',
  'observation-extended-min': 'min',
} as const
export type SettingName = keyof typeof settingUnits

/** A setting as an operand of a condition, with its unit for the compiler. */
export function setting<N extends SettingName>(name: N): ValueRef<(typeof settingUnits)[N]> {
  return { setting: name }
}

/** When a reading is taken, in minutes: first due at, then every. */
export interface ReadingTimes {
  readonly firstMin: number
  /** `null`: once. */
  readonly everyMin: number | null
  /** From these minutes on less often, where the schedule says so. */
  readonly later?: readonly { readonly fromMin: number; readonly everyMin: number }[]
}

/** After how many minutes the reading that was taken at this minute is taken again; `null`: not again. */
export function everyMinAt({ everyMin, later = [] }: ReadingTimes, minute: number): number | null {
  return later.findLast(({ fromMin }) => fromMin <= minute)?.everyMin ?? everyMin
}

/** How often a reading is taken, as monitoring timers and "not yet due" use it. */
export interface ReadingSchedule {
  readonly reading: 'pressure' | 'saturation' | 'sedation' | 'dissociation'
  readonly says: string
  /** While the dose runs, from its start. */
  readonly running: ReadingTimes
  /** Until discharge, from the end of the dose. */
  readonly observing: ReadingTimes
  readonly cites: readonly string[]
  readonly confidence: Confidence
}

/** What a note is about. */
export type NoteSubject =
  | 'evidence'
  | 'dose'
  | 'induction'
  | 'checkpoint'
  | 'stop'
  | 'continuation'
  | 'maintenance'
  | 're-evaluation'
  | 'taper'
  | 'observation'
  | 'care'

/** What a person should know of a protocol, with its source. */
export interface ProtocolNote {
  readonly about: NoteSubject
  readonly says: string
  readonly cites: readonly string[]
  readonly confidence: Confidence
  readonly basis: Basis
}

/** What a US programme of risk evaluation asks beside the label. */
export interface RemsProgramme {
  readonly region: 'US'
  readonly requirements: readonly {
    readonly key: string
    readonly says: string
    readonly cites: readonly string[]
    readonly confidence: Confidence
  }[]
  readonly formDueWithin: DatedValues<'d'>
  /** Fields of the patient monitoring form, group by group, in its order. */
  readonly form: readonly {
    readonly group: string
    readonly fields: readonly { readonly key: string; readonly says: string }[]
    readonly cites: readonly string[]
    readonly confidence: Confidence
  }[]
}

/** One way of treating, with everything that bounds it. */
export interface Protocol {
  readonly id: ProtocolId
  readonly title: string
  readonly drug: 'ketamine' | 'esketamine'
  readonly route: 'IV' | 'IM' | 'IN' | 'SL'
  /** `disabled-by-default`: a site must switch it on. `reference-only`: kept to be read, never run. */
  readonly status: 'available' | 'disabled-by-default' | 'reference-only'
  /** Where it may be given. */
  readonly places: readonly ('outpatient' | 'hospital' | 'home')[]
  readonly indication: string
  readonly offLabel: boolean
  /** How a usual dose is ordered: by dosing weight, over a time or at once (`null`), or as devices. */
  readonly usual:
    | { readonly by: 'weight'; readonly doseMgPerKg: number; readonly durationMin: number | null }
    | {
        readonly by: 'device'
        readonly doseMg: number
        readonly deviceMg: number
        readonly restBetweenDevicesMin: number
      }
  readonly settings: Settings<SettingName>
  readonly monitoring: readonly ReadingSchedule[]
  /** Evidence, schedule, checkpoints, when to stop, and what comes after induction. */
  readonly notes: readonly ProtocolNote[]
  readonly rems?: RemsProgramme
}

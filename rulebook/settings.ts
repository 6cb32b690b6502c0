/**
 * What a protocol states about dose, rate, spacing and observation. The type is total on purpose: a protocol that has no
 * limit of some kind must say `not-limited`, so that none is forgotten.
 */
import type { Settings, ValueRef } from '@keel/engine'
import type { ProtocolId } from './protocol-ids.ts'

export const settingUnits = {
  'dose-soft-min': 'mg/kg',
  'dose-soft-max': 'mg/kg',
  'dose-hard-max': 'mg/kg',
  'dose-absolute-max': 'mg',
  'rate-soft-max': 'mg/kg/h',
  'rate-hard-max': 'mg/kg/h',
  'duration-min': 'min',
  'duration-max': 'min',
  'labelled-doses': 'mg',
  'first-dose': 'mg',
  'interval-min': 'd',
  'induction-gap-max': 'd',
  'weekly-max': '1',
  'monthly-soft-max': '1',
  'monthly-hard-max': '1',
  'observation-min': 'min',
  'observation-extended-min': 'min',
} as const
export type SettingName = keyof typeof settingUnits

/** A setting as an operand of a condition, with its unit for the compiler. */
export function setting<N extends SettingName>(name: N): ValueRef<(typeof settingUnits)[N]> {
  return { setting: name }
}

/** How often a reading is taken, as monitoring timers and "not yet due" use it. */
export interface ReadingSchedule {
  readonly reading: 'pressure' | 'saturation' | 'sedation' | 'dissociation'
  readonly says: string
  /** While the dose runs, in minutes from its start: first due at, then every. `null`: once. */
  readonly running: { readonly firstMin: number; readonly everyMin: number | null }
  /** Until discharge, in minutes from the end of the dose: first due at, then every. `null`: once. */
  readonly observing: { readonly firstMin: number; readonly everyMin: number | null }
  readonly cites: readonly string[]
  readonly confidence: 'high' | 'med' | 'low'
}

/** One way of treating, with everything that bounds it. */
export interface Protocol {
  readonly id: ProtocolId
  readonly title: string
  readonly drug: 'ketamine' | 'esketamine'
  readonly route: 'IV' | 'IN'
  readonly indication: string
  readonly offLabel: boolean
  /** How a usual dose is ordered: by dosing weight over a time, or as devices. */
  readonly usual:
    | { readonly by: 'weight'; readonly doseMgPerKg: number; readonly durationMin: number }
    | {
        readonly by: 'device'
        readonly doseMg: number
        readonly deviceMg: number
        readonly restBetweenDevicesMin: number
      }
  readonly settings: Settings<SettingName>
  readonly monitoring: readonly ReadingSchedule[]
  /** What a person should know of the protocol, each with its source: evidence, schedule, checkpoints. */
  readonly notes: readonly {
    readonly says: string
    readonly cites: readonly string[]
    readonly confidence: 'high' | 'med' | 'low'
  }[]
}

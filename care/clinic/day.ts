/**
 * One day in the clinic: who is here, what was checked, whose dose is running. Starting a dose reads and writes this
 * stream in the same append, so two doses begun at once cannot both count the same nurse. Stream: `day-2026-11-22`.
 */
import { type EquipmentItem, equipmentItems } from '@keel/rulebook'
import { z } from 'zod'
import { type Actor, daySchema, type Instant, idSchema, type Recorded } from '../kernel.ts'
import { bedside, roles as everyone } from '../team/roles.ts'

export const dayEvents = {
  StaffArrived: z.strictObject({ personId: idSchema }),
  StaffLeft: z.strictObject({ personId: idSchema }),
  EquipmentChecked: z.strictObject({ items: z.partialRecord(z.enum(equipmentItems), z.boolean()) }),
  DoseRunning: z.strictObject({ sessionId: idSchema }),
  DoseNoLongerRunning: z.strictObject({ sessionId: idSchema }),
  /** Found open on this day, though it is of an earlier one. */
  SessionLeftOpen: z.strictObject({ sessionId: idSchema, on: daySchema }),
}
type DayData = { [T in keyof typeof dayEvents]: z.infer<(typeof dayEvents)[T]> }
export type DayEvent = { [T in keyof DayData]: { readonly type: T; readonly data: DayData[T] } }[keyof DayData]

export interface ClinicDay {
  readonly onSite: readonly string[]
  readonly equipment: Readonly<Partial<Record<EquipmentItem, boolean>>>
  readonly equipmentCheckedAt: Instant | null
  readonly running: readonly string[]
  /** Sessions of earlier days of which this day's staff were reminded. */
  readonly leftOpen: readonly string[]
}
export const freshDay: ClinicDay = { onSite: [], equipment: {}, equipmentCheckedAt: null, running: [], leftOpen: [] }

export function evolveDay(day: ClinicDay, event: Recorded<DayEvent>): ClinicDay {
  switch (event.type) {
    case 'StaffArrived':
      return { ...day, onSite: [...new Set([...day.onSite, event.data.personId])] }
    case 'StaffLeft':
      return { ...day, onSite: day.onSite.filter((person) => person !== event.data.personId) }
    case 'EquipmentChecked':
      return { ...day, equipment: { ...day.equipment, ...event.data.items }, equipmentCheckedAt: event.at }
    case 'DoseRunning':
      return { ...day, running: [...new Set([...day.running, event.data.sessionId])] }
    case 'DoseNoLongerRunning':
      return { ...day, running: day.running.filter((session) => session !== event.data.sessionId) }
    case 'SessionLeftOpen':
      return { ...day, leftOpen: [...new Set([...day.leftOpen, event.data.sessionId])] }
  }
}

/** What people may do about the day. */
export const dayCommands = {
  ArriveOnSite: { schema: z.strictObject({}), who: everyone },
  LeaveSite: { schema: z.strictObject({}), who: everyone },
  CheckEquipment: { schema: dayEvents.EquipmentChecked, who: bedside },
} as const
export type DayCommandName = keyof typeof dayCommands

/** Arriving and leaving are about oneself: a person can sign in nobody else. */
export function decideDay(name: DayCommandName, data: unknown, by: Actor): DayEvent {
  switch (name) {
    case 'ArriveOnSite':
      return { type: 'StaffArrived', data: { personId: by.personId } }
    case 'LeaveSite':
      return { type: 'StaffLeft', data: { personId: by.personId } }
    case 'CheckEquipment':
      return { type: 'EquipmentChecked', data: data as DayData['EquipmentChecked'] }
  }
}

/**
 * Who read a patient's record. Reading is part of the record itself, in a stream of its own for each patient
 * (`reads-<patientId>`), so that it is kept, chained, sealed and verified as everything else.
 */
import { z } from 'zod'
import { type Actor, type Instant, instantSchema, minutesBetween, type Recorded } from '../kernel.ts'

/** Where a record is shown. */
export const readingPlaces = ['board', 'session', 'patient', 'reads'] as const
export type ReadingPlace = (typeof readingPlaces)[number]

/** Why a record is shown. Who looks at the list of reads looks after the clinic, and treats nobody by it. */
export const readingPurposes = ['treatment', 'oversight'] as const
export type ReadingPurpose = (typeof readingPurposes)[number]

export function purposeOf(place: ReadingPlace): ReadingPurpose {
  return place === 'reads' ? 'oversight' : 'treatment'
}

export const readingEvents = {
  /**
   * One person saw one patient's record in one place, so many times between two instants. The first sight is written at
   * once; a screen that stays open is then summed up from time to time.
   */
  RecordRead: z.strictObject({
    place: z.enum(readingPlaces),
    purpose: z.enum(readingPurposes),
    times: z.int().min(1),
    firstAt: instantSchema,
    lastAt: instantSchema,
  }),
}
export type RecordRead = z.infer<(typeof readingEvents)['RecordRead']>
export interface ReadingEvent {
  readonly type: 'RecordRead'
  readonly data: RecordRead
}

export interface Read extends RecordRead {
  readonly by: Actor
}

/** The reads of one patient's record, newest last. */
export interface Reads {
  readonly reads: readonly Read[]
  /** How many older ones are in the record that are not listed here. */
  readonly older: number
}
export const noReads: Reads = { reads: [], older: 0 }

const listedMax = 1_000
/** A screen that was looked at again within this time was, for who reads the list, looked at all along. */
const togetherMin = 20

export function evolveReads({ reads, older }: Reads, { data, by }: Recorded<ReadingEvent>): Reads {
  const last = reads.findLastIndex(
    (read) => isSame(read, data, by) && minutesBetween(read.lastAt, data.firstAt) <= togetherMin,
  )
  const before = reads[last]
  if (before === undefined) return shortened({ reads: [...reads, { ...data, by }], older })
  const joined = { ...before, times: before.times + data.times, lastAt: later(before.lastAt, data.lastAt) }
  return { reads: [...reads.toSpliced(last, 1), joined], older }
}

function isSame(read: Read, data: RecordRead, by: Actor): boolean {
  return (
    read.place === data.place &&
    read.purpose === data.purpose &&
    read.by.personId === by.personId &&
    read.by.role === by.role
  )
}

function later(one: Instant, other: Instant): Instant {
  return one > other ? one : other
}

function shortened({ reads, older }: Reads): Reads {
  const surplus = Math.max(0, reads.length - listedMax)
  return { reads: reads.slice(surplus), older: older + surplus }
}

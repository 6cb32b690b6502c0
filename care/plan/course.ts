/** One course of treatment: its protocol, and every dose given in it. Stream: `course-<id>`. */
import { allProtocolIds } from '@keel/rulebook'
import { z } from 'zod'
import { numberFor } from '../bounds.ts'
import { daySchema, daysBetween, idSchema, type Recorded } from '../kernel.ts'

const coursePhases = ['induction', 'induction-complete', 'continuation', 'maintenance'] as const

export const courseEvents = {
  CoursePlanned: z.strictObject({
    courseId: idSchema,
    patientId: idSchema,
    protocol: z.enum(allProtocolIds),
    region: z.enum(['US', 'EU']),
    setting: z.enum(['outpatient', 'hospital']),
  }),
  CoursePhaseChanged: z.strictObject({ phase: z.enum(coursePhases) }),
  /** A dose that this record did not witness: given before, or elsewhere. */
  PriorDoseRecorded: z.strictObject({ on: daySchema, doseMg: numberFor('order.dose_mg') }),
  DoseGiven: z.strictObject({ sessionId: idSchema, on: daySchema, doseMg: numberFor('order.dose_mg') }),
}
type CourseData = { [T in keyof typeof courseEvents]: z.infer<(typeof courseEvents)[T]> }
export type CourseEvent = {
  [T in keyof CourseData]: { readonly type: T; readonly data: CourseData[T] }
}[keyof CourseData]

export interface Course extends Readonly<CourseData['CoursePlanned']> {
  readonly phase: (typeof coursePhases)[number]
  /** Oldest first. */
  readonly doses: readonly { readonly on: string; readonly doseMg: number; readonly phase: string }[]
}

export function evolveCourse(course: Course | undefined, event: Recorded<CourseEvent>): Course | undefined {
  if (event.type === 'CoursePlanned') return { ...event.data, phase: 'induction', doses: [] }
  if (!course) return undefined
  if (event.type === 'CoursePhaseChanged') return { ...course, phase: event.data.phase }
  const { on, doseMg } = event.data
  return {
    ...course,
    doses: [...course.doses, { on, doseMg, phase: course.phase }].sort((a, b) => (a.on < b.on ? -1 : 1)),
  }
}

/** What the schedule rules ask of a course on a day, before any dose of that day is planned. */
export function scheduleOn(course: Course, today: string) {
  const { doses, phase } = course
  const last = doses.at(-1)
  const first = doses[0]
  // A window of n days is D-(n-1) to D-1: it excludes the planned dose, and counts only doses of the present phase.
  const within = (days: number) =>
    doses.filter((dose) => dose.phase === phase && dose.on < today && daysBetween(dose.on, today) <= days - 1).length
  return {
    course_phase: phase,
    dose_number: doses.length + 1,
    doses_given: doses.length,
    last_dose_days_ago: last ? daysBetween(last.on, today) : 'never',
    dose_given_today: doses.some((dose) => dose.on === today),
    doses_last_7_days: within(7),
    doses_last_14_days: within(14),
    doses_last_28_days: within(28),
    week_of_treatment: first ? Math.floor(daysBetween(first.on, today) / 7) + 1 : 1,
  }
}

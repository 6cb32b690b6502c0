/** One course of treatment: its protocol, and every dose given in it. Stream: `course-<id>`. */
import { allProtocolIds } from '@keel/rulebook'
import { z } from 'zod'
import { numberFor } from '../bounds.ts'
import { evolveFollowUp, type FollowUp, followUpEvents, isFollowUp, noFollowUp } from '../follow-up/follow-up.ts'
import { daySchema, daysBetween, idSchema, monthsBetween, type Recorded } from '../kernel.ts'

const coursePhases = ['induction', 'induction-complete', 'continuation', 'maintenance'] as const

export const courseEvents = {
  CoursePlanned: z.strictObject({
    courseId: idSchema,
    patientId: idSchema,
    protocol: z.enum(allProtocolIds),
    region: z.enum(['US', 'EU']),
    setting: z.enum(['outpatient', 'hospital']),
    /** The day on which an earlier course under the same protocol ended. */
    earlierCourseEndedOn: z.union([daySchema, z.literal('never')]).optional(),
  }),
  CoursePhaseChanged: z.strictObject({ phase: z.enum(coursePhases), on: daySchema.optional() }),
  /** A dose that this record did not witness: given before, or elsewhere. */
  PriorDoseRecorded: z.strictObject({ on: daySchema, doseMg: numberFor('order.dose_mg') }),
  DoseGiven: z.strictObject({ sessionId: idSchema, on: daySchema, doseMg: numberFor('order.dose_mg') }),
  ...followUpEvents,
}
type CourseData = { [T in keyof typeof courseEvents]: z.infer<(typeof courseEvents)[T]> }
export type CourseEvent = {
  [T in keyof CourseData]: { readonly type: T; readonly data: CourseData[T] }
}[keyof CourseData]

interface CourseDose {
  readonly on: string
  readonly doseMg: number
  readonly phase: string
}

/** Only what questions read: counts, the ends, and the doses of the longest window, so that none slows with the years. */
export interface Course extends Readonly<CourseData['CoursePlanned']> {
  readonly phase: (typeof coursePhases)[number]
  /** The day on which the present phase began; `null` where it was not recorded. */
  readonly phaseSince: string | null
  readonly dosesGiven: number
  readonly firstDoseOn: string | null
  /** The last doses, oldest first: those that a window of the newest dose's day can reach. */
  readonly recentDoses: readonly CourseDose[]
  readonly followUp: FollowUp
}

/** No window looks further back from a day than this. */
const longestWindowDays = 28

export function evolveCourse(course: Course | undefined, event: Recorded<CourseEvent>): Course | undefined {
  if (event.type === 'CoursePlanned')
    return {
      ...event.data,
      phase: 'induction',
      phaseSince: null,
      dosesGiven: 0,
      firstDoseOn: null,
      recentDoses: [],
      followUp: noFollowUp,
    }
  if (!course) return undefined
  if (isFollowUp(event)) return { ...course, followUp: evolveFollowUp(course.followUp, event) }
  if (event.type === 'CoursePhaseChanged')
    return { ...course, phase: event.data.phase, phaseSince: event.data.on ?? null }
  return withDose(course, { on: event.data.on, doseMg: event.data.doseMg, phase: course.phase })
}

/** Doses nearly always come in order; an earlier one that is recorded later takes its place. */
function withDose(course: Course, dose: CourseDose): Course {
  const { dosesGiven, firstDoseOn, recentDoses } = course
  const doses = [...recentDoses, dose].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const newest = (doses.at(-1) as CourseDose).on
  return {
    ...course,
    dosesGiven: dosesGiven + 1,
    firstDoseOn: firstDoseOn === null || dose.on < firstDoseOn ? dose.on : firstDoseOn,
    recentDoses: doses.filter(({ on }) => daysBetween(on, newest) < longestWindowDays),
  }
}

/** What the schedule rules ask of a course on a day, before any dose of that day is planned. */
export function scheduleOn(course: Course, today: string) {
  const { dosesGiven, firstDoseOn, recentDoses, phase, phaseSince, earlierCourseEndedOn: earlier } = course
  const last = recentDoses.at(-1)
  // A window of n days is D-(n-1) to D-1: it excludes the planned dose, and counts only doses of the present phase.
  const within = (days: number) =>
    recentDoses.filter((dose) => dose.phase === phase && dose.on < today && daysBetween(dose.on, today) <= days - 1)
      .length
  return {
    course_phase: phase,
    dose_number: dosesGiven + 1,
    doses_given: dosesGiven,
    last_dose_days_ago: last ? daysBetween(last.on, today) : 'never',
    dose_given_today: recentDoses.some((dose) => dose.on === today),
    doses_last_7_days: within(7),
    doses_last_14_days: within(14),
    doses_last_28_days: within(longestWindowDays),
    week_of_treatment: firstDoseOn ? Math.floor(daysBetween(firstDoseOn, today) / 7) + 1 : 1,
    months_in_maintenance: phase !== 'maintenance' ? 0 : phaseSince === null ? null : monthsBetween(phaseSince, today),
    weeks_since_course_end:
      earlier === undefined ? null : earlier === 'never' ? earlier : Math.floor(daysBetween(earlier, today) / 7),
  }
}

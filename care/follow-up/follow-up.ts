/**
 * What a course gathers between its doses: measures, integration visits, reviews, education, the misuse-risk tier. Its
 * events belong to the stream of the course.
 */
import { z } from 'zod'
import { numberFor } from '../bounds.ts'
import { findingSchema } from '../finding.ts'
import { daySchema, daysBetween, monthsBetween, type Occasion, type Recorded, wordsSchema } from '../kernel.ts'

export const followUpEvents = {
  MeasureTaken: z.strictObject({
    on: daySchema,
    scale: z.enum(['MADRS', 'PHQ-9', 'PCL-5', 'GAD-7', 'QIDS-SR16', 'PEG', 'CAPS-5', 'HAM-D', 'HAM-A']),
    score: numberFor('response.current'),
  }),
  IntegrationVisit: z.strictObject({ on: daySchema, attended: z.boolean() }),
  ReevaluationDone: z.strictObject({ on: daySchema }),
  TaperReviewDone: z.strictObject({ on: daySchema }),
  EducationPassed: z.strictObject({ on: daySchema }),
  SuicideRiskScreened: z.strictObject({ on: daySchema, risk: z.enum(['none', 'low', 'moderate', 'high', 'unknown']) }),
  SameDayClinicianAsked: z.strictObject({ on: daySchema }),
  SameDayClinicianSeen: z.strictObject({ on: daySchema, plan: wordsSchema }),
  AccessBarrierRecorded: z.strictObject({ on: daySchema, present: z.boolean() }),
  /** The tier with the signals that the rules themselves ask for. */
  MisuseRiskReviewed: z.strictObject({
    on: daySchema,
    tier: z.enum(['low', 'moderate', 'high', 'stop']),
    earlyDoseRequests: numberFor('history.early_dose_requests'),
    doseEscalationRequests: numberFor('history.dose_escalation_requests'),
    lostProductReports: numberFor('history.lost_product_reports'),
    cravingRise: z.boolean(),
  }),
  /** A prescriber's answer to a review that screening raised: it stands for the course while its facts do. */
  ScreeningAnswered: z.strictObject({ finding: findingSchema, reason: wordsSchema }),
}
type FollowUpData = { [T in keyof typeof followUpEvents]: z.infer<(typeof followUpEvents)[T]> }
export type FollowUpEvent = {
  [T in keyof FollowUpData]: { readonly type: T; readonly data: FollowUpData[T] }
}[keyof FollowUpData]

/** Only what a question reads: the first and the newest, never the whole past, so that no question slows with the years. */
export interface FollowUp {
  /** By scale: the first of the course, and the newest. */
  readonly measures: Readonly<Record<string, { readonly first: Measure; readonly newest: Measure }>>
  readonly newestScale: string | null
  readonly integrationOn: string | null
  /** Days of missed visits; those that no window can reach any more are dropped. */
  readonly missedIntegrations: readonly string[]
  readonly reevaluationOn: string | null
  readonly taperReviewOn: string | null
  readonly educationPassedOn: string | null
  readonly suicideRisk: FollowUpData['SuicideRiskScreened'] | null
  readonly sameDayClinicianOpen: boolean
  readonly accessBarrier: boolean
  readonly misuseRisk: FollowUpData['MisuseRiskReviewed'] | null
  readonly answers: readonly ScreeningAnswer[]
}
type Measure = FollowUpData['MeasureTaken']
export type ScreeningAnswer = FollowUpData['ScreeningAnswered'] & Occasion

/** The longest window that looks back at missed visits. */
const missedWindowDays = 60

export const noFollowUp: FollowUp = {
  measures: {},
  newestScale: null,
  integrationOn: null,
  missedIntegrations: [],
  reevaluationOn: null,
  taperReviewOn: null,
  educationPassedOn: null,
  suicideRisk: null,
  sameDayClinicianOpen: false,
  accessBarrier: false,
  misuseRisk: null,
  answers: [],
}

type Changes = {
  [T in FollowUpEvent['type']]: (
    followUp: FollowUp,
    event: Extract<Recorded<FollowUpEvent>, { type: T }>,
  ) => Partial<FollowUp>
}

const changes: Changes = {
  MeasureTaken: ({ measures }, { data }) => ({
    measures: { ...measures, [data.scale]: { first: measures[data.scale]?.first ?? data, newest: data } },
    newestScale: data.scale,
  }),
  IntegrationVisit: ({ missedIntegrations }, { data: { on, attended } }) =>
    attended
      ? { integrationOn: on }
      : { missedIntegrations: [...missedIntegrations.filter((day) => daysBetween(day, on) <= missedWindowDays), on] },
  ReevaluationDone: (_, { data }) => ({ reevaluationOn: data.on }),
  TaperReviewDone: (_, { data }) => ({ taperReviewOn: data.on }),
  EducationPassed: (_, { data }) => ({ educationPassedOn: data.on }),
  SuicideRiskScreened: (_, { data }) => ({ suicideRisk: data }),
  SameDayClinicianAsked: () => ({ sameDayClinicianOpen: true }),
  SameDayClinicianSeen: () => ({ sameDayClinicianOpen: false }),
  AccessBarrierRecorded: (_, { data }) => ({ accessBarrier: data.present }),
  MisuseRiskReviewed: (_, { data }) => ({ misuseRisk: data }),
  // A newer answer to the same rule takes the place of the one before.
  ScreeningAnswered: ({ answers }, { data, at, by }) => ({
    answers: [...answers.filter(({ finding }) => finding.rule !== data.finding.rule), { ...data, at, by }],
  }),
}

export function evolveFollowUp(followUp: FollowUp, event: Recorded<FollowUpEvent>): FollowUp {
  const change = changes[event.type] as (followUp: FollowUp, event: Recorded<FollowUpEvent>) => Partial<FollowUp>
  return { ...followUp, ...change(followUp, event) }
}

/** Whether an event of the course's stream belongs here. */
export function isFollowUp(event: { readonly type: string }): event is Recorded<FollowUpEvent> {
  return Object.hasOwn(followUpEvents, event.type)
}

/** The facts that rules ask of follow-up on a day. What was never recorded is unknown, or "never" where that is meant. */
export function followUpFacts(followUp: FollowUp, today: string) {
  const { misuseRisk, newestScale, measures, suicideRisk } = followUp
  const measured = newestScale === null ? undefined : measures[newestScale]
  const daysSince = (on: string | null) => (on === null ? 'never' : Math.max(0, daysBetween(on, today)))
  const monthsSince = (on: string | null) => (on === null ? 'never' : Math.max(0, monthsBetween(on, today)))
  return {
    response: measured
      ? { scale: measured.newest.scale, baseline: measured.first.score, current: measured.newest.score }
      : {},
    history: {
      early_dose_requests: misuseRisk?.earlyDoseRequests ?? null,
      dose_escalation_requests: misuseRisk?.doseEscalationRequests ?? null,
      lost_product_reports: misuseRisk?.lostProductReports ?? null,
      craving_vas_rise: misuseRisk?.cravingRise ?? null,
    },
    schedule: {
      months_since_reevaluation: monthsSince(followUp.reevaluationOn),
      months_since_taper_review: monthsSince(followUp.taperReviewOn),
    },
    engagement: {
      misuse_tier: misuseRisk?.tier ?? null,
      days_since_integration_note: daysSince(followUp.integrationOn),
      missed_integrations_60d: followUp.missedIntegrations.filter((on) => daysBetween(on, today) <= missedWindowDays)
        .length,
      days_since_measure: daysSince(measured?.newest.on ?? null),
      education_passed: followUp.educationPassedOn !== null,
      same_day_clinician_open: followUp.sameDayClinicianOpen,
      cssrs_risk: suicideRisk?.risk ?? null,
      access_barrier: followUp.accessBarrier,
    },
  }
}

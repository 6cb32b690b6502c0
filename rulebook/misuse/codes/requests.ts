/** How doses are asked for and wanted. */
import { all } from '@keel/engine'
import { value } from '../../values.ts'
import { floor, judgedScore, points, times, weight } from '../misuse-code.ts'

const judged = { cites: 'judgement', confidence: 'low', basis: 'drv' } as const

export const requests = [
  points({
    code: 'P07',
    title: 'Early refills',
    says: 'Early refill requests in 90 days, {more} or more: {most}. One: {some}.',
    because: 'Asking before the supply can have run out is one of the few signs that a pharmacy sees first.',
    topic: 'refills',
    evidence: ['observational, small', 'judgement'],
    cites: ['chubbs-2022'],
    confidence: 'low',
    values: { more: times(2), one: times(1), most: weight(3), some: weight(1) },
    parts: (value, { atLeast }) => [
      { points: 'most', when: atLeast('early_refill_90d', value.more) },
      { points: 'some', when: atLeast('early_refill_90d', value.one) },
    ],
  }),
  points({
    code: 'P08',
    title: 'Doses closer together',
    says: 'The last three intervals that the patient asked for are below {far} of the planned interval: {most}. Below {near}: {some}.',
    because: 'Doses that move closer together are the first step of taking more.',
    topic: 'timing-of-doses',
    evidence: ['judgement'],
    cites: ['chubbs-2022'],
    confidence: 'low',
    values: { far: [value(0.6, '1', judged)], near: [value(0.8, '1', judged)], most: weight(2), some: weight(1) },
    parts: (value, { below }) => [
      { points: 'most', when: below('interval_ratio', value.far) },
      { points: 'some', when: below('interval_ratio', value.near) },
    ],
  }),
  points({
    code: 'P09',
    title: 'Asking for more',
    says: 'Requests for more than the plan in 60 days, {often} or more: {some}. The dose asked for rises by {slope} a week or more: {rising} besides.',
    because: 'Asking for more than was planned, or for more each time, may be tolerance or wanting.',
    topic: 'asking-for-more',
    evidence: ['judgement'],
    cites: ['chubbs-2022', 'esketamine-label-us'],
    confidence: 'low',
    values: { often: times(2), slope: [value(5, '%', judged)], some: weight(1), rising: weight(1) },
    adds: 'sum',
    parts: (value, { atLeast }) => [
      { points: 'some', when: atLeast('escalation_requests_60d', value.often) },
      { points: 'rising', when: atLeast('requested_dose_slope_pct_wk', value.slope) },
    ],
  }),
  points({
    code: 'P10',
    title: 'Asking for doses, missing the work between them',
    says: 'Of the integration visits in 60 days a share of {share} or more was missed, and the patient asked for {asked} dose or more: {some}.',
    because: 'A dose without what belongs to it drifts towards the drug for its own sake.',
    topic: 'integration',
    evidence: ['judgement'],
    cites: ['swainson-2022'],
    confidence: 'low',
    values: { share: [value(0.5, '1', judged)], asked: times(1), some: weight(2) },
    parts: (value, { atLeast }) => [
      {
        points: 'some',
        when: all(atLeast('missed_integration_ratio_60d', value.share), atLeast('dose_requests_60d', value.asked)),
      },
    ],
  }),
  points({
    code: 'P14',
    title: 'Craving',
    says: 'Highest craving in 14 days, {high} or more of 100: {most}. From {some-craving}: {some}.',
    because: 'Craving comes before taking more; no limit has been tested for ketamine.',
    topic: 'craving',
    evidence: ['judgement'],
    cites: ['wang-2022'],
    confidence: 'low',
    values: { high: judgedScore(70), 'some-craving': judgedScore(50), most: weight(2), some: weight(1) },
    parts: (value, { atLeast }) => [
      { points: 'most', when: atLeast('craving_vas_max_14d', value.high) },
      { points: 'some', when: atLeast('craving_vas_max_14d', value['some-craving']) },
    ],
  }),
  points({
    code: 'P15',
    title: 'Wanting more',
    says: 'DEQ-5 "want more" of {want} or more at both of the last two doses: {some}.',
    because: 'Wanting more of the effect, twice running, is not the same as feeling better.',
    topic: 'craving',
    evidence: ['judgement'],
    cites: ['morean-2013'],
    confidence: 'low',
    values: { want: judgedScore(60), some: weight(1) },
    parts: (value, { atLeast }) => [
      {
        points: 'some',
        when: all(atLeast('deq_more_last2.0', value.want), atLeast('deq_more_last2.1', value.want)),
      },
    ],
  }),
  points({
    code: 'P16',
    title: 'Less effect, and asking for more',
    says: 'At least {index} of the dissociation of the first two doses has gone at about the same dose, and the patient asked for more than the plan, {asked} time or more in 60 days: {some}.',
    because:
      'Dissociation falls for nearly everybody over the first doses; only together with asking for more does it count.',
    topic: 'asking-for-more',
    evidence: ['label', 'judgement'],
    cites: ['esketamine-label-us'],
    confidence: 'low',
    values: { index: [value(0.5, '1', judged)], asked: times(1), some: weight(1) },
    parts: (value, { atLeast }) => [
      {
        points: 'some',
        when: all(atLeast('tolerance_index', value.index), atLeast('escalation_requests_60d', value.asked)),
      },
    ],
  }),
  points({
    code: 'P17',
    title: 'Asking while well',
    says: 'Requests in 60 days made while the last two PHQ-9 showed remission, {often} or more: {some}.',
    because: 'A dose that no symptom asks for is asked for by something else.',
    topic: 'asking-for-more',
    evidence: ['judgement'],
    cites: ['chubbs-2022'],
    confidence: 'low',
    values: { often: times(2), some: weight(2) },
    parts: (value, { atLeast }) => [{ points: 'some', when: atLeast('requests_in_remission_60d', value.often) }],
  }),
  floor({
    code: 'FM9',
    title: 'Early refills, again',
    says: 'Early refill requests in 90 days: {more} or more.',
    because: 'Once may be a holiday; twice is a pattern.',
    topic: 'refills',
    tier: 'moderate',
    evidence: ['judgement'],
    cites: ['chubbs-2022'],
    confidence: 'low',
    values: { more: times(2) },
    when: (value, { atLeast }) => atLeast('early_refill_90d', value.more),
  }),
] as const

/** Engagement between doses: measures, structure, and the gates in words. */
export {
  type ConcernLine,
  type EngagementMeasure,
  type EngagementReading,
  type EngagementRecord,
  engagement,
  engagementMeasures,
} from './engagement-measures.ts'
export { type Gate, gates } from './gates.ts'
export { type Homework, homework, type Stage, stages } from './structure.ts'

import { earlyNonresponseCheck } from './early-nonresponse-check.rule.ts'
import { inductionOverrun } from './induction-overrun.rule.ts'
import { labsOverdue } from './labs-overdue.rule.ts'
import { misuseSignal } from './misuse-signal.rule.ts'
import { noResponseStop } from './no-response-stop.rule.ts'
import { partialResponseReview } from './partial-response-review.rule.ts'
import { reevaluationOverdue } from './reevaluation-overdue.rule.ts'
import { taperReviewDue } from './taper-review-due.rule.ts'

export const response = [
  earlyNonresponseCheck,
  noResponseStop,
  partialResponseReview,
  inductionOverrun,
  reevaluationOverdue,
  taperReviewDue,
  labsOverdue,
  misuseSignal,
]

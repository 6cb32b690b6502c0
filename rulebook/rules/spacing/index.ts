import { inductionGap } from './induction-gap.rule.ts'
import { intervalTooShort } from './interval-too-short.rule.ts'
import { maintenanceUnstudied } from './maintenance-unstudied.rule.ts'
import { missedSessionsWorsening } from './missed-sessions-worsening.rule.ts'
import { monthlyHardMax } from './monthly-hard-max.rule.ts'
import { monthlyMax } from './monthly-max.rule.ts'
import { repeatCourseEarly } from './repeat-course-early.rule.ts'
import { sameDayRepeat } from './same-day-repeat.rule.ts'
import { weeklyMax } from './weekly-max.rule.ts'

export const spacing = [
  inductionGap,
  intervalTooShort,
  maintenanceUnstudied,
  missedSessionsWorsening,
  monthlyHardMax,
  monthlyMax,
  repeatCourseEarly,
  sameDayRepeat,
  weeklyMax,
]

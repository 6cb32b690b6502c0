import { alcohol24h } from './alcohol-24h.rule.ts'
import { consentNotCurrent } from './consent-not-current.rule.ts'
import { fastingEsketamine } from './fasting-esketamine.rule.ts'
import { fastingParenteral } from './fasting-parenteral.rule.ts'
import { intoxicated } from './intoxicated.rule.ts'
import { noEscort } from './no-escort.rule.ts'
import { pdmpStale } from './pdmp-stale.rule.ts'
import { pregnancyTestMissing } from './pregnancy-test-missing.rule.ts'
import { udsUnexpected } from './uds-unexpected.rule.ts'

export const gate = [
  alcohol24h,
  consentNotCurrent,
  fastingEsketamine,
  fastingParenteral,
  intoxicated,
  noEscort,
  pdmpStale,
  pregnancyTestMissing,
  udsUnexpected,
]

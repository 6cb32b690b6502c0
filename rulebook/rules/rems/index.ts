import { remsFormOverdue } from './rems-form-overdue.rule.ts'
import { remsPatientNotEnrolled } from './rems-patient-not-enrolled.rule.ts'
import { remsSiteNotCertified } from './rems-site-not-certified.rule.ts'

export const rems = [remsFormOverdue, remsPatientNotEnrolled, remsSiteNotCertified]

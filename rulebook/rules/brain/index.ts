import { ciIntracerebralHemorrhage } from './ci-intracerebral-hemorrhage.rule.ts'
import { ciRaisedIcp } from './ci-raised-icp.rule.ts'
import { seizureUncontrolled } from './seizure-uncontrolled.rule.ts'
import { strokeHistory } from './stroke-history.rule.ts'

export const brain = [ciIntracerebralHemorrhage, ciRaisedIcp, strokeHistory, seizureUncontrolled]

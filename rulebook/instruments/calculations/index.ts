/** Every calculation that belongs to an instrument, in the order of the case format. */
import type { Calculation } from '../../case/calculations.ts'
import { auditCCalculation } from './audit-c.ts'
import { cssrsScreenerCalculation } from './cssrs-screener.ts'
import { dast10Calculation } from './dast10.ts'
import { gad7Calculation } from './gad7.ts'
import { icsiCalculation } from './icsi.ts'
import { mbcDecisionCalculation } from './mbc-decision.ts'
import { pcl5Calculation } from './pcl5.ts'
import { pegCalculation } from './peg.ts'
import { phq9Calculation } from './phq9.ts'
import { qidsSr16Calculation } from './qids-sr16.ts'
import { who5Calculation } from './who5.ts'

export const instrumentCalculations: readonly Calculation[] = [
  phq9Calculation,
  gad7Calculation,
  pcl5Calculation,
  qidsSr16Calculation,
  dast10Calculation,
  auditCCalculation,
  cssrsScreenerCalculation,
  pegCalculation,
  who5Calculation,
  icsiCalculation,
  mbcDecisionCalculation,
]

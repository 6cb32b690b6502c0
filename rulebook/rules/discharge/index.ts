import { dcAldrete } from './dc-aldrete.rule.ts'
import { dcDissociation } from './dc-dissociation.rule.ts'
import { dcDriving } from './dc-driving.rule.ts'
import { dcGaitNausea } from './dc-gait-nausea.rule.ts'
import { dcMinTime } from './dc-min-time.rule.ts'
import { dcNoEscort } from './dc-no-escort.rule.ts'
import { dcSedation } from './dc-sedation.rule.ts'
import { dcSpo2 } from './dc-spo2.rule.ts'
import { dcSuicideRisk } from './dc-suicide-risk.rule.ts'
import { dcVitals } from './dc-vitals.rule.ts'

export const discharge = [
  dcAldrete,
  dcDissociation,
  dcDriving,
  dcGaitNausea,
  dcMinTime,
  dcNoEscort,
  dcSedation,
  dcSpo2,
  dcSuicideRisk,
  dcVitals,
]

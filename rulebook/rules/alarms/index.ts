import { isAgitationPause } from './is-agitation-pause.rule.ts'
import { isAgitationStop } from './is-agitation-stop.rule.ts'
import { isAnaphylaxis } from './is-anaphylaxis.rule.ts'
import { isBpAlert } from './is-bp-alert.rule.ts'
import { isBpEmergency } from './is-bp-emergency.rule.ts'
import { isBpPause } from './is-bp-pause.rule.ts'
import { isChestPainArrhythmia } from './is-chest-pain-arrhythmia.rule.ts'
import { isDissociationDistress } from './is-dissociation-distress.rule.ts'
import { isDissociationExpected } from './is-dissociation-expected.rule.ts'
import { isHrAlert } from './is-hr-alert.rule.ts'
import { isRrPause } from './is-rr-pause.rule.ts'
import { isRrStop } from './is-rr-stop.rule.ts'
import { isSedationPause } from './is-sedation-pause.rule.ts'
import { isSedationStop } from './is-sedation-stop.rule.ts'
import { isSpo2Pause } from './is-spo2-pause.rule.ts'
import { isSpo2Stop } from './is-spo2-stop.rule.ts'
import { isVomiting } from './is-vomiting.rule.ts'

export const alarms = [
  isAgitationPause,
  isAgitationStop,
  isAnaphylaxis,
  isBpAlert,
  isBpEmergency,
  isBpPause,
  isChestPainArrhythmia,
  isDissociationDistress,
  isDissociationExpected,
  isHrAlert,
  isRrPause,
  isRrStop,
  isSedationPause,
  isSedationStop,
  isSpo2Pause,
  isSpo2Stop,
  isVomiting,
]

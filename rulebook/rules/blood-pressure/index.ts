import { bpAbove14090 } from './bp-above-140-90.rule.ts'
import { bpCrisis } from './bp-crisis.rule.ts'
import { bpHold } from './bp-hold.rule.ts'
import { bpLow } from './bp-low.rule.ts'

export const bloodPressure = [bpAbove14090, bpCrisis, bpHold, bpLow]

/** The running ruleset: everything a decision depends on except the chart and the instant. */
import { type Assessor, assessorOf, type Ruleset } from '@keel/engine'
import { derivations } from './derivations.ts'
import { protocols } from './protocols/index.ts'
import { rules } from './rules/index.ts'
import { sources } from './sources.ts'
import { unitLabels } from './values.ts'
import { type Phase, vocabulary } from './vocabulary.ts'

export const ruleset: Ruleset<Phase> = {
  name: 'keel',
  vocabulary,
  rules,
  profile: {
    fact: 'protocol',
    settings: Object.fromEntries(protocols.map(({ id, settings }) => [id, settings])),
  },
  derivations,
  sources,
  unitLabels,
}

export const assessor: Assessor<Phase> = assessorOf(ruleset)

/**
 * A release of the rulebook: everything clinical in it as one piece of plain data, named by its digest. Years later it
 * can be asked again, and two releases can be held against each other.
 */
import { type Ruleset, type RulesetContent, rulesetContent, rulesetFrom } from '@keel/engine'
import { allConsentElements } from '../consent/elements/index.ts'
import { derivations } from '../derivations.ts'
import { educationModules } from '../education/index.ts'
import { gates } from '../engagement/index.ts'
import { instruments } from '../instruments/index.ts'
import { misuseCodes, tierRequirements } from '../misuse/index.ts'
import { protocols } from '../protocols/index.ts'
import { ruleset } from '../ruleset.ts'
import type { Protocol } from '../settings.ts'
import { conditions } from '../vocabularies/conditions.ts'
import { medications } from '../vocabularies/medications.ts'
import type { Phase } from '../vocabulary.ts'

export const releaseFormat = 'keel-rulebook-1'

type Named = Readonly<Record<string, unknown>>

export interface Release {
  readonly format: typeof releaseFormat
  readonly ruleset: RulesetContent<Phase>
  readonly protocols: readonly Protocol[]
  /** Everything else that is clinical, by kind and then by name. */
  readonly knowledge: Readonly<Record<string, Named>>
}

/** The running rulebook as a release. Its digest is the caller's to make, over the RFC 8785 form. */
export function runningRelease(): Release {
  return {
    format: releaseFormat,
    ruleset: rulesetContent(ruleset),
    protocols,
    knowledge: plain({
      condition: conditions,
      medicine: medications,
      instrument: named(instruments, ({ key }) => key),
      'misuse-risk code': named(misuseCodes, ({ code }) => code),
      'support level requirement': named(tierRequirements, ({ key }) => key),
      gate: named(gates, ({ gate }) => gate),
      lesson: named(educationModules, ({ id }) => id),
      'consent element': named(allConsentElements, ({ id }) => id),
    }),
  }
}

function named<T>(items: readonly T[], nameOf: (item: T) => string): Named {
  return Object.fromEntries(items.map((item) => [nameOf(item), item]))
}

/** Without the functions by which an instrument is scored: of those, the words and numbers stand beside them. */
function plain(knowledge: Release['knowledge']): Release['knowledge'] {
  return JSON.parse(JSON.stringify(knowledge)) as Release['knowledge']
}

/** Told apart by its format; what is inside was written by this program and is held to its digest. */
export function isRelease(json: unknown): json is Release {
  return json !== null && typeof json === 'object' && (json as { format?: unknown }).format === releaseFormat
}

/** The rules of a release, ready to be asked with this program's arithmetic; or the arithmetic that it lacks. */
export function rulesetOf({
  ruleset: content,
}: Release): { readonly ruleset: Ruleset<Phase> } | { readonly lacks: readonly string[] } {
  return rulesetFrom(content, derivations)
}

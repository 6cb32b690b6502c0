/** The digest of the running ruleset: SHA-256 over its RFC 8785 form. Recorded with every decision. */
import { createHash } from 'node:crypto'
import { rulesetDigest } from '@keel/engine'
import { ruleset } from '@keel/rulebook'
import canonicalize from 'canonicalize'

export function runningRulesetDigest(): string {
  return rulesetDigest(ruleset, (content) => {
    const canonical = canonicalize(content)
    if (canonical === undefined) throw new TypeError('the ruleset has no JSON form')
    return `sha256:${createHash('sha256').update(canonical).digest('hex')}`
  })
}

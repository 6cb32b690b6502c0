/** SHA-256 over the RFC 8785 form of plain data: the name by which rulesets and releases are known. */
import { createHash } from 'node:crypto'
import { rulesetDigest } from '@keel/engine'
import { ruleset } from '@keel/rulebook'
import canonicalize from 'canonicalize'

/** `sha256:` and 64 hexadecimal digits. */
export function digestOf(content: unknown): string {
  const canonical = canonicalize(content)
  if (canonical === undefined) throw new TypeError('this has no canonical form')
  return `sha256:${createHash('sha256').update(canonical).digest('hex')}`
}

export function runningDigest(): string {
  return rulesetDigest(ruleset, digestOf)
}

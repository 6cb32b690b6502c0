import { ruleset } from '@keel/rulebook'
import { Entries } from '../parts/entries.tsx'
import { counted } from '../words.ts'
import { everythingCiting } from './everything-citing.ts'

/** Every source, by whose it is, with how much rests on it. */
export function SourceList() {
  const sources = Object.entries(ruleset.sources).toSorted(([, a], [, b]) =>
    a.publisher.localeCompare(b.publisher, 'en'),
  )
  return (
    <Entries
      entries={sources.map(([sourceId, { title, publisher, edition, locator }]) => ({
        key: sourceId,
        title: publisher,
        says: `${[title, edition, locator].filter(Boolean).join(', ')}. ${citedInWords(sourceId)}`,
        link: { to: '/rulebook/sources/$sourceId', params: { sourceId } } as const,
      }))}
    />
  )
}

/** "Cited by 3 rules and 1 protocol." */
function citedInWords(sourceId: string): string {
  const { rules, protocols, calculations, others } = everythingCiting(sourceId)
  const parts = [
    rules.length > 0 && counted(rules.length, 'rule'),
    protocols.length > 0 && counted(protocols.length, 'protocol'),
    calculations.length > 0 && counted(calculations.length, 'calculation'),
    others.length > 0 && counted(others.length, 'other page'),
  ].filter((part) => part !== false)
  return parts.length === 0 ? 'Not cited.' : `Cited by ${new Intl.ListFormat('en').format(parts)}.`
}

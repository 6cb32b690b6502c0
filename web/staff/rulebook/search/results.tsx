import { ruleset } from '@keel/rulebook'
import { useMemo, useState } from 'react'
import { Button } from '../../../shared/components/button/button.tsx'
import { Entries } from '../parts/entries.tsx'
import { RuleEntries } from '../parts/links.tsx'
import { Part } from '../parts/part.tsx'
import type { RulebookSearch } from '../search-params.ts'
import { counted } from '../words.ts'
import { entryOf, type Group, groupTitles, type RulebookDocument, rulebookDocuments } from './documents.ts'
import { chosenFilters, keepsRule } from './filters.ts'
import { searchIndexOf } from './search-index.ts'
import styles from './search-screen.module.css'
import { useTextDocuments } from './use-text-documents.ts'
import type { TypedQuery } from './use-typed-query.ts'

/** More than this of one kind would push the next kind out of sight. */
const firstShown = 8

/** What a search finds, in groups; the group with the best hit comes first. */
export function Results({ search, query }: { readonly search: RulebookSearch; readonly query: TypedQuery }) {
  const { typed } = query
  const texts = useTextDocuments()
  const index = useMemo(() => searchIndexOf([...rulebookDocuments(), ...(texts ?? [])]), [texts])
  const filtered = chosenFilters(search).length > 0
  const hits = index.find(typed).filter(({ document }) => !filtered || isKept(document, search))
  const groups = Map.groupBy(
    hits.map(({ document }) => document),
    ({ group }) => group,
  )
  const nearest = hits.length === 0 ? index.nearestQuery(typed) : undefined
  return (
    <>
      <p className={styles.count} role="status">
        {hits.length === 0 ? `Nothing found for “${typed.trim()}”.` : `${counted(hits.length, 'hit')}.`}
        {filtered && ' While filters are set only rules are shown.'}
        {texts === null && ' What patients read could not be loaded, so it was not searched.'}
      </p>
      {nearest && (
        <p>
          The nearest that there is:{' '}
          <Button look="quiet" onPress={() => query.type(nearest)}>
            {nearest}
          </Button>
        </p>
      )}
      {[...groups].map(([group, found]) => (
        <GroupOfHits key={`${group} ${typed}`} group={group} found={found} />
      ))}
    </>
  )
}

function isKept({ group, id }: RulebookDocument, search: RulebookSearch): boolean {
  const rule = group === 'rule' && ruleset.rules.find((one) => one.id === id)
  return rule ? keepsRule(rule, search) : false
}

function GroupOfHits({ group, found }: { readonly group: Group; readonly found: readonly RulebookDocument[] }) {
  const [all, setAll] = useState(false)
  const shown = all ? found : found.slice(0, firstShown)
  return (
    <Part title={`${groupTitles[group]} (${found.length})`}>
      {group === 'rule' ? (
        <RuleEntries rules={shown.flatMap(({ id }) => ruleset.rules.find((rule) => rule.id === id) ?? [])} />
      ) : (
        <Entries entries={shown.map(entryOf)} />
      )}
      {shown.length < found.length && (
        <div>
          <Button look="quiet" onPress={() => setAll(true)}>
            Show all {found.length}
          </Button>
        </div>
      )}
    </Part>
  )
}

import { protocols, rulesByTopic, ruleset } from '@keel/rulebook'
import { getRouteApi } from '@tanstack/react-router'
import { RuleEntries } from '../parts/links.tsx'
import { Part } from '../parts/part.tsx'
import { RulebookPage } from '../parts/rulebook-page.tsx'
import { RulesetDigest } from '../parts/ruleset-digest.tsx'
import { counted } from '../words.ts'
import { FilterBar } from './filter-bar.tsx'
import { keepsRule } from './filters.ts'
import { moveBetweenHits } from './move-between-hits.ts'
import { Results } from './results.tsx'
import { SearchBox } from './search-box.tsx'
import styles from './search-screen.module.css'
import { useTypedQuery } from './use-typed-query.ts'

const route = getRouteApi('/signed-in/rulebook/')

/** The way into the rulebook: every rule by topic, or what a search finds. */
export function SearchScreen() {
  const search = route.useSearch()
  const query = useTypedQuery(search)
  // Not deferred: Enter has to open the first hit of what was typed, not of what was there a letter ago.
  const { typed } = query
  return (
    <RulebookPage
      title="Rulebook"
      lead={`${counted(ruleset.rules.length, 'rule')}, ${counted(protocols.length, 'protocol')} and ${counted(Object.keys(ruleset.sources).length, 'source')}: what Keel checks, why, and on whose word.`}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys are a way beside the links themselves */}
      <div className={styles.finder} onKeyDown={moveBetweenHits}>
        <SearchBox query={query} />
        <FilterBar search={search} />
        {typed.trim() === '' ? <ByTopic search={search} /> : <Results search={search} query={query} />}
      </div>
      <RulesetDigest />
    </RulebookPage>
  )
}

function ByTopic({ search }: { readonly search: ReturnType<typeof route.useSearch> }) {
  const topics = Object.entries(rulesByTopic)
    .map(([topic, { title, rules }]) => ({ topic, title, kept: rules.filter((rule) => keepsRule(rule, search)) }))
    .filter(({ kept }) => kept.length > 0)
  const count = topics.reduce((sum, { kept }) => sum + kept.length, 0)
  return (
    <>
      <p className={styles.count} role="status">
        {count === 0 ? 'No rule passes these filters.' : counted(count, 'rule')}
      </p>
      {topics.map(({ topic, title, kept }) => (
        <Part key={topic} title={title}>
          <RuleEntries rules={kept} />
        </Part>
      ))}
    </>
  )
}

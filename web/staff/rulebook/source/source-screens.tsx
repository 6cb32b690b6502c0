import type { Source } from '@keel/engine'
import { factSays, ruleset } from '@keel/rulebook'
import { getRouteApi, Link } from '@tanstack/react-router'
import { dayInWords } from '../../../shared/wording/times.ts'
import { Entries } from '../parts/entries.tsx'
import { RuleEntries } from '../parts/links.tsx'
import { Part } from '../parts/part.tsx'
import { NotThere, RulebookPage } from '../parts/rulebook-page.tsx'
import { capitalised, counted } from '../words.ts'
import { everythingCiting } from './everything-citing.ts'
import { SourceList } from './source-list.tsx'
import styles from './source-screens.module.css'

const route = getRouteApi('/signed-in/rulebook/sources/$sourceId')

/** One source, and everything that rests on it. */
export function SourceScreen() {
  const { sourceId } = route.useParams()
  const source = Object.hasOwn(ruleset.sources, sourceId) ? ruleset.sources[sourceId] : undefined
  if (!source) return <NotThere what={`There is no source “${sourceId}” here.`} />
  const { rules, protocols, calculations, others } = everythingCiting(sourceId)
  return (
    <RulebookPage
      title={source.title}
      kind={<Link to="/rulebook/sources">Sources</Link>}
      lead={<Details source={source} />}
    >
      {rules.length > 0 && (
        <Part title="Rules that rest on it">
          <RuleEntries rules={rules} />
        </Part>
      )}
      {protocols.length > 0 && (
        <Part title="Protocols that rest on it">
          <Entries
            entries={protocols.map(({ id, title, indication }) => ({
              key: id,
              title,
              says: indication,
              link: { to: '/rulebook/protocols/$protocolId', params: { protocolId: id } } as const,
            }))}
          />
        </Part>
      )}
      {calculations.length > 0 && (
        <Part title="Calculations that rest on it">
          <Entries
            entries={calculations.map((path) => ({
              key: path,
              title: capitalised(factSays(path)),
              says: ruleset.derivations[path]?.says ?? '',
              link: { to: '/rulebook/calculations', hash: path } as const,
            }))}
          />
        </Part>
      )}
      {others.length > 0 && (
        <Part title="What else rests on it">
          <Entries entries={others} />
        </Part>
      )}
      {rules.length + protocols.length + calculations.length + others.length === 0 && <p>Nothing cites it.</p>}
    </RulebookPage>
  )
}

function Details({ source: { publisher, edition, locator, checkedOn } }: { readonly source: Source }) {
  return (
    <dl className={styles.details}>
      <div>
        <dt>From</dt>
        <dd>{publisher}</dd>
      </div>
      {edition && (
        <div>
          <dt>Edition</dt>
          <dd>{edition}</dd>
        </div>
      )}
      {locator && (
        <div>
          <dt>Where</dt>
          <dd>{locator}</dd>
        </div>
      )}
      <div>
        <dt>Checked</dt>
        <dd>{checkedOn ? dayInWords(checkedOn) : 'The day is not recorded'}</dd>
      </div>
    </dl>
  )
}

export function SourcesScreen() {
  return (
    <RulebookPage
      title="Sources"
      lead="Where the numbers and the rules come from. What is not known of a source is left out."
    >
      <Part title={counted(Object.keys(ruleset.sources).length, 'source')}>
        <SourceList />
      </Part>
    </RulebookPage>
  )
}

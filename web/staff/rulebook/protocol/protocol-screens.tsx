import { allProtocolIds, protocols } from '@keel/rulebook'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Entries } from '../parts/entries.tsx'
import { Part } from '../parts/part.tsx'
import { NotThere, RulebookPage } from '../parts/rulebook-page.tsx'
import { protocolStatusWords } from '../words.ts'
import { ProtocolBody } from './protocol-body.tsx'

const route = getRouteApi('/signed-in/rulebook/protocols/$protocolId')

/** One protocol, for the director who signs it. */
export function ProtocolScreen() {
  const { protocolId } = route.useParams()
  const protocol = protocols.find(({ id }) => id === protocolId)
  if (!protocol) return <NotThere what={`There is no protocol “${protocolId}” here.`} />
  return (
    <RulebookPage title={protocol.title} kind={<Link to="/rulebook/protocols">Protocols</Link>}>
      <ProtocolBody protocol={protocol} level={2} />
    </RulebookPage>
  )
}

export function ProtocolsScreen() {
  const notCovered = allProtocolIds.filter((id) => !protocols.some((protocol) => protocol.id === id))
  return (
    <RulebookPage
      title="Protocols"
      lead="Each way of treating, with everything that bounds it. The director signs one before it is used."
    >
      <Part title="In this rulebook">
        <Entries
          entries={protocols.map(({ id, title, indication, offLabel, status }) => ({
            key: id,
            title,
            says: `${indication}. ${offLabel ? 'Off-label.' : 'On label.'}${status === 'available' ? '' : ` ${protocolStatusWords[status]}.`}`,
            link: { to: '/rulebook/protocols/$protocolId', params: { protocolId: id } } as const,
          }))}
        />
      </Part>
      {notCovered.length > 0 && (
        <Part title="Not covered yet">
          <p>A question about one of these is answered with an error, never with “go ahead”.</p>
          <ul>
            {notCovered.map((id) => (
              <li key={id}>
                <code>{id}</code>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </RulebookPage>
  )
}

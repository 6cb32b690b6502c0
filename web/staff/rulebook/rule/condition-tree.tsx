import type { Condition, DatedValues, ListFact } from '@keel/engine'
import { type Declared, factSays, inWords, limitInWords, protocols, vocabulary } from '@keel/rulebook'
import { Link } from '@tanstack/react-router'
import { Marked } from '../parts/links.tsx'
import { capitalised, titleOfProtocol } from '../words.ts'
import styles from './condition-tree.module.css'

interface TreeProps {
  readonly condition: Condition
  readonly values: Readonly<Record<string, DatedValues>>
  readonly of?: Declared
}

const joins = {
  all: 'All of these:',
  any: 'One of these is enough:',
  'first-known': 'Of these, the first that is known:',
}

/** A condition as nested lists, so that nobody has to count brackets. */
export function ConditionTree({ condition, values, of = vocabulary }: TreeProps) {
  switch (condition.op) {
    case 'all':
    case 'any':
    case 'first-known':
      return condition.of.length === 1 && condition.of[0] ? (
        <ConditionTree condition={condition.of[0]} values={values} of={of} />
      ) : (
        <Branch says={joins[condition.op]} parts={flat(condition.op, condition.of)} values={values} of={of} />
      )
    case 'not':
      return <Branch says="This is not so:" parts={[condition.of]} values={values} of={of} />
    case 'some': {
      const { where } = condition
      const howMany = { all: ' all of these', any: ' one of these' }[where.op as string] ?? ''
      const says = `Among the ${factSays(condition.list, of)} there is one with${howMany}:`
      const parts = where.op === 'all' || where.op === 'any' ? flat(where.op, where.of) : [where]
      return <Branch says={says} parts={parts} values={values} of={(of[condition.list] as ListFact).of} />
    }
    case 'is':
      if (condition.fact === 'protocol') return <ProtocolIs ids={condition.one.map(String)} />
      break
    case 'above':
    case 'at-least':
    case 'below':
    case 'at-most':
      return (
        <span>
          {capitalised(factSays(condition.fact, of))}:{' '}
          <strong>
            <Marked text={limitInWords(condition, values)} />
          </strong>
        </span>
      )
  }
  return (
    <span>
      <Marked text={capitalised(inWords(condition, values, of))} />
    </span>
  )
}

/** "All of" inside "all of" is one list. Of what is known first the order counts, and it stays as it is. */
function flat(op: 'all' | 'any' | 'first-known', parts: readonly Condition[]): readonly Condition[] {
  if (op === 'first-known') return parts
  return parts.flatMap((part) => (part.op === op ? flat(op, part.of) : [part]))
}

function Branch(props: Omit<TreeProps, 'condition'> & { readonly says: string; readonly parts: readonly Condition[] }) {
  const { says, parts, ...rest } = props
  return (
    <div>
      <span className={styles.join}>{says}</span>
      <ul className={styles.parts}>
        {parts.map((part) => (
          <li key={JSON.stringify(part)}>
            <ConditionTree condition={part} {...rest} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function ProtocolIs({ ids }: { readonly ids: readonly string[] }) {
  return (
    <div>
      <span className={styles.join}>{ids.length > 1 ? 'The protocol is one of these:' : 'The protocol is:'}</span>
      <ul className={styles.parts}>
        {ids.map((protocolId) => (
          <li key={protocolId}>
            {protocols.some(({ id }) => id === protocolId) ? (
              <Link to="/rulebook/protocols/$protocolId" params={{ protocolId }}>
                {titleOfProtocol(protocolId)}
              </Link>
            ) : (
              `${protocolId}, which this rulebook does not cover yet`
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

import { ruleset } from '@keel/rulebook'
import { getRouteApi, Link } from '@tanstack/react-router'
import { NotThere, RulebookPage } from '../parts/rulebook-page.tsx'
import { topicOf } from '../relations.ts'
import { RuleBody } from './rule-body.tsx'

const route = getRouteApi('/signed-in/rulebook/rules/$ruleId')

/** One rule, for whoever has to judge it. */
export function RuleScreen() {
  const { ruleId } = route.useParams()
  const rule = ruleset.rules.find(({ id }) => id === ruleId)
  if (!rule) return <NotThere what={`There is no rule “${ruleId}” here.`} />
  const [topic, topicTitle] = topicOf(rule)
  return (
    <RulebookPage
      title={rule.title}
      kind={
        <>
          Rule ·{' '}
          <Link to="/rulebook" search={{ topic }}>
            {topicTitle}
          </Link>
        </>
      }
    >
      <RuleBody rule={rule} level={2} />
    </RulebookPage>
  )
}

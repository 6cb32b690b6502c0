import { protocols, rulesByTopic, ruleset } from '@keel/rulebook'
import type { ReactNode } from 'react'
import { useServerNow } from '../../../shared/clock/server-clock.ts'
import { Button } from '../../../shared/components/button/button.tsx'
import { useClinic } from '../../clinic-context.ts'
import { supportsJudgement } from '../../wording.ts'
import { CalculationList } from '../lists/calculation-list.tsx'
import { ConditionTable } from '../lists/condition-table.tsx'
import { MedicineTable } from '../lists/medicine-table.tsx'
import { RulebookPage } from '../parts/rulebook-page.tsx'
import { ProtocolBody } from '../protocol/protocol-body.tsx'
import { RuleBody } from '../rule/rule-body.tsx'
import { SourceList } from '../source/source-list.tsx'
import { counted } from '../words.ts'
import styles from './print-screen.module.css'

interface Chapter {
  readonly id: string
  readonly title: string
  readonly content: ReactNode
}

const topics: readonly Chapter[] = Object.entries(rulesByTopic).map(([topic, { title, rules }]) => ({
  id: `topic-${topic}`,
  title,
  content: rules.map((rule) => (
    <section key={rule.id} className={styles.one}>
      <h3>{rule.title}</h3>
      <RuleBody rule={rule} level={4} />
    </section>
  )),
}))

const chapters: readonly Chapter[] = [
  ...topics,
  {
    id: 'protocols',
    title: 'Protocols',
    content: protocols.map((protocol) => (
      <section key={protocol.id} className={styles.one}>
        <h3>{protocol.title}</h3>
        <ProtocolBody protocol={protocol} level={4} />
      </section>
    )),
  },
  { id: 'calculations', title: 'Calculations', content: <CalculationList level={3} /> },
  { id: 'medicines', title: 'Medicines', content: <MedicineTable /> },
  { id: 'conditions', title: 'Conditions', content: <ConditionTable /> },
  { id: 'sources', title: 'Sources', content: <SourceList /> },
]

/** The whole rulebook on one page, for paper. */
export function PrintScreen() {
  return (
    <RulebookPage title="The whole rulebook" lead={<TitlePage />}>
      <div className={styles.act}>
        <Button look="main" onPress={() => print()}>
          Print
        </Button>
        <p>To keep it as a file, choose “Save as PDF” where the printer is chosen.</p>
      </div>
      <nav aria-label="Contents" className={styles.contents}>
        <h2>Contents</h2>
        <ul>
          {chapters.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
      {chapters.map(({ id, title, content }) => (
        <section key={id} id={id} className={styles.chapter}>
          <h2>{title}</h2>
          {content}
        </section>
      ))}
    </RulebookPage>
  )
}

function TitlePage() {
  const { clinic } = useClinic().me
  return (
    <>
      <p>
        {counted(ruleset.rules.length, 'rule')}, {counted(protocols.length, 'protocol')},{' '}
        {counted(Object.keys(ruleset.sources).length, 'source')}. {clinic.name}, <Today timeZone={clinic.timeZone} />.
      </p>
      <p>
        Every limit is for the medical director of a clinic to accept or to tighten before it is used. Low confidence
        means that a number is a convention, or that sources disagree. {supportsJudgement}
      </p>
    </>
  )
}

/** The day of the print-out. By itself, because the clock renders each second what asks it. */
function Today({ timeZone }: { readonly timeZone: string }) {
  const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone })
  return day.format(useServerNow())
}

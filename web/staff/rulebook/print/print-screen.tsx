import {
  educationModules,
  instruments,
  type PatientLanguage,
  patientLanguages,
  protocols,
  rulesByTopic,
  ruleset,
} from '@keel/rulebook'
import type { ReactNode } from 'react'
import { useServerNow } from '../../../shared/clock/server-clock.ts'
import { Button } from '../../../shared/components/button/button.tsx'
import { useClinic } from '../../clinic-context.ts'
import { supportsJudgement } from '../../wording.ts'
import { InstrumentBody } from '../instruments/instrument-body.tsx'
import { InstrumentTables } from '../instruments/schedule-tables.tsx'
import { CalculationList } from '../lists/calculation-list.tsx'
import { ConditionTable } from '../lists/condition-table.tsx'
import { MedicineTable } from '../lists/medicine-table.tsx'
import { MeasuresBody } from '../measures/measures-body.tsx'
import { MisuseBody, MisuseNumbers } from '../misuse/misuse-body.tsx'
import { Part } from '../parts/part.tsx'
import { RulebookPage } from '../parts/rulebook-page.tsx'
import { RulesetDigest } from '../parts/ruleset-digest.tsx'
import { ProtocolBody } from '../protocol/protocol-body.tsx'
import { RuleBody } from '../rule/rule-body.tsx'
import { SourceList } from '../source/source-list.tsx'
import { ConsentBody } from '../texts/consent-body.tsx'
import { LessonBody } from '../texts/lesson-body.tsx'
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

/** What patients read, in one language. */
function inLanguage(language: PatientLanguage): readonly Chapter[] {
  const named = language === 'en' ? 'in English' : 'in Spanish'
  return [
    {
      id: `lessons-${language}`,
      title: `Lessons for patients, ${named}`,
      content: educationModules.map((lesson) => (
        <section key={lesson.id} className={styles.one}>
          <h3 lang={language}>{lesson.title[language]}</h3>
          <LessonBody lesson={lesson} language={language} level={4} />
        </section>
      )),
    },
    { id: `consent-${language}`, title: `Consent, ${named}`, content: <ConsentBody language={language} level={3} /> },
  ]
}

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
  {
    id: 'misuse-risk',
    title: 'Misuse risk',
    content: (
      <>
        <MisuseBody level={3} />
        <Part title="Every number of the signs" level={3}>
          <MisuseNumbers />
        </Part>
      </>
    ),
  },
  { id: 'measures', title: 'Measures', content: <MeasuresBody level={3} /> },
  {
    id: 'instruments',
    title: 'Instruments',
    content: (
      <>
        <InstrumentTables level={3} />
        {instruments.map((instrument) => (
          <section key={instrument.key} className={styles.one}>
            <h3>{instrument.title}</h3>
            <InstrumentBody instrument={instrument} level={4} />
          </section>
        ))}
      </>
    ),
  },
  ...patientLanguages.flatMap(inLanguage),
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
      <RulesetDigest />
    </>
  )
}

/** The day of the print-out. By itself, because the clock renders each second what asks it. */
function Today({ timeZone }: { readonly timeZone: string }) {
  const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone })
  return day.format(useServerNow())
}

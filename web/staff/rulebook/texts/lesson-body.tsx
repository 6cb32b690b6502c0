import {
  concernsInWords,
  type EducationModule,
  type EducationSection,
  type PatientLanguage,
  type PatientText,
  type TeachBackQuestion,
  wordsFor,
} from '@keel/rulebook'
import type { ReactNode } from 'react'
import { Icon } from '../../../shared/components/icon/icon.tsx'
import { useClinic } from '../../clinic-context.ts'
import { deeper, Heading, type Level } from '../parts/heading.tsx'
import { Part } from '../parts/part.tsx'
import { Provenance } from './provenance.tsx'
import styles from './texts.module.css'

interface BodyProps {
  readonly lesson: EducationModule
  readonly language: PatientLanguage
  /** Of the headings inside; those of screens and questions lie one deeper. */
  readonly level: 2 | 4
}

/** One lesson as patients read it, with what staff need to know of it. */
export function LessonBody({ lesson, language, level }: BodyProps) {
  const below = deeper(level)
  return (
    <div className={styles.body}>
      <Part title="What the patient can do afterwards" level={level}>
        <ul lang={language} className={styles.answers}>
          {lesson.objectives.map((text) => (
            <li key={text.en}>
              <Words text={text} language={language} />
            </li>
          ))}
        </ul>
        <p className={styles.quiet}>
          {concernsInWords(lesson.concerns)}. Lesson {lesson.id}, version {lesson.version}.
        </p>
      </Part>
      <Part title="To read" level={level}>
        <div>
          {lesson.sections.map((section) => (
            <Section key={section.id} section={section} language={language} level={below} />
          ))}
        </div>
      </Part>
      <Part title="Questions" level={level}>
        <div>
          {lesson.questions.map((question) => (
            <Question key={question.id} lesson={lesson} question={question} language={language} level={below} />
          ))}
        </div>
      </Part>
    </div>
  )
}

/** A patient's text with the numbers to call of the clinic's region. */
export function Words({ text, language }: { readonly text: PatientText; readonly language: PatientLanguage }) {
  const { region } = useClinic().me.clinic
  return wordsFor(text, language, region)
}

interface Below {
  readonly language: PatientLanguage
  readonly level: Level
}

function Titled({ text, language, level }: Below & { readonly text: PatientText }) {
  return (
    <div lang={language}>
      <Heading level={level} className={styles.title}>
        <Words text={text} language={language} />
      </Heading>
    </div>
  )
}

function Section({ section, language, level }: Below & { readonly section: EducationSection }) {
  const { title, text, concerns, confidence, cites } = section
  return (
    <section className={styles.section}>
      <Titled text={title} language={language} level={level} />
      <p lang={language} className={styles.words}>
        <Words text={text} language={language} />
      </p>
      <Provenance concerns={concerns} confidence={confidence} cites={cites} />
    </section>
  )
}

function Question(props: Below & { readonly lesson: EducationModule; readonly question: TeachBackQuestion }) {
  const { lesson, question, language, level } = props
  const { asks, answers, right, explains, safetyCritical, taughtIn, concerns } = question
  const taught = lesson.sections.find(({ id }) => id === taughtIn)
  return (
    <section className={styles.section}>
      <Titled text={asks} language={language} level={level} />
      {safetyCritical && <p className={styles.critical}>Must be right before the first dose</p>}
      <ul className={styles.answers}>
        {answers.map(({ id, text }) => (
          <Answer key={id} isRight={id === right}>
            <span lang={language}>
              <Words text={text} language={language} />
            </span>
          </Answer>
        ))}
      </ul>
      <p className={styles.words}>
        <span className={styles.quiet}>After a wrong answer: </span>
        <span lang={language}>
          <Words text={explains} language={language} />
        </span>
      </p>
      {taught && (
        <p className={styles.quiet}>
          {concernsInWords(concerns)}. Taught in:{' '}
          <span lang={language}>
            <Words text={taught.title} language={language} />
          </span>
        </p>
      )}
    </section>
  )
}

function Answer({ isRight, children }: { readonly isRight: boolean; readonly children: ReactNode }) {
  return (
    <li className={styles.answer} data-right={isRight || undefined}>
      <span className={styles.mark}>{isRight && <Icon name="check" size={18} />}</span>
      <span>
        {children}
        {isRight && <span className={styles.quiet}> (right)</span>}
      </span>
    </li>
  )
}

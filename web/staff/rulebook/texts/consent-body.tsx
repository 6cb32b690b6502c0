import {
  type ConsentElement,
  type ConsentField,
  type ConsentParagraph,
  consentElements,
  type PatientLanguage,
} from '@keel/rulebook'
import type { Level } from '../parts/heading.tsx'
import { Part } from '../parts/part.tsx'
import { Words } from './lesson-body.tsx'
import { Provenance } from './provenance.tsx'
import styles from './texts.module.css'

/** Every element: with nothing known of a treatment, none is left out. */
export const allConsent = consentElements({})

/** What a patient signs, element by element. */
export function ConsentBody({ language, level }: { readonly language: PatientLanguage; readonly level: Level }) {
  return (
    <div className={styles.body}>
      {allConsent.map((element) => (
        <div key={element.id} id={`consent-${element.id}`} lang={language} className={styles.element}>
          <Part title={element.title[language]} level={level}>
            <Element element={element} language={language} />
          </Part>
        </div>
      ))}
    </div>
  )
}

function Element({ element, language }: { readonly element: ConsentElement; readonly language: PatientLanguage }) {
  const { id, version, lastMaterialVersion, paragraphs, fields } = element
  return (
    <>
      <p lang="en" className={styles.quiet}>
        <code>{id}</code>, version {version}.
        {lastMaterialVersion > 1 && ` Whoever signed a version before ${lastMaterialVersion} is asked again.`}
      </p>
      {paragraphs.map((paragraph) => (
        <Paragraph key={paragraph.text.en} paragraph={paragraph} language={language} />
      ))}
      {fields.length > 0 && (
        <ul className={styles.answers}>
          {fields.map((field) => (
            <Field key={field.id} field={field} language={language} />
          ))}
        </ul>
      )}
    </>
  )
}

function Paragraph({
  paragraph,
  language,
}: {
  readonly paragraph: ConsentParagraph
  readonly language: PatientLanguage
}) {
  const { text, concerns, confidence, cites } = paragraph
  return (
    <div className={styles.about}>
      <p className={styles.words}>
        <Words text={text} language={language} />
      </p>
      <div lang="en">
        <Provenance concerns={concerns} confidence={confidence} cites={cites} />
      </div>
    </div>
  )
}

const kindWords: Readonly<Record<ConsentField['kind'], string>> = {
  text: 'words to fill in',
  'yes-no': 'yes or no',
  date: 'a day',
  'date-time': 'a day and a time',
  signature: 'a signature',
}

function Field({ field, language }: { readonly field: ConsentField; readonly language: PatientLanguage }) {
  return (
    <li>
      <Words text={field.label} language={language} />
      <span lang="en" className={styles.quiet}>
        {' '}
        ({kindWords[field.kind]}
        {field.required === 'with-interpreter' && ', when there is an interpreter'})
      </span>
    </li>
  )
}

/** What patients read, as it can be found: by its titles and its words, in both languages. */
import {
  type ConsentElement,
  concernsInWords,
  type EducationModule,
  educationModules,
  type PatientText,
} from '@keel/rulebook'
import type { RulebookDocument } from '../search/documents.ts'
import { counted } from '../words.ts'
import { allConsent } from './consent-body.tsx'

const both = (texts: readonly PatientText[]): string => texts.flatMap(({ en, es }) => [en, es]).join(' ')

export function textDocuments(): readonly RulebookDocument[] {
  return [...educationModules.map(documentOfLesson), ...allConsent.map(documentOfElement)]
}

function documentOfLesson({ id, title, objectives, sections, questions, concerns }: EducationModule): RulebookDocument {
  return {
    group: 'lesson',
    id,
    title: title.en,
    fields: [
      [9, `${id} ${title.es}`],
      [5, both(sections.map((section) => section.title))],
      [3, both([...objectives, ...sections.map(({ text }) => text)])],
      [
        2,
        both(questions.flatMap(({ asks, answers, explains }) => [asks, explains, ...answers.map(({ text }) => text)])),
      ],
    ],
    says: () => `${concernsInWords(concerns)}. ${counted(questions.length, 'question')}.`,
    link: { to: '/rulebook/education/$lessonId', params: { lessonId: id } },
  }
}

function documentOfElement({ id, title, paragraphs, fields }: ConsentElement): RulebookDocument {
  return {
    group: 'consent',
    id: `consent-${id}`,
    title: title.en,
    fields: [
      [9, `${id} ${title.es}`],
      [3, both(paragraphs.map(({ text }) => text))],
      [2, both(fields.map(({ label }) => label))],
    ],
    says: () => id,
    link: { to: '/rulebook/consent', hash: `consent-${id}` },
  }
}

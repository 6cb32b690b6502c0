/** The sources of what patients read. */
import { educationModules } from '@keel/rulebook'
import type { Citing } from '../cited.ts'
import { allConsent } from './consent-body.tsx'

export function textsCiting(): readonly Citing[] {
  return [
    ...educationModules.map(({ id, title, sections }) => ({
      entry: {
        key: id,
        title: title.en,
        says: 'Lesson for patients',
        link: { to: '/rulebook/education/$lessonId', params: { lessonId: id } } as const,
      },
      cites: sections.flatMap(({ cites }) => cites),
    })),
    ...allConsent.map(({ id, title, paragraphs }) => ({
      entry: {
        key: `consent-${id}`,
        title: title.en,
        says: 'Element of consent',
        link: { to: '/rulebook/consent', hash: `consent-${id}` } as const,
      },
      cites: paragraphs.flatMap(({ cites }) => cites),
    })),
  ]
}

import { amountOf, concernsInWords, educationModules, passShare } from '@keel/rulebook'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Entries } from '../parts/entries.tsx'
import { Part } from '../parts/part.tsx'
import { NotThere, RulebookPage } from '../parts/rulebook-page.tsx'
import { counted } from '../words.ts'
import { LanguageChoice } from './language-choice.tsx'
import { LessonBody } from './lesson-body.tsx'

const route = getRouteApi('/signed-in/rulebook/education/$lessonId')

/** One lesson, for whoever teaches it or answers for it. */
export function LessonScreen() {
  const { lessonId } = route.useParams()
  const { language = 'en' } = route.useSearch()
  const lesson = educationModules.find(({ id }) => id === lessonId)
  if (!lesson) return <NotThere what={`There is no lesson “${lessonId}” here.`} />
  return (
    <RulebookPage title={lesson.title[language]} kind={<Link to="/rulebook/education">Lessons for patients</Link>}>
      <LanguageChoice language={language} />
      <LessonBody lesson={lesson} language={language} level={2} />
    </RulebookPage>
  )
}

export function EducationScreen() {
  return (
    <RulebookPage
      title="Lessons for patients"
      lead={`What patients read before the first dose, in English and Spanish, with questions after it. A patient passes with ${amountOf(passShare)} of the answers right and every safety question right, and may try as often as needed.`}
    >
      <Part title={counted(educationModules.length, 'lesson')}>
        <Entries
          entries={educationModules.map(({ id, title, questions, concerns, version }) => ({
            key: id,
            title: title.en,
            says: `${concernsInWords(concerns)}. ${counted(questions.length, 'question')}. Version ${version}.`,
            link: { to: '/rulebook/education/$lessonId', params: { lessonId: id } } as const,
          }))}
        />
      </Part>
    </RulebookPage>
  )
}

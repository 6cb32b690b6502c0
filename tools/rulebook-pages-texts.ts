/** The printed pages of what patients read: lessons and consent, English and Spanish side by side. */
import {
  amountOf,
  type ConsentElement,
  concernsInWords,
  consentElements,
  type EducationModule,
  educationModules,
  type PatientLanguage,
  type PatientText,
  passShare,
  type TeachBackQuestion,
  wordsFor,
} from '@keel/rulebook'
import { basisOf, confidenceOf, page, sourceNames, table } from './rulebook-pages-markdown.ts'

const printedFor =
  'Printed with the numbers to call of the United States; elsewhere a clinic shows those of its region.'

/** A patient's text as it is read in the United States. */
export function readInTheUnitedStates(text: PatientText, language: PatientLanguage): string {
  return wordsFor(text, language, 'US')
}

const both = (text: PatientText): readonly [string, string] => [
  readInTheUnitedStates(text, 'en'),
  readInTheUnitedStates(text, 'es'),
]

/** The list of lessons, and a page for each of them. */
export function lessonPages(): readonly (readonly [string, string])[] {
  return [
    ['rulebook/education.md', listOfLessons()],
    ...educationModules.map((lesson) => [`rulebook/education-${lesson.id}.md`, lessonPage(lesson)] as const),
  ]
}

function listOfLessons(): string {
  return page(
    '# Lessons for patients',
    `What patients read before the first dose, with questions after it. A patient passes with ${amountOf(passShare)} of the answers right (${basisOf(passShare)}, ${confidenceOf(passShare.confidence)}) and every safety question right, and may try as often as needed.`,
    table(
      ['Lesson', 'English', 'Español', 'For', 'Questions', 'Version'],
      educationModules.map(({ id, title, concerns, questions, version }) => [
        `[${id}](education-${id}.md)`,
        ...both(title),
        concernsInWords(concerns),
        String(questions.length),
        String(version),
      ]),
    ),
  )
}

function lessonPage({ id, version, title, objectives, concerns, sections, questions }: EducationModule): string {
  return page(
    `# ${title.en}`,
    `*${title.es}* · \`${id}\`, version ${version} · ${concernsInWords(concerns)}`,
    printedFor,
    '## What the patient can do afterwards',
    table(['English', 'Español'], objectives.map(both)),
    '## To read',
    ...sections.flatMap((section) => [
      `### ${section.title.en} · ${section.title.es}`,
      table(['English', 'Español'], [both(section.text)]),
      `${concernsInWords(section.concerns)} · ${confidenceOf(section.confidence)}, ${basisOf(section)} · ${sourceNames(section.cites)}`,
    ]),
    '## Questions',
    ...questions.flatMap(questionBlocks),
  )
}

function questionBlocks(question: TeachBackQuestion): readonly string[] {
  const { asks, answers, right, explains, safetyCritical, taughtIn, concerns } = question
  return [
    `### ${readInTheUnitedStates(asks, 'en')}`,
    table(
      ['', 'English', 'Español'],
      [
        ['asks', ...both(asks)],
        ...answers.map(({ id, text }) => [id === right ? '**right**' : 'wrong', ...both(text)]),
        ['after a wrong answer', ...both(explains)],
      ],
    ),
    `${safetyCritical ? '**Must be right before the first dose.** ' : ''}${concernsInWords(concerns)}. Taught in \`${taughtIn}\`.`,
  ]
}

export function consentPage(): string {
  return page(
    '# Consent',
    'A patient’s consent holds the elements that concern the treatment; what is not known of it leaves nothing out. The law of a state may ask for more.',
    printedFor,
    ...consentElements({}).flatMap(elementBlocks),
  )
}

function elementBlocks({ id, version, lastMaterialVersion, title, paragraphs, fields }: ConsentElement) {
  return [
    `## ${title.en}`,
    `*${title.es}* · \`${id}\`, version ${version}${lastMaterialVersion > 1 ? ` · whoever signed a version before ${lastMaterialVersion} is asked again` : ''}`,
    table(
      ['When', 'English', 'Español', 'Confidence', 'Basis', 'Source'],
      paragraphs.map((paragraph) => [
        concernsInWords(paragraph.concerns),
        ...both(paragraph.text),
        confidenceOf(paragraph.confidence),
        basisOf(paragraph),
        sourceNames(paragraph.cites),
      ]),
    ),
    table(
      ['To fill in', 'English', 'Español', 'Required'],
      fields.map(({ kind, label, required }) => [kind, ...both(label), required]),
    ),
  ]
}

/**
 * The screens of the rulebook that hold the words of lessons and consent: a chunk of its own, because those words weigh
 * more than the rules. Sources and the print-out belong here, since they speak of everything.
 */
export { PrintScreen } from './print/print-screen.tsx'
export { SourceScreen, SourcesScreen } from './source/source-screens.tsx'
export { ConsentScreen } from './texts/consent-screen.tsx'
export { EducationScreen, LessonScreen } from './texts/lesson-screens.tsx'
export { textDocuments } from './texts/text-documents.ts'

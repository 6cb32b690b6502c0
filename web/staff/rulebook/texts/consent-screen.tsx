import { getRouteApi } from '@tanstack/react-router'
import { RulebookPage } from '../parts/rulebook-page.tsx'
import { useSoughtEntry } from '../use-sought-entry.ts'
import { counted } from '../words.ts'
import { allConsent, ConsentBody } from './consent-body.tsx'
import { LanguageChoice } from './language-choice.tsx'

const route = getRouteApi('/signed-in/rulebook/consent')

/** What a patient signs: for the director who answers for it, and for whoever explains it. */
export function ConsentScreen() {
  const { language = 'en' } = route.useSearch()
  useSoughtEntry()
  return (
    <RulebookPage
      title="Consent"
      lead={`${counted(allConsent.length, 'element')}, in English and Spanish. A patient’s consent holds those that concern the treatment; what is not known of it leaves nothing out. The law of a state may ask for more.`}
    >
      <LanguageChoice language={language} />
      <ConsentBody language={language} level={2} />
    </RulebookPage>
  )
}

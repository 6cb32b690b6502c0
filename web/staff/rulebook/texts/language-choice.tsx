import { type PatientLanguage, patientLanguages } from '@keel/rulebook'
import { useNavigate } from '@tanstack/react-router'
import { Choice } from '../../../shared/components/choice/choice.tsx'
import styles from './texts.module.css'

const languageNames: Readonly<Record<PatientLanguage, string>> = { en: 'English', es: 'Español' }

/** In which language a patient's words are shown. The address keeps it, so that a page can be shared as it is. */
export function LanguageChoice({ language }: { readonly language: PatientLanguage }) {
  const navigate = useNavigate()
  return (
    <div className={styles.language}>
      <Choice
        label="Language of the patient’s words"
        options={patientLanguages.map((value) => ({ value, says: languageNames[value] }))}
        value={language}
        onChange={(chosen) =>
          void navigate({
            to: '.',
            search: chosen === 'es' ? { language: chosen } : {},
            replace: true,
            resetScroll: false,
          })
        }
      />
    </div>
  )
}

import { type PatientText, wordsFor } from '@keel/rulebook'
import { useClinic } from '../../clinic-context.ts'
import styles from './patient-words.module.css'

/** What a patient reads, in both languages, with the numbers to call of the clinic's region. */
export function PatientWords({ text }: { readonly text: PatientText }) {
  const { region } = useClinic().me.clinic
  return (
    <>
      <p>“{wordsFor(text, 'en', region)}”</p>
      <p lang="es" className={styles.second}>
        “{wordsFor(text, 'es', region)}”
      </p>
    </>
  )
}

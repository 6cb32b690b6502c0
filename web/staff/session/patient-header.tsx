import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { classNames } from '../../shared/class-names.ts'
import { Icon } from '../../shared/components/icon/icon.tsx'
import { dayInWords } from '../../shared/wording/times.ts'
import { phaseWords } from '../wording.ts'
import styles from './patient-header.module.css'
import { useShown } from './session-context.ts'

/** Who this is: always in sight, so that nothing is ever entered for somebody else. */
export function PatientHeader() {
  const { patient, protocol, doseNumber, lastDoseOn, session } = useShown()
  const { allergies, weightKg } = patient
  return (
    <header className={styles.header}>
      <div className={styles.always}>
        <Link to="/" className={styles.back} aria-label="Back to today’s board">
          <Icon name="back" />
        </Link>
        <div className={styles.who}>
          <h1 className={styles.name}>{patient.name}</h1>
          <p>
            born {dayInWords(patient.birthDate)} <span className={styles.rest}>({patient.age})</span>
          </p>
          <p className={styles.rest}>{patient.recordNumber}</p>
        </div>
        <p className={classNames(styles.phase, styles[session.phase])}>
          <span className={styles.room}>{session.room}</span>
          <span aria-live="polite">{phaseWords[session.phase]}</span>
        </p>
      </div>
      <dl className={styles.facts}>
        <Fact says="Allergies" serious={Boolean(allergies?.length)}>
          {allergies === null ? 'not recorded' : allergies.length === 0 ? 'none known' : allergies.join(', ')}
        </Fact>
        <Fact says="Weight">{weightKg === null ? 'not recorded' : `${weightKg} kg`}</Fact>
        <Fact says="Dose">
          no. {doseNumber} <span className={styles.rest}>· last {lastDoseOn ? dayInWords(lastDoseOn) : 'never'}</span>
        </Fact>
        <Fact says="Protocol">
          {protocol.title}
          {protocol.offLabel && <span className={styles.rest}> (off-label)</span>}
        </Fact>
      </dl>
    </header>
  )
}

function Fact(props: { readonly says: string; readonly children: ReactNode; readonly serious?: boolean }) {
  return (
    <div className={classNames(styles.fact, props.serious && styles.serious)}>
      <dt>{props.says}</dt>
      <dd>{props.children}</dd>
    </div>
  )
}

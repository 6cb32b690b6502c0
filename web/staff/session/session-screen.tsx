import type { SessionScreen as Shown } from '@keel/care'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Notice } from '../../shared/components/notice/notice.tsx'
import { sessionQuery } from '../queries.ts'
import { supportsJudgement } from '../wording.ts'
import { AlarmPanel } from './alarms/alarm-panel.tsx'
import { CheckInPanel } from './check-in/check-in-panel.tsx'
import { ReadinessPanel } from './discharge/readiness-panel.tsx'
import { RecoveryPanel } from './discharge/recovery-panel.tsx'
import { DosePanel } from './dose/dose-panel.tsx'
import { AbortSession } from './end/abort-session.tsx'
import { SummaryPanel } from './end/summary-panel.tsx'
import { GateDecision, GateDetails } from './gate/gate-panel.tsx'
import { LogPanel } from './log/log-panel.tsx'
import { NotesPanel } from './notes/notes-panel.tsx'
import { ObservationPanel } from './observe/observation-panel.tsx'
import { OrderPanel } from './order/order-panel.tsx'
import { PatientHeader } from './patient-header.tsx'
import { PreparePanel } from './prepare/prepare-panel.tsx'
import { StartPanel } from './prepare/start-panel.tsx'
import { sessionContext } from './session-context.ts'
import styles from './session-screen.module.css'
import { TimeOutPanel } from './time-out/time-out-panel.tsx'
import { TrendPanel } from './trend/trend-panel.tsx'

/** One treatment session, by its phase. */
export function SessionScreen({ sessionId }: { readonly sessionId: string }) {
  const { data: screen, error } = useQuery(sessionQuery(sessionId))
  if (!screen)
    return (
      <div className={styles.waiting}>
        {error && (
          <Notice tone="hold" title="This session could not be read" urgent>
            <p>{error.message}</p>
          </Notice>
        )}
        {error && <Link to="/">Go to today’s board</Link>}
      </div>
    )
  return (
    <sessionContext.Provider value={screen}>
      <title>{`${screen.session.room} · Keel`}</title>
      <PatientHeader />
      <Phase screen={screen} />
      <footer className={styles.footer}>
        <p>{supportsJudgement}</p>
        <AbortSession />
      </footer>
    </sessionContext.Provider>
  )
}

function Phase({ screen: { session } }: { readonly screen: Shown }) {
  switch (session.phase) {
    case 'scheduled':
    case 'checked-in':
      return <BeforeDose checkedIn={session.phase === 'checked-in'} />
    case 'running':
    case 'paused':
    case 'observing':
      return <DoseBegun observing={session.phase === 'observing'} />
    case 'discharged':
    case 'aborted':
      return <Over hadDose={session.dose !== null} />
  }
}

function BeforeDose({ checkedIn }: { readonly checkedIn: boolean }) {
  return (
    <div className={styles.columns}>
      <div className={styles.first}>
        <GateDecision />
      </div>
      <div className={styles.main}>
        {!checkedIn && <CheckInPanel />}
        <OrderPanel />
        {checkedIn && (
          <>
            <TimeOutPanel />
            <ObservationPanel during={false} />
            <PreparePanel />
            <StartPanel />
          </>
        )}
      </div>
      <div className={styles.side}>
        <GateDetails />
        {checkedIn && <NotesPanel />}
        <LogPanel />
      </div>
    </div>
  )
}

function DoseBegun({ observing }: { readonly observing: boolean }) {
  return (
    <div className={styles.columns}>
      <div className={styles.first}>
        <AlarmPanel />
      </div>
      <div className={styles.main}>
        <DosePanel />
        <ObservationPanel during />
        <TrendPanel />
        {observing && <RecoveryPanel />}
      </div>
      <div className={styles.side}>
        {observing && <ReadinessPanel />}
        <NotesPanel />
        <LogPanel />
      </div>
    </div>
  )
}

function Over({ hadDose }: { readonly hadDose: boolean }) {
  return (
    <div className={styles.columns}>
      <div className={styles.main}>
        <SummaryPanel />
        {hadDose && <TrendPanel />}
      </div>
      <div className={styles.side}>
        <LogPanel />
      </div>
    </div>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useServerNow } from '../../shared/clock/server-clock.ts'
import { Notice } from '../../shared/components/notice/notice.tsx'
import { dayInWords } from '../../shared/wording/times.ts'
import { boardQuery } from '../queries.ts'
import { supportsJudgement } from '../wording.ts'
import { BoardCard } from './board-card.tsx'
import styles from './board-screen.module.css'
import { DayPanel } from './day-panel.tsx'
import { inBoardOrder } from './row-order.ts'

/** The day's board: every session of today, what needs a person first. */
export function BoardScreen() {
  const { data: board, error } = useQuery(boardQuery)
  const now = useServerNow()
  const rows = board ? inBoardOrder(board.rows, now) : []
  const alarms = rows.flatMap((row) =>
    row.alarms.filter(({ acknowledged }) => !acknowledged).map((alarm) => ({ row, alarm })),
  )
  return (
    <>
      <title>Today’s board · Keel</title>
      <div className={styles.top}>
        <h1 className={styles.title}>Today’s board</h1>
        {board && <p className={styles.day}>{dayInWords(board.on)}</p>}
      </div>
      <div className="visually-hidden" role="alert">
        {alarms.map(({ row, alarm }) => `Alarm in ${row.room}: ${alarm.message}`).join(' ')}
      </div>
      {error && !board && (
        <Notice tone="hold" title="The board could not be read" urgent>
          <p>{error.message}</p>
        </Notice>
      )}
      {board && board.leftOpen.length > 0 && (
        <div className={styles.leftOpen}>
          {board.leftOpen.map(({ sessionId, patient, on }) => (
            <Notice
              key={sessionId}
              tone="hold"
              title={`${patient.name}: the session of ${dayInWords(on)} was never closed`}
            >
              <p>
                By the record the patient is still here.{' '}
                <Link to="/sessions/$sessionId" params={{ sessionId }}>
                  Open the session
                </Link>{' '}
                and discharge the patient or end it.
              </p>
            </Notice>
          ))}
        </div>
      )}
      <div className={styles.columns}>
        <section aria-label="Sessions of today" className={styles.sessions}>
          {board?.rows.length === 0 && <p className={styles.empty}>No sessions are planned for today.</p>}
          <ul className={styles.list}>
            {rows.map((row) => (
              <li key={row.sessionId}>
                <BoardCard row={row} nowMs={now} />
              </li>
            ))}
          </ul>
          {board && <p className={styles.judgement}>{supportsJudgement}</p>}
        </section>
        {board && <DayPanel board={board} />}
      </div>
    </>
  )
}

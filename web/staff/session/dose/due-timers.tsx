import { Button } from 'react-aria-components'
import { classNames } from '../../../shared/class-names.ts'
import { useServerNow } from '../../../shared/clock/server-clock.ts'
import { Icon } from '../../../shared/components/icon/icon.tsx'
import { spanInWords, timer } from '../../../shared/wording/times.ts'
import { readingWords } from '../../wording.ts'
import { goTo } from '../gate/where-to-answer.ts'
import { useShown } from '../session-context.ts'
import styles from './dose-panel.module.css'

const order = Object.keys(readingWords)

/** What is due when, always in the same places, so that a hand finds it without looking. */
export function DueTimers() {
  const { due } = useShown()
  const now = useServerNow()
  const inPlace = [...due].sort((a, b) => order.indexOf(a.reading) - order.indexOf(b.reading))
  if (inPlace.length === 0) return <p className={styles.none}>No reading is due by the schedule.</p>
  return (
    <ul className={styles.timers} aria-label="Readings that are due">
      {inPlace.map(({ reading, says, dueAt }) => {
        const leftMs = Date.parse(dueAt) - now
        return (
          <li key={reading}>
            <Button className={classNames(styles.timer, leftMs < 0 && styles.overdue)} onPress={() => goTo('observe')}>
              <span className={styles.reading}>{readingWords[reading]}</span>
              <span className="visually-hidden">{says}</span>
              <span className={styles.in}>
                <span className={styles.mark}>{leftMs < 0 && <Icon name="clock" size={22} />}</span>
                <span>{timeLeft(leftMs)}</span>
              </span>
            </Button>
          </li>
        )
      })}
    </ul>
  )
}

function timeLeft(leftMs: number): string {
  if (leftMs >= 0) return `in ${timer(leftMs)}`
  const overdueMin = Math.floor(-leftMs / 60_000)
  return overdueMin < 1 ? 'due now' : `${spanInWords(overdueMin)} overdue`
}

import { useState } from 'react'
import { Button } from 'react-aria-components'
import { useServerNow } from '../../shared/clock/server-clock.ts'
import { RequestProblem, request } from '../../shared/request/request.ts'
import { useClinic } from '../clinic-context.ts'
import styles from './demo-bar.module.css'

const steps = [1, 5, 15, 60] as const

/** Says that nothing here is real, and moves the demo's clock; the screens follow by the live line. */
export function DemoBar() {
  const { exactTimeOf } = useClinic()
  const now = useServerNow()
  const [problem, setProblem] = useState<string | null>(null)
  const advance = async (advanceMinutes: number) => {
    try {
      await request('POST', '/api/demo/clock', { advanceMinutes })
      setProblem(null)
    } catch (error) {
      if (!(error instanceof RequestProblem)) throw error
      setProblem(error.message)
    }
  }
  return (
    <aside className={styles.bar} aria-label="Demo clinic">
      <p className={styles.words}>
        <strong>Demo clinic</strong> <span className={styles.synthetic}>synthetic data</span>
        <span className={styles.clock}>
          <span className={styles.label}>clock</span> {exactTimeOf(now)}
        </span>
      </p>
      <div className={styles.steps}>
        {steps.map((minutes) => (
          <Button
            key={minutes}
            className={styles.step ?? ''}
            aria-label={`Move the demo’s clock on by ${minutes} min`}
            onPress={() => void advance(minutes)}
          >
            +{minutes}
          </Button>
        ))}
        <span aria-hidden="true" className={styles.unit}>
          min
        </span>
      </div>
      {problem && <p role="alert">{problem}</p>}
    </aside>
  )
}

import { lazy, Suspense } from 'react'
import { Panel } from '../../../shared/components/panel/panel.tsx'
import { Spare } from '../../../shared/components/spare/spare.tsx'
import { useShown } from '../session-context.ts'
import { trendOf } from './trend-data.ts'
import styles from './trend-panel.module.css'

/** The plot and the rulebook's limits are large and not needed at once: they are loaded when they are shown. */
const TrendPlot = lazy(() => import('./trend-plot.tsx').then(({ TrendPlot }) => ({ default: TrendPlot })))

const legend = [
  { name: 'Systolic', className: styles.systolic },
  { name: 'Diastolic', className: styles.diastolic },
  { name: 'Pulse', className: styles.heart },
  { name: 'SpO₂', className: styles.oxygen },
] as const

export function TrendPanel() {
  const { session } = useShown()
  const trend = trendOf(session)
  return (
    <Panel title="Trend" aside={session.dose ? 'minutes from the start of the dose' : 'minutes'}>
      <ul className={styles.legend}>
        {legend.map(({ name, className }) => (
          <li key={name}>
            <span className={className} aria-hidden="true" />
            {name}
          </li>
        ))}
      </ul>
      <figure
        className={styles.plot}
        aria-label="Pressure, pulse and oxygen saturation over time; every reading is in the log"
      >
        {trend.minutes.length === 0 ? (
          <p className={styles.empty}>No readings yet.</p>
        ) : (
          <Spare instead={<p className={styles.empty}>The plot cannot be shown. Every reading is in the log.</p>}>
            <Suspense>
              <TrendPlot trend={trend} hasDose={session.dose !== null} />
            </Suspense>
          </Spare>
        )}
      </figure>
    </Panel>
  )
}

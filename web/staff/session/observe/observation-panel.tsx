import { bedside, type ObservationValues } from '@keel/care'
import { type BedsideSymptom, bedsideSymptoms } from '@keel/rulebook'
import { useRef, useState } from 'react'
import { serverNowMs } from '../../../shared/clock/server-clock.ts'
import { Button } from '../../../shared/components/button/button.tsx'
import { Choice, YesNo } from '../../../shared/components/choice/choice.tsx'
import { Several } from '../../../shared/components/choice/several.tsx'
import { Panel } from '../../../shared/components/panel/panel.tsx'
import { newId } from '../../../shared/new-id.ts'
import { useClinic } from '../../clinic-context.ts'
import { useSessionCommand } from '../../command.ts'
import { keyInWords } from '../../wording.ts'
import { CommandNotice } from '../command-notice.tsx'
import { useShown } from '../session-context.ts'
import styles from './observation-panel.module.css'
import { ReadingPad } from './reading-pad.tsx'
import { errorIn, errorInPressure, readings, type Typed, valuesOf } from './readings.ts'
import { agitationWords, sedationWords } from './scales.ts'

/** What is seen and heard, as taps; `null` is "not looked at", which is never "normal". */
interface Seen {
  readonly moaas: string | null
  readonly rass: string | null
  readonly distress: boolean | null
  readonly vomiting: boolean | null
  readonly symptoms: readonly BedsideSymptom[] | null
}
const nothingSeen: Seen = { moaas: null, rass: null, distress: null, vomiting: null, symptoms: null }

/** One look at the patient: numbers by the pad, the rest by tapping words, recorded together. */
export function ObservationPanel({ during }: { readonly during: boolean }) {
  const { sessionId, session } = useShown()
  const { hasRole, timeOf } = useClinic()
  const command = useSessionCommand(sessionId)
  const [typed, setTyped] = useState<Typed>({})
  const [seen, setSeen] = useState<Seen>(nothingSeen)
  const observationId = useRef<string | null>(null)
  const values = { ...valuesOf(typed), ...valuesSeen(seen) }
  const last = session.observations.at(-1)
  const because = whyNot(typed, values, hasRole(bedside))
  const record = async () => {
    // The same look keeps its id until it has arrived, however often it is sent.
    observationId.current ??= newId(serverNowMs())
    const sent = await command.send('RecordObservation', { observationId: observationId.current, ...values })
    if (!sent) return
    observationId.current = null
    setTyped({})
    setSeen(nothingSeen)
  }
  return (
    <Panel
      title={during ? 'Look at the patient' : 'Vital signs before the dose'}
      id="observe"
      aside={last ? `last recorded ${timeOf(last.at)}` : 'none recorded yet'}
    >
      <ReadingPad typed={typed} onChange={setTyped} />
      {during && <SeenForm seen={seen} onChange={(part) => setSeen({ ...seen, ...part })} />}
      <CommandNotice sending={command} />
      <Button look="main" size="big" busy={command.busy} because={because ?? null} onPress={() => void record()}>
        Record
      </Button>
    </Panel>
  )
}

function whyNot(typed: Typed, values: Partial<ObservationValues>, mayRecord: boolean): string | undefined {
  if (!mayRecord) return 'Someone at the bedside records this.'
  const wrong = readings.map(({ key, fact }) => errorIn(typed[key], fact)).find((error) => error !== undefined)
  if (wrong) return wrong
  return errorInPressure(typed) ?? (Object.keys(values).length === 0 ? 'Nothing is entered yet.' : undefined)
}

function valuesSeen({ moaas, rass, distress, vomiting, symptoms }: Seen): Partial<ObservationValues> {
  return {
    ...(moaas !== null && { moaas: Number(moaas) }),
    ...(rass !== null && { rass: Number(rass) }),
    ...(distress !== null && { distress }),
    ...(vomiting !== null && { vomiting }),
    ...(symptoms !== null && { symptoms: [...symptoms] }),
  }
}

function SeenForm({ seen, onChange }: { readonly seen: Seen; readonly onChange: (part: Partial<Seen>) => void }) {
  return (
    <div className={styles.seen}>
      <div className={styles.scale}>
        <Choice
          label="Sedation (MOAA/S): how do they answer?"
          options={sedationWords}
          value={seen.moaas}
          onChange={(moaas) => onChange({ moaas })}
        />
      </div>
      <div className={styles.scale}>
        <Choice
          label="Agitation (RASS)"
          options={agitationWords}
          value={seen.rass}
          onChange={(rass) => onChange({ rass })}
        />
      </div>
      <div className={styles.pair}>
        <YesNo
          label="Distressed by the experience?"
          value={seen.distress}
          onChange={(distress) => onChange({ distress })}
        />
        <YesNo label="Vomiting?" value={seen.vomiting} onChange={(vomiting) => onChange({ vomiting })} />
      </div>
      <Several
        label="Symptoms"
        none="None of these"
        options={bedsideSymptoms.map((symptom) => ({
          value: symptom,
          says: symptomWords[symptom] ?? keyInWords(symptom),
        }))}
        value={seen.symptoms}
        onChange={(symptoms) => onChange({ symptoms })}
      />
    </div>
  )
}

const symptomWords: Partial<Record<BedsideSymptom, string>> = {
  dyspnoea: 'Breathless',
  'neuro-deficit': 'Neurological deficit',
  'visual-loss': 'Loss of vision',
  syncope: 'Fainted',
  arrhythmia: 'New arrhythmia',
  urticaria: 'Hives',
  danger: 'Danger to self or others',
}

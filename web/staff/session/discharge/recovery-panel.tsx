import { bedside, type Recovery } from '@keel/care'
import { useState } from 'react'
import { Button } from '../../../shared/components/button/button.tsx'
import { Choice, YesNo } from '../../../shared/components/choice/choice.tsx'
import { Panel } from '../../../shared/components/panel/panel.tsx'
import { useClinic } from '../../clinic-context.ts'
import { useSessionCommand } from '../../command.ts'
import { CommandNotice } from '../command-notice.tsx'
import { aldreteItems, ideationWords, padssItems, type ScoreItem } from '../observe/scales.ts'
import { useShown } from '../session-context.ts'
import styles from './recovery-panel.module.css'

/** Nothing is taken for granted, but pain and bleeding, which the score sets to 2 where nobody was operated on. */
interface Draft {
  readonly aldrete: readonly (number | null)[]
  readonly padss: readonly (number | null)[]
  readonly gaitSteady: boolean | null
  readonly nauseaControlled: boolean | null
  readonly oriented: boolean | null
  readonly escortPresent: boolean | null
  readonly agreesNotToDrive: boolean | null
  readonly suicidalIdeation: number | null
  readonly safetyPlanGiven: boolean | null
}
const empty: Draft = {
  aldrete: [null, null, null, null, null],
  padss: [null, null, null, 2, 2],
  gaitSteady: null,
  nauseaControlled: null,
  oriented: null,
  escortPresent: null,
  agreesNotToDrive: null,
  suicidalIdeation: null,
  safetyPlanGiven: null,
}

const questions = [
  { key: 'gaitSteady', asks: 'Walks steadily?' },
  { key: 'nauseaControlled', asks: 'Nausea gone or controlled?' },
  { key: 'oriented', asks: 'Oriented to person, place and time?' },
  { key: 'escortPresent', asks: 'Is the responsible adult here?' },
  {
    key: 'agreesNotToDrive',
    asks: 'Agrees not to drive, use machines, sign contracts or care alone for children until tomorrow, after sleep?',
  },
  { key: 'safetyPlanGiven', asks: 'Safety plan given?' },
] as const

/** The nurse's assessment of recovery; it can be made again as often as wanted, and the last one counts. */
export function RecoveryPanel() {
  const { session, sessionId } = useShown()
  const { hasRole, timeOf } = useClinic()
  const command = useSessionCommand(sessionId)
  const [draft, setDraft] = useState<Draft>(empty)
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const open = openCount(draft)
  const because = !hasRole(bedside)
    ? 'Someone at the bedside assesses recovery.'
    : open > 0
      ? `${open} still to answer.`
      : null
  const record = async () => {
    if (await command.send('AssessRecovery', draft as unknown as Recovery)) setDraft(empty)
  }
  return (
    <Panel
      title="Recovery"
      id="recovery"
      aside={session.recovery ? `last assessed ${timeOf(session.recovery.at)}` : 'not assessed yet'}
    >
      <Score
        title="Modified Aldrete score"
        items={aldreteItems}
        values={draft.aldrete}
        onChange={(aldrete) => change({ aldrete })}
      />
      <Score title="PADSS" items={padssItems} values={draft.padss} onChange={(padss) => change({ padss })} />
      <div className={styles.questions}>
        {questions.map(({ key, asks }) => (
          <YesNo key={key} label={asks} value={draft[key]} onChange={(value) => change({ [key]: value })} />
        ))}
      </div>
      <Choice
        label="Thoughts of suicide, now (C-SSRS)"
        look="list"
        options={ideationWords.map((says, grade) => ({ value: String(grade), says: `${grade}: ${says}` }))}
        value={draft.suicidalIdeation === null ? null : String(draft.suicidalIdeation)}
        onChange={(grade) => change({ suicidalIdeation: Number(grade) })}
      />
      <CommandNotice sending={command} />
      <Button look="main" size="big" busy={command.busy} because={because} onPress={() => void record()}>
        Record the assessment
      </Button>
    </Panel>
  )
}

function openCount(draft: Draft): number {
  return Object.values(draft)
    .flat()
    .filter((value) => value === null).length
}

function Score(props: {
  readonly title: string
  readonly items: readonly ScoreItem[]
  readonly values: readonly (number | null)[]
  readonly onChange: (values: readonly (number | null)[]) => void
}) {
  const { title, items, values, onChange } = props
  const total = values.every((value) => value !== null)
    ? values.reduce<number>((sum, value) => sum + (value ?? 0), 0)
    : null
  return (
    <div className={styles.score}>
      <h3>
        {title} <span>{total === null ? '– of 10' : `${total} of 10`}</span>
      </h3>
      {items.map(({ name, words }, index) => (
        <Choice
          key={name}
          label={name}
          options={([2, 1, 0] as const).map((score) => ({
            value: String(score),
            says: String(score),
            more: words[score],
          }))}
          value={values[index] === null ? null : String(values[index])}
          onChange={(score) => onChange(values.map((value, at) => (at === index ? Number(score) : value)))}
        />
      ))}
    </div>
  )
}

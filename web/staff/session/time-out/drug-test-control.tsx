import type { TimeOut } from '@keel/care'
import { useState } from 'react'
import { Button } from '../../../shared/components/button/button.tsx'
import { Choice } from '../../../shared/components/choice/choice.tsx'
import { Reveal } from '../../../shared/components/reveal/reveal.tsx'
import { keyInWords } from '../../wording.ts'
import type { ControlProps } from './answer-control.tsx'
import styles from './time-out-panel.module.css'

type Results = NonNullable<TimeOut['drugTest']>
type Drug = keyof Results

const drugs = [
  'cocaine',
  'amphetamine',
  'opioid',
  'pcp',
  'benzodiazepine',
  'ketamine',
] as const satisfies readonly Drug[]
const drugWords: Partial<Record<Drug, string>> = { pcp: 'Phencyclidine (PCP)' }
const results = [
  { value: 'negative', says: 'Negative' },
  { value: 'positive-expected', says: 'Positive, expected' },
  { value: 'positive-unexpected', says: 'Positive, not expected' },
] as const

function everyDrug(result: Results[Drug]): Results {
  return Object.fromEntries(drugs.map((drug) => [drug, result])) as Results
}

/** All six negative by one tap; or drug by drug. */
export function DrugTestControl({ busy, onAnswer }: ControlProps) {
  const [found, setFound] = useState<Results>(everyDrug('negative'))
  return (
    <div className={styles.stack}>
      <Button busy={busy} onPress={() => onAnswer(everyDrug('negative'))}>
        All six negative
      </Button>
      <Reveal summary="Something was positive">
        <div className={styles.stack}>
          {drugs.map((drug) => (
            <Choice
              key={drug}
              label={drugWords[drug] ?? keyInWords(drug)}
              options={results}
              value={found[drug]}
              onChange={(result) => setFound({ ...found, [drug]: result })}
            />
          ))}
          <Button look="main" busy={busy} onPress={() => onAnswer(found)}>
            Save the results
          </Button>
        </div>
      </Reveal>
    </div>
  )
}

import {
  cadence,
  decisionWords,
  mbcCites,
  mbcConfidence,
  mbcSays,
  mbcTable,
  sentenceOf,
  suicideRiskRules,
  wantedInWords,
} from '@keel/rulebook'
import { ConfidenceTag } from '../parts/confidence-tag.tsx'
import { DataTable } from '../parts/data-table.tsx'
import type { Level } from '../parts/heading.tsx'
import { SourceLinks } from '../parts/links.tsx'
import { Part } from '../parts/part.tsx'
import { capitalised } from '../words.ts'

/** What concerns all instruments together: when they are due, and what follows from them. */
export function InstrumentTables({ level }: { readonly level: Level }) {
  return (
    <>
      <Part title="When each is asked" level={level}>
        <CadenceTable />
      </Part>
      <Part title="What follows from answers about suicide" level={level}>
        <SuicideRiskTable />
      </Part>
      <Part title="Whether the measures speak for going on" level={level}>
        <p>Read from the top: the first row that holds decides. What is not known leaves the answer open.</p>
        <DecisionTable />
      </Part>
    </>
  )
}

/** What is due when, over a whole course. */
function CadenceTable() {
  return (
    <DataTable
      caption="When each is asked"
      heads={['When', 'What', 'Confidence', 'Sources']}
      rows={cadence.map(({ id, says, wants, confidence, cites }) => ({
        key: id,
        cells: [
          says,
          <ul key="wants">
            {wants.map((wanted) => (
              <li key={wanted.oneOf.join(' ')}>{capitalised(wantedInWords(wanted))}</li>
            ))}
          </ul>,
          <ConfidenceTag key="confidence" confidence={confidence} />,
          <SourceLinks key="sources" cites={cites} />,
        ],
      }))}
    />
  )
}

function SuicideRiskTable() {
  return (
    <DataTable
      caption="What follows from answers about suicide"
      heads={['When', 'Number', 'What is done', 'Confidence', 'Sources']}
      rows={suicideRiskRules.map((rule) => ({
        key: rule.id,
        cells: [
          sentenceOf(rule),
          <code key="id">{rule.id}</code>,
          rule.action,
          <ConfidenceTag key="confidence" confidence={rule.confidence} />,
          <SourceLinks key="sources" cites={rule.cites} />,
        ],
      }))}
    />
  )
}

const phaseWords = {
  any: 'At any time',
  induction: 'In induction',
  'induction-complete': 'Induction complete',
  maintenance: 'In maintenance',
} as const

/** The table is read from the top; the first row that holds decides. */
function DecisionTable() {
  return (
    <>
      <DataTable
        caption="Whether the measures speak for going on"
        heads={['When', 'Asks', 'Then']}
        rows={mbcTable.map((row) => ({
          key: `${row.phase} ${row.decision} ${row.says}`,
          cells: [phaseWords[row.phase], mbcSays(row), decisionWords[row.decision]],
        }))}
      />
      <p>
        <ConfidenceTag confidence={mbcConfidence} />
      </p>
      <SourceLinks cites={mbcCites} inFull />
    </>
  )
}

import { gates, homework, ruleset, stages } from '@keel/rulebook'
import { ConfidenceTag } from '../parts/confidence-tag.tsx'
import { DataTable } from '../parts/data-table.tsx'
import { RuleLinks, SourceLinks } from '../parts/links.tsx'
import { PatientWords } from '../parts/patient-words.tsx'

/** The gates in words; the rules of the same name decide. @param marked the row that was looked for. */
export function Gates({ marked }: { readonly marked?: string | undefined }) {
  return (
    <DataTable
      caption="Gates before a dose"
      heads={['Gate', 'Asks', 'Hard or soft', 'Who may let it pass', 'What the patient reads', 'Rules']}
      rows={gates.map(({ gate, title, asks, byDefault, override, saysToPatient, rules }) => {
        const id = `asks-${gate.toLowerCase()}`
        return {
          key: gate,
          id,
          marked: id === marked,
          cells: [
            title,
            asks,
            byDefault,
            override,
            <PatientWords key="patient" text={saysToPatient} />,
            rules.length > 0 ? (
              <RuleLinks key="rules" rules={ruleset.rules.filter((rule) => rules.includes(rule.id))} />
            ) : (
              'None of its own'
            ),
          ],
        }
      })}
    />
  )
}

export function Stages() {
  return (
    <DataTable
      caption="What surrounds the doses"
      heads={['Stage', 'What it holds', 'When', 'What is kept', 'What the patient reads', 'Confidence', 'Sources']}
      rows={stages.map(({ key, title, content, when, keeps, saysToPatient, confidence, cites }) => ({
        key,
        cells: [
          title,
          content.join('. '),
          when,
          keeps.join(', '),
          <PatientWords key="patient" text={saysToPatient} />,
          <ConfidenceTag key="confidence" confidence={confidence} />,
          <SourceLinks key="sources" cites={cites} />,
        ],
      }))}
    />
  )
}

export function HomeworkTable() {
  return (
    <DataTable
      caption="What patients do at home"
      heads={['What', 'What is asked']}
      rows={homework.map(({ key, title, asks }) => ({
        key,
        cells: [
          <span key="title">
            {title.en} <span lang="es">({title.es})</span>
          </span>,
          <ul key="asks">
            {asks.map((text) => (
              <li key={text.en}>
                <PatientWords text={text} />
              </li>
            ))}
          </ul>,
        ],
      }))}
    />
  )
}

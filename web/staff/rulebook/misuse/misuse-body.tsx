import {
  codeGroups,
  corrections,
  howATierFalls,
  howATierIsReached,
  keyInPlainWords,
  misuseCodes,
  misuseHonesty,
  misuseTiers,
  regulatoryFacts,
  requirementSays,
  supportLevels,
  supportTopics,
  tierRequirements,
  tierWords,
  topicWords,
} from '@keel/rulebook'
import { ConfidenceTag } from '../parts/confidence-tag.tsx'
import { DataTable } from '../parts/data-table.tsx'
import type { Level } from '../parts/heading.tsx'
import { Lines } from '../parts/lines.tsx'
import { SourceLinks } from '../parts/links.tsx'
import { Part } from '../parts/part.tsx'
import { PatientWords } from '../parts/patient-words.tsx'
import { ValueTable } from '../parts/value-table.tsx'
import { capitalised, valueNameInWords } from '../words.ts'
import { CodeTable } from './code-table.tsx'

interface BodyProps {
  /** Of the headings inside. */
  readonly level: Level
}

/** Everything about the tier, but its title and its numbers one by one. @param marked the row that was looked for. */
export function MisuseBody({ level, marked }: BodyProps & { readonly marked?: string | undefined }) {
  return (
    <>
      <Part title="How far to trust it" level={level}>
        <Lines says={misuseHonesty} />
      </Part>
      <Part title="How a tier is reached" level={level}>
        <Lines says={howATierIsReached()} />
      </Part>
      <Part title="How it falls, and how a stop ends" level={level}>
        <Lines says={howATierFalls()} />
      </Part>
      <Part title="What each tier asks" level={level}>
        <Requirements />
      </Part>
      {codeGroups.map((group) => (
        <Part key={group.key} title={group.title} level={level}>
          <CodeTable group={group} marked={marked} />
        </Part>
      ))}
      <Part title="What the patient is told" level={level}>
        <ToldToPatients />
      </Part>
      <Part title="What is often said, and what the evidence supports" level={level}>
        <Corrections />
      </Part>
      <Part title="What the law says in the United States" level={level}>
        <Regulation />
      </Part>
    </>
  )
}

function Requirements() {
  return (
    <DataTable
      caption="What each tier asks"
      heads={['What', ...misuseTiers.map((tier) => tierWords[tier]), 'Sources']}
      rows={tierRequirements.map((requirement) => ({
        key: requirement.key,
        cells: [
          requirement.title,
          ...misuseTiers.map((tier) => requirementSays(requirement, tier)),
          <SourceLinks key="sources" cites={requirement.cites} />,
        ],
      }))}
    />
  )
}

function ToldToPatients() {
  return (
    <>
      <p>
        Nobody is told a tier. Patients read the name of their support level, the reasons for it, and what comes next.
      </p>
      <DataTable
        caption="Support levels, as patients read them"
        heads={['Tier', 'Support level', 'Says']}
        rows={misuseTiers.map((tier) => ({
          key: tier,
          cells: [
            tierWords[tier],
            <PatientWords key="name" text={supportLevels[tier].name} />,
            <PatientWords key="says" text={supportLevels[tier].says} />,
          ],
        }))}
      />
      <DataTable
        caption="Reasons and next steps, as patients read them"
        heads={['About', 'Reason', 'Next step']}
        rows={supportTopics.map((topic) => ({
          key: topic,
          cells: [
            capitalised(keyInPlainWords(topic)),
            <PatientWords key="reason" text={topicWords[topic].reason} />,
            <PatientWords key="next" text={topicWords[topic].nextStep} />,
          ],
        }))}
      />
    </>
  )
}

function Corrections() {
  return (
    <DataTable
      caption="What is often said, and what the evidence supports"
      heads={['Often said', 'What the evidence supports', 'May be said', 'Evidence', 'Confidence', 'Sources']}
      rows={corrections.map(({ id, claim, supports, mayBeSaid, evidence, confidence, cites }) => ({
        key: id,
        cells: [
          claim,
          supports,
          mayBeSaid,
          capitalised(evidence),
          <ConfidenceTag key="confidence" confidence={confidence} />,
          <SourceLinks key="sources" cites={cites} />,
        ],
      }))}
    />
  )
}

function Regulation() {
  return (
    <DataTable
      caption="What the law says in the United States"
      heads={['What', 'Says', 'Confidence', 'Sources']}
      rows={regulatoryFacts.map(({ id, title, says, confidence, cites }) => ({
        key: id,
        cells: [
          title,
          says,
          <ConfidenceTag key="confidence" confidence={confidence} />,
          <SourceLinks key="sources" cites={cites} />,
        ],
      }))}
    />
  )
}

/** Every number of the signs, with its day and its source. */
export function MisuseNumbers() {
  return (
    <ValueTable
      caption="Numbers of the signs"
      names={['Sign', 'What']}
      rows={misuseCodes.flatMap(({ code, title, values }) =>
        Object.entries(values).flatMap(([name, dated]) =>
          dated.toReversed().map((value) => ({
            key: `${code} ${name} ${value.from}`,
            names: [`${code}, ${title}`, capitalised(valueNameInWords(name))],
            value,
          })),
        ),
      )}
    />
  )
}

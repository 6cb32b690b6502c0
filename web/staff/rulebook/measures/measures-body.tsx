import {
  bioavailability,
  engagementMeasures,
  exposureReferences,
  lineInWords,
  lowestNasalBioavailability,
  monitoringAction,
  monitoringSays,
  monitoringTable,
  nasalEsketamine,
  signalDefinitions,
  urineFacts,
} from '@keel/rulebook'
import { DataTable } from '../parts/data-table.tsx'
import type { Level } from '../parts/heading.tsx'
import { SourceLinks } from '../parts/links.tsx'
import { Part } from '../parts/part.tsx'
import { ValueTable } from '../parts/value-table.tsx'
import { citesOfValues } from '../relations.ts'
import { windowInWords } from '../words.ts'
import { Gates, HomeworkTable, Stages } from './structure-tables.tsx'

interface TableProps {
  /** The row that was looked for. */
  readonly marked?: string | undefined
}

/** What is watched between doses, and what stands around them. */
export function MeasuresBody({ level, marked }: TableProps & { readonly level: Level }) {
  return (
    <>
      <Part title="How well the work between doses goes" level={level}>
        <p>
          At each of these lines a talk is worth while. None of them holds a dose by itself. Formulas and lines are this
          project’s judgement.
        </p>
        <Measures marked={marked} />
      </Part>
      <Part title="Gates before a dose" level={level}>
        <p>A clinic may make a soft gate hard, never a hard one soft. The numbers stand with the rules.</p>
        <Gates marked={marked} />
      </Part>
      <Part title="What surrounds the doses" level={level}>
        <Stages />
      </Part>
      <Part title="What patients do at home" level={level}>
        <HomeworkTable />
      </Part>
      <Part title="Signals in the clinic’s own record" level={level}>
        <p>Each shows the entries it came from. They fill what the misuse-risk tier need not ask anybody for.</p>
        <Signals marked={marked} />
      </Part>
      <Part title="Tests that come round" level={level}>
        <p>Due is a task; when a missing or abnormal result holds a dose is said by the rules.</p>
        <Monitoring marked={marked} />
      </Part>
      <Part title="What a urine test can say" level={level}>
        <UrineTests />
      </Part>
      <Part title="Lifetime exposure" level={level}>
        <p>So that “low and spaced” can be seen in one place. Milligrams are of base.</p>
        <Exposure />
      </Part>
    </>
  )
}

function Measures({ marked }: TableProps) {
  return (
    <DataTable
      caption="Measures of the work between doses"
      heads={['Measure', 'Short name', 'How it is worked out', 'Looks back', 'Lines']}
      rows={engagementMeasures.map(({ key, title, says, window, lines }) => {
        const id = `measure-${key}`
        return {
          key,
          id,
          marked: id === marked,
          cells: [
            title,
            key,
            says,
            windowInWords(window),
            <ul key="lines">
              {lines.map((line) => (
                <li key={line.name}>{lineInWords(line)}</li>
              ))}
            </ul>,
          ],
        }
      })}
    />
  )
}

function Signals({ marked }: TableProps) {
  return (
    <DataTable
      caption="Signals in the clinic’s own record"
      heads={['Signal', 'Number', 'How it is worked out', 'Looks back', 'Sources']}
      rows={signalDefinitions.map(({ code, title, says, window, cites }) => {
        const id = `signal-${code}`
        return {
          key: code,
          id,
          marked: id === marked,
          cells: [
            title,
            <code key="code">{code}</code>,
            says,
            windowInWords(window),
            <SourceLinks key="sources" cites={cites} />,
          ],
        }
      })}
    />
  )
}

function Monitoring({ marked }: TableProps) {
  return (
    <DataTable
      caption="Tests that come round"
      heads={['Test', 'When it is due', 'What a result asks for', 'Sources']}
      rows={monitoringTable.map((row) => {
        const id = `test-${row.test}`
        return {
          key: row.test,
          id,
          marked: id === marked,
          cells: [
            row.title,
            monitoringSays(row),
            monitoringAction(row),
            <SourceLinks key="sources" cites={[...row.cites, ...citesOfValues(row.values)]} />,
          ],
        }
      })}
    />
  )
}

function UrineTests() {
  return (
    <DataTable
      caption="What a urine test can say"
      heads={['Number', 'Says', 'Sources']}
      rows={urineFacts.map(({ id, says, cites }) => ({
        key: id,
        cells: [id, says, <SourceLinks key="sources" cites={cites} />],
      }))}
    />
  )
}

const exposureNames: Readonly<Record<keyof typeof exposureReferences, string>> = {
  oneInfusion: 'One infusion',
  sixInfusions: 'A series of six infusions',
  heavyUseTimesClinical: 'Heavy use outside care, as a multiple of what clinics give',
}
const routeNames: Readonly<Record<keyof typeof bioavailability, string>> = {
  IV: 'Share that reaches the blood: infusion',
  IM: 'Share that reaches the blood: injection',
  IN: 'Share that reaches the blood: ketamine in the nose',
  SL: 'Share that reaches the blood: lozenge',
  PO: 'Share that reaches the blood: swallowed',
}

function Exposure() {
  const named = [
    ...Object.entries(exposureReferences).map(
      ([key, values]) => [exposureNames[key as keyof typeof exposureNames], values] as const,
    ),
    ...Object.entries(bioavailability).map(
      ([route, values]) => [routeNames[route as keyof typeof routeNames], values] as const,
    ),
    ['Share that reaches the blood: ketamine in the nose, the lowest measured', lowestNasalBioavailability] as const,
    ...nasalEsketamine.map(
      ({ fromMg, share }) =>
        [
          `Share that reaches the blood: nasal esketamine${fromMg > 0 ? `, from ${fromMg} mg` : ', below that'}`,
          share,
        ] as const,
    ),
  ]
  return (
    <ValueTable
      caption="Lifetime exposure"
      names={['What']}
      rows={named.flatMap(([name, values]) => values.map((value) => ({ key: name, names: [name], value })))}
    />
  )
}

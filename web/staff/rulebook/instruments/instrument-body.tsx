import {
  type Answers,
  answersInWords,
  bandsInWords,
  cadence,
  type Instrument,
  type InstrumentItem,
  type LoincCode,
  wordsNotShipped,
} from '@keel/rulebook'
import { sourcesOfInstrument } from '../cited.ts'
import { ConfidenceTag } from '../parts/confidence-tag.tsx'
import { DataTable } from '../parts/data-table.tsx'
import { Fact, Facts } from '../parts/facts.tsx'
import type { Level } from '../parts/heading.tsx'
import { Lines } from '../parts/lines.tsx'
import { SourceLinks } from '../parts/links.tsx'
import { Part } from '../parts/part.tsx'
import { ValueTable } from '../parts/value-table.tsx'
import { capitalised, valueNameInWords } from '../words.ts'
import styles from './instrument-body.module.css'

interface BodyProps {
  readonly instrument: Instrument
  /** Of the headings inside. */
  readonly level: Level
}

/** Everything that the rulebook says about one instrument, but its title. */
export function InstrumentBody({ instrument, level }: BodyProps) {
  const { bands, items, licence } = instrument
  return (
    <>
      <Part title="In short" level={level}>
        <InShort instrument={instrument} />
      </Part>
      {items.length > 0 && (
        <Part title={licence.textShipped ? 'What it asks' : 'What it is about'} level={level}>
          <Items instrument={instrument} />
        </Part>
      )}
      {bands.length > 0 && (
        <Part title="What a total means" level={level}>
          <Lines says={bandsInWords(instrument).map(capitalised)} />
        </Part>
      )}
      <Numbers instrument={instrument} level={level} />
      <WhenAsked instrument={instrument} level={level} />
      <Part title="Licence" level={level}>
        <Facts>
          <Fact term="Licence">{licence.name}</Fact>
          <Fact term="By">{licence.attribution}</Fact>
          <Fact term="What a clinic does">{licence.note}</Fact>
          <Fact term="How sure we are">
            <ConfidenceTag confidence={licence.confidence} />
          </Fact>
        </Facts>
      </Part>
      <Part title="Sources" level={level}>
        <SourceLinks cites={sourcesOfInstrument(instrument)} inFull />
      </Part>
    </>
  )
}

function InShort({
  instrument: { key, says, filledInBy, recall, total, loinc, confidence },
}: Pick<BodyProps, 'instrument'>) {
  return (
    <Facts>
      <Fact term="About">{says}</Fact>
      <Fact term="Filled in by">{filledInBy === 'patient' ? 'The patient' : 'A clinician'}</Fact>
      <Fact term="Looks at">{capitalised(recall)}</Fact>
      <Fact term="Total">
        {total ? `${total.min} to ${total.max}. ${total.says}` : 'None; the answers are read one by one.'}
      </Fact>
      <Fact term="LOINC">
        {loinc?.panel && (
          <p>
            Form: <Loinc code={loinc.panel} />
          </p>
        )}
        {loinc?.total && (
          <p>
            Total: <Loinc code={loinc.total} />
          </p>
        )}
        {!loinc && 'None stated'}
      </Fact>
      <Fact term="Confidence">
        <ConfidenceTag confidence={confidence} />
      </Fact>
      <Fact term="Instrument id">
        <code>{key}</code>
      </Fact>
    </Facts>
  )
}

/** A code with the name that LOINC gives it. One that was not seen in a public copy says so. */
function Loinc({ code: { code, display, verified } }: { readonly code: LoincCode }) {
  return (
    <>
      <code>{code}</code> {display}
      {!verified && <strong className={styles.unverified}> not verified: check before use</strong>}
    </>
  )
}

/** The answers, where all items have the same. */
function commonAnswers(items: readonly InstrumentItem[]): Answers | null {
  const [first] = items
  const all = new Set(items.map(({ answers }) => answersInWords(answers)))
  return first && all.size === 1 ? first.answers : null
}

function Items({ instrument: { title, items, stem, licence } }: Pick<BodyProps, 'instrument'>) {
  const common = commonAnswers(items)
  const coded = items.some(({ loinc }) => loinc)
  return (
    <>
      {!licence.textShipped && <p>{wordsNotShipped}</p>}
      {stem && <p className={styles.stem}>{stem}</p>}
      {common && <p className={styles.quiet}>Answers: {answersInWords(common)}.</p>}
      <DataTable
        caption={`Items of ${title}`}
        heads={['Item', ...(common ? [] : ['Answers']), ...(coded ? ['LOINC'] : []), 'Must be answered']}
        rows={items.map((item, index) => ({
          key: item.linkId,
          cells: [
            <span key="item" className={styles.item}>
              {item.text === undefined ? item.topic : `${index + 1}. ${item.text}`}
            </span>,
            ...(common ? [] : [answersInWords(item.answers)]),
            ...(coded ? [item.loinc ? <Loinc key="loinc" code={item.loinc} /> : 'None stated'] : []),
            requiredInWords(item, items),
          ],
        }))}
      />
    </>
  )
}

function requiredInWords({ required, onlyAfterYesTo }: InstrumentItem, items: readonly InstrumentItem[]): string {
  if (!required) return 'No'
  const before = items.find(({ linkId }) => linkId === onlyAfterYesTo)
  return before ? `After a yes to “${before.topic}”` : 'Yes'
}

function Numbers({ instrument: { title, bands, values }, level }: BodyProps) {
  const ofBands = bands.map(({ name, from }) => [`${name}, from`, from] as const)
  const own = Object.entries(values).map(([name, dated]) => [valueNameInWords(name), dated] as const)
  const rows = [...own, ...ofBands].flatMap(([name, dated]) =>
    dated.toReversed().map((value) => ({ key: `${name} ${value.from}`, names: [capitalised(name)], value })),
  )
  if (rows.length === 0) return null
  return (
    <Part title="Numbers" level={level}>
      <ValueTable caption={`Numbers of ${title}`} names={['What']} rows={rows} />
    </Part>
  )
}

function WhenAsked({ instrument: { key }, level }: BodyProps) {
  const rows = cadence.filter(({ wants }) => wants.some(({ oneOf }) => oneOf.some((one) => one === key)))
  return (
    <Part title="When it is asked" level={level}>
      {rows.length > 0 ? (
        <Lines says={rows.map(({ says }) => says)} />
      ) : (
        <p>The schedule of measures does not ask it.</p>
      )}
    </Part>
  )
}

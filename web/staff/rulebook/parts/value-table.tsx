import type { DatedValue } from '@keel/engine'
import { amountOf } from '@keel/rulebook'
import type { ReactNode } from 'react'
import { classNames } from '../../../shared/class-names.ts'
import { basisOf, dateOf } from '../words.ts'
import { ConfidenceTag } from './confidence-tag.tsx'
import { DataTable } from './data-table.tsx'
import { SourceLinks } from './links.tsx'
import styles from './value-table.module.css'

export interface ValueRow {
  readonly key: string
  /** What the number is, then whatever else says where it holds. */
  readonly names: readonly ReactNode[]
  /** `null`: deliberately without a limit. */
  readonly value: DatedValue | null
}

/** Numbers, each with its day, how far it is to be trusted, and where it comes from. */
export function ValueTable(props: {
  readonly caption: string
  readonly names: readonly string[]
  readonly rows: readonly ValueRow[]
}) {
  const { caption, names, rows } = props
  return (
    <DataTable
      caption={caption}
      heads={[...names, 'Number', 'Holds from', 'Confidence', 'Basis', 'Sources']}
      rows={rows.map(({ key, names: said, value }) => ({ key, cells: [...said, ...cellsOf(value)] }))}
    />
  )
}

function cellsOf(value: DatedValue | null): readonly ReactNode[] {
  if (value === null) return [<em key="none">Not limited</em>, '', '', '', '']
  return [
    <strong key="number" className={classNames(styles.number, typeof value.is === 'number' && styles.whole)}>
      {amountOf(value)}
    </strong>,
    dateOf(value),
    <ConfidenceTag key="confidence" confidence={value.confidence} />,
    basisOf(value),
    <SourceLinks key="sources" cites={value.cites} />,
  ]
}

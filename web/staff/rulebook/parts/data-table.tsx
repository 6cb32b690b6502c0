import { Fragment, type ReactNode } from 'react'
import styles from './data-table.module.css'

export interface Row {
  readonly key: string
  /** The first names the row. */
  readonly cells: readonly ReactNode[]
  /** Where links to this row lead. */
  readonly id?: string
  readonly marked?: boolean
}

/** A table; where the screen is narrow each row becomes a card whose lines carry the names of their columns. */
export function DataTable(props: {
  readonly caption: string
  readonly heads: readonly string[]
  readonly rows: readonly Row[]
}) {
  const { caption, heads, rows } = props
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells, id, marked }) => (
          <tr key={key} id={id} data-marked={marked || undefined}>
            {cells.map((cell, index) => (
              <Fragment key={heads[index]}>
                {index === 0 ? (
                  <th scope="row">{cell}</th>
                ) : (
                  <td data-head={heads[index]}>
                    <div>{cell}</div>
                  </td>
                )}
              </Fragment>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

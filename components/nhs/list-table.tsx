import type { ReactNode } from 'react'
import type { Markup } from './markup'
import { TrustedMarkup } from './trusted-markup'

type Props = {
  caption: ReactNode
  columns: readonly string[]
  /** A `tr` each, with a cell for each column. */
  rows: readonly Markup[]
}

/** A list that is looked at all day: its rows are written as text, since React's cost is by the element. */
export function ListTable({ caption, columns, rows }: Props) {
  return (
    <table className="app-list">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th scope="col" key={column}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <TrustedMarkup as="tbody" parts={rows} />
    </table>
  )
}

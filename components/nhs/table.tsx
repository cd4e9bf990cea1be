import type { ReactNode } from 'react'
import { classNames } from './class-names'
import type { TextSize } from './label'

export type Column = {
  label: ReactNode
  numeric?: boolean
  /** Read out but not drawn: a column of actions. */
  labelHidden?: boolean
  /** A column that can be sorted by, on the server: its link, and how it is sorted now, if it is. */
  sort?: { href: string; direction?: 'ascending' | 'descending' }
}

type Props = {
  caption: ReactNode
  captionSize?: TextSize
  captionHidden?: boolean
  columns: readonly Column[]
  rows: readonly { key: string; cells: readonly ReactNode[] }[]
  /** Smaller rows, for staff. */
  compact?: boolean
  firstCellIsHeader?: boolean
}

/**
 * A table of modest size. The long lists (worklist, practice home) write plain rows under `class="app-list"` in one
 * component instead: React's cost is by the element.
 */
export function Table(props: Props) {
  const { caption, captionSize, captionHidden, columns, rows, compact, firstCellIsHeader } = props
  return (
    <table
      className={classNames(
        'nhsuk-table',
        compact && 'nhsuk-table--compact',
        columns.some((column) => column.sort) && 'nhsuk-table--sortable',
      )}
    >
      <caption
        className={classNames(
          'nhsuk-table__caption',
          captionSize && `nhsuk-table__caption--${captionSize}`,
          captionHidden && 'nhsuk-u-visually-hidden',
        )}
      >
        {caption}
      </caption>
      <thead className="nhsuk-table__head">
        <tr className="nhsuk-table__row">
          {columns.map((column, index) => (
            <ColumnHead column={column} key={index} />
          ))}
        </tr>
      </thead>
      <tbody className="nhsuk-table__body">
        {rows.map((row) => (
          <tr className="nhsuk-table__row" key={row.key}>
            {row.cells.map((cell, index) =>
              firstCellIsHeader && index === 0 ? (
                <th className="nhsuk-table__header" scope="row" key={index}>
                  {cell}
                </th>
              ) : (
                <td
                  className={classNames('nhsuk-table__cell', columns[index]?.numeric && numericCell)}
                  key={index}
                >
                  {cell}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const numericCell = 'nhsuk-table__cell--numeric'

function ColumnHead({ column: { label, numeric, labelHidden, sort } }: { column: Column }) {
  return (
    <th
      className={classNames('nhsuk-table__header', numeric && 'nhsuk-table__header--numeric')}
      scope="col"
      data-sort={sort ? '' : undefined}
      aria-sort={sort?.direction}
    >
      {sort ? (
        <a className="nhsuk-link" href={sort.href}>
          {label}
        </a>
      ) : labelHidden ? (
        <span className="nhsuk-u-visually-hidden">{label}</span>
      ) : (
        label
      )}
    </th>
  )
}

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
  /** On a narrow screen each row is a list of its cells under their columns' labels: for four columns and more. */
  responsive?: boolean
}

/**
 * A table of modest size. The long lists (worklist, practice home) write plain rows under `class="app-list"` in one
 * component instead: React's cost is by the element.
 */
export function Table(props: Props) {
  const { caption, captionSize, captionHidden, columns, rows, compact, firstCellIsHeader, responsive } = props
  // What is drawn as blocks is no table to assistive technology any more, unless its parts say so.
  const role = (name: string) => (responsive ? name : undefined)
  return (
    <table
      role={role('table')}
      className={classNames(
        'nhsuk-table',
        compact && 'nhsuk-table--compact',
        responsive && 'nhsuk-table--responsive',
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
      <thead className="nhsuk-table__head" role={role('rowgroup')}>
        <tr className="nhsuk-table__row" role={role('row')}>
          {columns.map((column, index) => (
            <ColumnHead column={column} role={role('columnheader')} key={index} />
          ))}
        </tr>
      </thead>
      <tbody className="nhsuk-table__body" role={role('rowgroup')}>
        {rows.map((row) => (
          <tr className="nhsuk-table__row" role={role('row')} key={row.key}>
            {row.cells.map((cell, index) =>
              firstCellIsHeader && index === 0 ? (
                <th className="nhsuk-table__header" scope="row" role={role('rowheader')} key={index}>
                  {responsive ? <Labelled column={columns[index]}>{cell}</Labelled> : cell}
                </th>
              ) : (
                <td
                  className={classNames('nhsuk-table__cell', columns[index]?.numeric && numericCell)}
                  role={role('cell')}
                  key={index}
                >
                  {responsive ? <Labelled column={columns[index]}>{cell}</Labelled> : cell}
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

/** Drawn beside the cell where the head of the table is not; read out from the head alone. */
function Labelled({ column, children }: { column: Column | undefined; children: ReactNode }) {
  return (
    <>
      <span className="nhsuk-table__heading" aria-hidden="true">
        {column?.label}{' '}
      </span>
      <span>{children}</span>
    </>
  )
}

type HeadProps = { column: Column; role: string | undefined }

function ColumnHead({ column: { label, numeric, labelHidden, sort }, role }: HeadProps) {
  return (
    <th
      className={classNames('nhsuk-table__header', numeric && 'nhsuk-table__header--numeric')}
      scope="col"
      role={role}
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

import { classNames } from '@/components/nhs/class-names'
import type { Table } from '@/lib/documents/document'
import { TextOf } from './text-of'

/** A table; on a phone each row stands by itself, its cells with the names of their columns. */
export function DocumentTable({ caption, isCaptionHidden, columns, rows, firstCellIsHeading }: Table) {
  return (
    <table className="app-list">
      <caption className={classNames(isCaptionHidden && 'nhsuk-u-visually-hidden')}>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ heading }, index) => (
            <th scope="col" key={index}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, row) => (
          <tr key={row}>
            {cells.map((words, place) =>
              firstCellIsHeading && place === 0 ? (
                <th className="app-preserve-lines" scope="row" key={place}>
                  <TextOf words={words} />
                </th>
              ) : (
                <td className="app-preserve-lines" data-label={columns[place]?.heading} key={place}>
                  <TextOf words={words} />
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

import type { ReactNode } from 'react'
import { Button } from '@/components/nhs/button'
import { PersonInRow } from '@/components/patients/person-in-row'
import type { PatientIdentity } from '@/lib/patients/patient-identity'
import { ArrowKeys } from './arrow-keys'

/** Somebody in a list, with a box to choose them by. */
export type TickRow = {
  /** What the box posts, and what it is called by who cannot see the row. */
  value: string
  label: string
  person: PatientIdentity
  /** In the order of the columns; the first needs no name on small screens. */
  cells: readonly [ReactNode, ...ReactNode[]]
}

type Props = {
  /** Id of the form. */
  id: string
  /** The page that names everybody who was chosen. */
  action: string
  /** The name under which the boxes post. */
  name: string
  caption: string
  /** Heading of the boxes, then of the cells. */
  columns: readonly [string, string, ...string[]]
  rows: readonly TickRow[]
  areAllChosen?: boolean
}

/** People with a box each: chosen here by keyboard or not, named on the next page, and something recorded there for all. */
export function TickList({ id, action, name, caption, columns, rows, areAllChosen = false }: Props) {
  const [boxes, ...headings] = columns
  return (
    <form method="get" action={action} id={id}>
      <ArrowKeys list={id} />
      <table className="app-list">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {[boxes, 'Patient', ...headings].map((heading) => (
              <th scope="col" key={heading}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.value}>
              <td>
                <Box name={name} row={row} isChosen={areAllChosen} />
              </td>
              <th scope="row">
                <PersonInRow person={row.person} />
              </th>
              {row.cells.map((cell, place) => (
                <td data-label={place > 0 ? headings[place] : undefined} key={headings[place]}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Button>Go on with those ticked</Button>
    </form>
  )
}

function Box({ name, row: { value, label }, isChosen }: { name: string; row: TickRow; isChosen: boolean }) {
  const id = `${name}-${value}`
  return (
    <div className="nhsuk-checkboxes nhsuk-checkboxes--small">
      <div className="nhsuk-checkboxes__item">
        <input
          className="nhsuk-checkboxes__input"
          type="checkbox"
          name={name}
          value={value}
          id={id}
          defaultChecked={isChosen}
        />
        <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor={id}>
          <span className="nhsuk-u-visually-hidden">{label}</span>
        </label>
      </div>
    </div>
  )
}

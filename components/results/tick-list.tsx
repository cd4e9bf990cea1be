import { Button } from '@/components/nhs/button'
import { ListTable } from '@/components/nhs/list-table'
import { markup, type Markup } from '@/components/nhs/markup'
import { personInRow } from '@/components/patients/person-in-row'
import type { PatientIdentity } from '@/lib/patients/patient-identity'
import { ArrowKeys } from './arrow-keys'

type Cell = Markup | string

/** Somebody in a list, with a box to choose them by. */
export type TickRow = {
  /** What the box posts, and what it is called by who cannot see the row. */
  value: string
  label: string
  person: PatientIdentity
  /** In the order of the columns; the first needs no name on small screens. */
  cells: readonly [Cell, ...Cell[]]
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
      <ListTable
        caption={caption}
        columns={[boxes, 'Patient', ...headings]}
        rows={rows.map(
          (row) => markup`<tr><td>${box(name, row, areAllChosen)}</td>
<th scope="row">${personInRow(row.person)}</th>${row.cells.map((cell, place) => cellOf(cell, place > 0 ? headings[place] : undefined))}</tr>`,
        )}
      />
      <Button>Go on with those ticked</Button>
    </form>
  )
}

function cellOf(cell: Cell, label: string | undefined): Markup {
  return label ? markup`<td data-label="${label}">${cell}</td>` : markup`<td>${cell}</td>`
}

function box(name: string, { value, label }: TickRow, isChosen: boolean): Markup {
  const id = `${name}-${value}`
  const input = isChosen
    ? markup`<input class="nhsuk-checkboxes__input" type="checkbox" name="${name}" value="${value}" id="${id}" checked="">`
    : markup`<input class="nhsuk-checkboxes__input" type="checkbox" name="${name}" value="${value}" id="${id}">`
  return markup`<div class="nhsuk-checkboxes nhsuk-checkboxes--small"><div class="nhsuk-checkboxes__item">${input}
<label class="nhsuk-label nhsuk-checkboxes__label" for="${id}"><span class="nhsuk-u-visually-hidden">${label}</span></label></div></div>`
}

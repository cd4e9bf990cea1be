import { describe, expect, it } from 'vitest'
import { Pagination, pagesToShow } from '@/components/nhs/pagination'
import { SummaryList, type SummaryRow } from '@/components/nhs/summary-list'
import { Table, type Column } from '@/components/nhs/table'
import { Tag, type TagColour } from '@/components/nhs/tag'
import { TaskList, type TaskListItem } from '@/components/nhs/task-list'
import { expectFixtures } from './expect-fixtures'
import { isContext, labelOf, usesOnly, wordsOf, type Context } from './fixture-context'

function columnsOf(head: Context[]): Column[] | null {
  const columns = head.map((cell): Column | null => {
    if (!usesOnly(cell, 'text', 'format', 'visuallyHiddenText')) return null
    if (cell.visuallyHiddenText) return { label: String(cell.visuallyHiddenText), labelHidden: true }
    return { label: String(cell.text), numeric: cell.format === 'numeric' }
  })
  return columns.every((column) => column !== null) ? columns : null
}

function rowsOf(rows: unknown[]) {
  const plain = rows.every(
    (row) =>
      Array.isArray(row) && row.every((cell) => usesOnly(cell, 'text') && typeof cell.text === 'string'),
  )
  if (!plain) return null
  return rows.map((row, index) => ({
    key: String(index),
    cells: (row as { text: string }[]).map(({ text }) => text),
  }))
}

expectFixtures(
  'tables',
  (context) => {
    const caption = labelOf(context.caption)
    if (!caption || !usesOnly(context, 'caption', 'head', 'rows', 'firstCellIsHeader', 'compact')) return null
    if (caption.labelHeading) return null
    const columns = columnsOf(context.head as Context[])
    const rows = rowsOf(context.rows as unknown[])
    if (!columns || !rows) return null
    return (
      <Table
        caption={caption.label}
        captionSize={caption.labelSize}
        columns={columns}
        rows={rows}
        compact={Boolean(context.compact)}
        firstCellIsHeader={Boolean(context.firstCellIsHeader)}
      />
    )
  },
  { examples: 6 },
)

expectFixtures(
  'summary-list',
  (context, markup) => {
    if (!usesOnly(context, 'rows', 'border')) return null
    const rows = (context.rows as Context[]).map((row): SummaryRow | null => {
      const label = wordsOf(row.key)
      if (!label || !usesOnly(row, 'key', 'value', 'actions') || !isContext(row.value)) return null
      const value = typeof row.value.html === 'string' ? markup(row.value.html) : wordsOf(row.value)
      const actions = (isContext(row.actions) ? row.actions.items : (row.actions ?? [])) as Context[]
      if (!value || actions.length > 1) return null
      const [action] = actions
      if (!action) return { label, value }
      if (!usesOnly(action, 'href', 'text', 'visuallyHiddenText')) return null
      return {
        label,
        value,
        action: {
          href: String(action.href),
          label: String(action.text),
          about: String(action.visuallyHiddenText),
        },
      }
    })
    return rows.every((row) => row !== null) ? (
      <SummaryList rows={rows} noBorder={context.border === false} />
    ) : null
  },
  { examples: 5 },
)

expectFixtures(
  'task-list',
  (context) => {
    const items = (context.items as Context[]).map((item): TaskListItem | null => {
      const heading = isContext(item) ? wordsOf(item.heading) : null
      const status = item.status
      if (!heading || !isContext(status) || !isContext(status.tag)) return null
      const tag = (
        <Tag colour={(status.tag.colour || undefined) as TagColour | undefined}>
          {String(status.tag.text)}
        </Tag>
      )
      return { heading, href: item.href as string | undefined, hint: wordsOf(item.hint), status: tag }
    })
    return items.every((item) => item !== null) ? (
      <TaskList id={String(context.idPrefix)} items={items} />
    ) : null
  },
  // Our completed and not yet startable tasks are plain words without the tag's box.
  { examples: 2, expected: (html) => html.replace(/nhsuk-tag nhsuk-tag--no-colour[^"]*/g, 'nhsuk-tag') },
)

expectFixtures(
  'pagination',
  (context) => {
    const items = context.items as Context[] | undefined
    if (!usesOnly(context, 'items', 'previous', 'next') || !items?.every((item) => isContext(item)))
      return null
    if (![context.previous, context.next].every((step) => step === undefined || usesOnly(step, 'href')))
      return null
    const page = Number(items.find((item) => item.current)?.number)
    return (
      <Pagination
        page={page}
        pageCount={Number(items.at(-1)?.number)}
        hrefFor={(each) => `#/section/${each}`}
      />
    )
  },
  { examples: 4 },
)

describe('pages to show', () => {
  it('shows all of a few', () => expect(pagesToShow(2, 5)).toEqual([1, 2, 3, 4, 5]))
  it('leaves out the far ones', () =>
    expect(pagesToShow(10, 40)).toEqual([1, null, 8, 9, 10, 11, 12, null, 40]))
  it('shows a page rather than a gap for one page', () =>
    expect(pagesToShow(5, 9)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]))
})

import { ListTable } from '@/components/nhs/list-table'
import { markup } from '@/components/nhs/markup'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { londonDate } from '@/lib/nhs/instant'
import { routes } from '@/lib/platform/routes'
import type { UnreadLetterRow } from '@/lib/tasks/practice-home-rows'
import { personCell } from './person-cell'

/** Letters from hospital teams that nobody at the practice has read yet, and the way to those before. */
export function UnreadLetters({ rows }: { rows: readonly UnreadLetterRow[] }) {
  return (
    <>
      {rows.length === 0 ? <p>Every letter from a hospital team has been read.</p> : <Rows rows={rows} />}
      <p>
        <a href={routes.practiceLetters()}>All letters to the practice</a>
      </p>
    </>
  )
}

function Rows({ rows }: { rows: readonly UnreadLetterRow[] }) {
  return (
    <ListTable
      caption="For information, oldest first"
      columns={['Patient', 'Letter']}
      rows={rows.map(
        (row) => markup`<tr>${personCell(row)}
<td><a href="${routes.sentMessage(row.message_id)}">${row.subject}</a><br>
${row.team_name}, sent ${formatDateForStaff(londonDate(row.sent_at))}</td></tr>`,
      )}
    />
  )
}

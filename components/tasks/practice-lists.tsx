import { ListTable } from '@/components/nhs/list-table'
import { markup, type Markup } from '@/components/nhs/markup'
import { statusTag } from '@/components/nhs/status-tag'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { londonDate } from '@/lib/nhs/instant'
import { routes } from '@/lib/platform/routes'
import type { RegisteredRow, SentSummaryRow, SharedPlanRow } from '@/lib/tasks/practice-home-rows'
import { personCell } from './person-cell'

/** New or changed until somebody there has seen it; then it is what it is. */
function documentWords(
  document: string,
  { number, seen_at }: { number: number; seen_at: Date | null },
): string {
  const version = number === 1 ? '' : `, version ${number}`
  if (seen_at) return `${document.charAt(0).toUpperCase()}${document.slice(1)}${version}`
  return `${number === 1 ? 'New' : 'Changed'} ${document}${version}`
}

function seenWords(seen: string, seenAt: Date | null): Markup | string {
  return seenAt ? `${seen} ${formatDateForStaff(londonDate(seenAt))}` : statusTag('needs_review')
}

export function SharedPlans({ rows }: { rows: readonly SharedPlanRow[] }) {
  if (rows.length === 0) return <p>No care plan has been shared with the practice yet.</p>
  return (
    <ListTable
      caption="Not yet seen first, oldest first"
      columns={['Patient', 'Care plan', 'Seen']}
      rows={rows.map(
        (row) => markup`<tr>${personCell(row)}
<td><a href="${routes.sharedCarePlan(row.share_id)}">${documentWords('care plan', row)}</a><br>
${row.team_name}, shared ${formatDateForStaff(londonDate(row.shared_at))}</td>
<td>${seenWords('Seen', row.seen_at)}</td></tr>`,
      )}
    />
  )
}

export function SentSummaries({ rows }: { rows: readonly SentSummaryRow[] }) {
  if (rows.length === 0) return <p>No treatment summary has been sent to the practice yet.</p>
  return (
    <ListTable
      caption="Not yet read first, oldest first"
      columns={['Patient', 'Treatment summary', 'Read']}
      rows={rows.map(
        (row) => markup`<tr>${personCell(row)}
<td><a href="${routes.sentSummary(row.delivery_id)}">${documentWords('treatment summary', row)}</a><br>
${row.team_name}, sent ${formatDateForStaff(row.sent_on)}</td>
<td>${seenWords('Read', row.seen_at)}</td></tr>`,
      )}
    />
  )
}

export function RegisteredPeople({ rows }: { rows: readonly RegisteredRow[] }) {
  if (rows.length === 0) return <p>Nobody registered with the practice is on this page of the list.</p>
  return (
    <ListTable
      caption="Newest on the list first"
      columns={['Patient', 'Under the care of', 'On this list since']}
      rows={rows.map(
        (row) => markup`<tr>${personCell(row)}
<td>${row.hospital_teams ?? 'No hospital team now'}</td>
<td>${formatDateForStaff(row.since)}</td></tr>`,
      )}
    />
  )
}

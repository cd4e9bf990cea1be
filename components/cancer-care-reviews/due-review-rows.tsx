import { StatusTag } from '@/components/nhs/status-tag'
import { PersonCell } from '@/components/tasks/person-cell'
import type { DueReview } from '@/lib/cancer-care-reviews/due-review'
import { EXCUSE_LABELS, WINDOW_LABELS } from '@/lib/cancer-care-reviews/labels'
import { invitedWords } from '@/lib/cancer-care-reviews/window-words'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatDateForStaff, formatDaysFromToday } from '@/lib/nhs/date-format'
import { TUMOUR_GROUP_LABELS, tumourGroupOf } from '@/lib/nhs/tumour-group'
import { routes } from '@/lib/platform/routes'
import { statusOfOpenTask } from '@/lib/tasks/labels'

type Props = {
  rows: readonly DueReview[]
  today: CalendarDate
  caption: string
  returnTo: string
  /** The address of the list in the other order; without it, the order is fixed. */
  sort?: { href: string; direction: 'ascending' | 'descending' }
}

/** Plain cells in one component: a long list costs by the element. */
export function DueReviewRows({ rows, today, caption, returnTo, sort }: Props) {
  const back = `returnTo=${encodeURIComponent(returnTo)}`
  return (
    <table className="app-list">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Patient</th>
          <th scope="col">Review</th>
          <th scope="col" aria-sort={sort?.direction}>
            {sort ? <a href={sort.href}>Due</a> : 'Due'}
          </th>
          <th scope="col">Invited</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.diagnosisId} ${row.window}`}>
            <PersonCell row={row} />
            <td>
              <a href={`${routes.cancerCareReview(row.patient_id, row.diagnosisId)}?${back}`}>
                {WINDOW_LABELS[row.window]}
              </a>
              <br />
              {TUMOUR_GROUP_LABELS[tumourGroupOf(row.icd10Code)]}, diagnosed{' '}
              {formatDateForStaff(row.diagnosedOn)}
            </td>
            <td>
              <Standing row={row} today={today} />
            </td>
            <td data-label="Invited">
              {invitedWords(row.invitations)}
              {row.state === 'excused' ? null : (
                <>
                  <br />
                  <a href={`${routes.inviteToReview(row.patient_id, row.diagnosisId)}?${back}`}>
                    Record an invitation
                    <span className="app-hidden">
                      {' '}
                      for {row.given_name} {row.family_name}
                    </span>
                  </a>
                </>
              )}
              <br />
              <a href={`${routes.reviewHistory(row.patient_id, row.diagnosisId)}?${back}`}>
                Other answers
                <span className="app-hidden">
                  {' '}
                  of {row.given_name} {row.family_name}
                </span>
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** In words, and not by colour alone. */
function Standing({ row, today }: { row: DueReview; today: CalendarDate }) {
  const due = `${formatDateForStaff(row.dueOn)}, ${formatDaysFromToday(row.dueOn, today)}`
  if (row.state === 'excused')
    return (
      <>
        Not needed: {row.reason ? EXCUSE_LABELS[row.reason].toLowerCase() : null}
        <br />
        Would be due {formatDateForStaff(row.dueOn)}
      </>
    )
  if (row.state === 'not_yet')
    return (
      <>
        Not yet: from {formatDateForStaff(row.opensOn)}
        <br />
        Due {due}
      </>
    )
  // Due, and not soon: no tag, for "not yet started" beside "not yet open" would say two things.
  const status = statusOfOpenTask(row.dueOn, today)
  return (
    <>
      {status === 'not_yet_started' ? 'Due' : <StatusTag status={status} />}
      <br />
      {due}
    </>
  )
}

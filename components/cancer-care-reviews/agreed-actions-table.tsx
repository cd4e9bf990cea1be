import { formatDateForStaff, formatDaysFromToday } from '@/lib/nhs/date-format'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { REQUEST_STATE_LABELS } from '@/lib/practice-requests/labels'
import type { OpenAction } from '@/lib/cancer-care-reviews/first-page-actions'

type Props = { actions: readonly OpenAction[]; today: CalendarDate }

/** What is open, whose it is and by when, from wherever it was agreed. */
export function AgreedActionsTable({ actions, today }: Props) {
  return (
    <section>
      <h2 className="text-2xl">Open actions</h2>
      {actions.length === 0 ? (
        <p>Nothing is open.</p>
      ) : (
        <table className="app-list">
          <caption>Soonest due first. Those of a care plan are as they were when it was agreed</caption>
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Whose</th>
              <th scope="col">By when</th>
              <th scope="col">From</th>
            </tr>
          </thead>
          <tbody>
            {actions.map(({ id, what, whose, dueOn, from, href, state, request }) => (
              <tr key={id}>
                <th scope="row">
                  {href ? <a href={href}>{what}</a> : what}
                  {request ? <small>{REQUEST_STATE_LABELS[request].label}</small> : null}
                  {state === 'declined' ? (
                    <small>The hospital team cannot do it: find another way</small>
                  ) : null}
                </th>
                <td data-label="Whose">{whose}</td>
                <td className="app-number" data-label="By when">
                  {formatDateForStaff(dueOn)}, {formatDaysFromToday(dueOn, today)}
                </td>
                <td data-label="From">{from}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

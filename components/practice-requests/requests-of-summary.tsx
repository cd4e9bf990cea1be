import { Tag } from '@/components/nhs/tag'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { routes } from '@/lib/platform/routes'
import { REQUEST_STATE_LABELS } from '@/lib/practice-requests/labels'
import type { PracticeRequestView } from '@/lib/practice-requests/request'
import { isSettled } from '@/lib/practice-requests/rules'
import { whenWords } from './request-when'

type Props = { requests: readonly PracticeRequestView[]; today: CalendarDate }

/** What a signed summary asks of the practice, and what came back: those that somebody still owes first. */
export function RequestsOfSummary({ requests, today }: Props) {
  const open = requests.filter(({ state }) => !isSettled(state))
  const settled = requests.filter(({ state }) => isSettled(state))
  const count = requests.length > 0 ? ` (${open.length} open of ${requests.length})` : ''
  return (
    <>
      <h2>Asked of the practice{count}</h2>
      {requests.length === 0 ? (
        <p>Nothing has been asked of a practice in this service.</p>
      ) : (
        <table className="app-list">
          <caption>Open first, in the order in which they were asked</caption>
          <thead>
            <tr>
              <th scope="col">Asked</th>
              <th scope="col">How it stands</th>
              <th scope="col">By when</th>
            </tr>
          </thead>
          <tbody>
            {[...open, ...settled].map((request) => (
              <Request key={request.id} request={request} today={today} />
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

function Request({ request, today }: { request: PracticeRequestView; today: CalendarDate }) {
  const { label, colour } = REQUEST_STATE_LABELS[request.state]
  return (
    <tr>
      <th scope="row">
        <a href={routes.practiceRequest(request.patientId, request.id)}>{request.what}</a>
        <small>{request.practice.name}</small>
      </th>
      <td data-label="How it stands">
        <Tag colour={colour}>{label}</Tag>
        <Answer answer={request.answer} />
      </td>
      <td data-label="By when">{isSettled(request.state) ? 'Nothing is owed' : whenWords(request, today)}</td>
    </tr>
  )
}

function Answer({ answer }: Pick<PracticeRequestView, 'answer'>) {
  if (!answer) return null
  return (
    <>
      <br />
      {formatDateForStaff(answer.on)}, {answer.by}
      {answer.note ? <span className="app-preserve-lines">. {answer.note}</span> : null}
    </>
  )
}

import { formatDateForStaff } from '@/lib/nhs/date-format'
import { routes } from '@/lib/platform/routes'
import { REQUEST_STATE_LABELS } from '@/lib/practice-requests/labels'
import type { PracticeRequestPage } from '@/lib/practice-requests/queries'
import type { PracticeRequestView } from '@/lib/practice-requests/request'

/** The same request at other times: of another practice, or before it was taken back. */
export function EarlierRequests({ page: { earlier, later } }: { page: PracticeRequestPage }) {
  return (
    <>
      {later ? (
        <p>
          It was asked again: <AskedThen request={later} />
        </p>
      ) : null}
      {earlier.length > 0 ? (
        <>
          <h2>Asked before</h2>
          <ul>
            {earlier.map((request) => (
              <li key={request.id}>
                <AskedThen request={request} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  )
}

function AskedThen({ request }: { request: PracticeRequestView }) {
  const [asked] = request.history
  return (
    <>
      <a href={routes.practiceRequest(request.patientId, request.id)}>
        {request.practice.name}
        {asked ? `, ${formatDateForStaff(asked.on)}` : null}
      </a>
      : {REQUEST_STATE_LABELS[request.state].label.toLowerCase()}
    </>
  )
}

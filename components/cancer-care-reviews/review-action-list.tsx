import { formatDateForStaff } from '@/lib/nhs/date-format'
import { routes } from '@/lib/platform/routes'
import { REVIEW_ACTION_STATES } from '@/lib/review-actions/labels'
import type { ReviewActionView } from '@/lib/review-actions/review-action'

type Props = { patientId: string; actions: readonly ReviewActionView[] }

/** What a review agreed, and where each stands. */
export function ReviewActionList({ patientId, actions }: Props) {
  if (actions.length === 0) return <p>None was agreed.</p>
  return (
    <table className="app-list">
      <caption>What was agreed, whose it is, by when, and what became of it</caption>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Whose</th>
          <th scope="col">By when</th>
          <th scope="col">What became of it</th>
        </tr>
      </thead>
      <tbody>
        {actions.map(({ id, what, owner, dueOn, state, history }) => (
          <tr key={id}>
            <th scope="row">
              <a href={routes.reviewAction(patientId, id)}>{what}</a>
            </th>
            <td>{owner.name}</td>
            <td className="app-number">{formatDateForStaff(dueOn)}</td>
            <td>
              {REVIEW_ACTION_STATES[state].label}
              <small className="app-preserve-lines">{history.at(-1)?.note}</small>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

import { reviewWords } from '@/components/results/result-facts'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { routes } from '@/lib/platform/routes'
import type { ResultView } from '@/lib/results/result-view'

type Props = { patientId: string; results: readonly ResultView[] }

/** What a test found: each result with what rules object to, what was decided, and the way to the result itself. */
export function FoundResults({ patientId, results }: Props) {
  return results.map(({ id, name, words, sampledOn, alerts, awaitsReview, reviews }) => (
    <div key={id}>
      <a href={routes.result(patientId, id)}>
        {name} {words}
      </a>
      , sample of {formatDateForStaff(sampledOn)}
      <ul>
        {alerts.map((alert) => (
          <li key={alert.key}>{alert.words}</li>
        ))}
        {reviews.slice(-1).map((review) => (
          <li key="decided">
            <strong>{reviewWords(review)}</strong>
          </li>
        ))}
        {awaitsReview ? <li>{reviews.length > 0 ? 'To be reviewed again' : 'Not reviewed yet'}</li> : null}
      </ul>
    </div>
  ))
}

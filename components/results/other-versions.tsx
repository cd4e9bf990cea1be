import { formatDateForStaff } from '@/lib/nhs/date-format'
import { routes } from '@/lib/platform/routes'
import { STATUS_LABELS } from '@/lib/results/labels'
import type { ResultView } from '@/lib/results/result-view'

type Props = { patientId: string; versions: readonly ResultView[] }

/** What the same result said before, or says since. */
export function OtherVersions({ patientId, versions }: Props) {
  if (versions.length === 0) return null
  return (
    <section>
      <h2>Other versions of this result</h2>
      <ul>
        {versions.map(({ id, words, status, filedOn, isStanding }) => (
          <li key={id}>
            <a href={routes.result(patientId, id)}>{words}</a>, {STATUS_LABELS[status].toLowerCase()}, filed
            on {formatDateForStaff(filedOn)}
            {isStanding ? ', the one that stands' : ''}
          </li>
        ))}
      </ul>
    </section>
  )
}

import type { LivePlan } from '@/lib/care-plans/care-plan'
import { onTheWay } from '@/lib/care-plans/where-next'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { londonDate } from '@/lib/nhs/instant'
import { routes } from '@/lib/platform/routes'

/** The versions that were agreed, newest first: with whom, what changed, and who has them. */
export function PlanVersions({ plan: { id, patientId, versions } }: { plan: LivePlan }) {
  if (versions.length === 0) return <p>No version has been agreed yet.</p>
  return (
    <table className="app-list">
      <caption>Agreed versions, newest first</caption>
      <thead>
        <tr>
          <th scope="col">Version</th>
          <th scope="col">Agreed</th>
          <th scope="col">What changed</th>
          <th scope="col">Shared with</th>
        </tr>
      </thead>
      <tbody>
        {versions.map((version) => (
          <tr key={version.id}>
            <th scope="row">
              <a href={onTheWay(routes.carePlanVersion(patientId, version.number), '', { plan: id })}>
                Version {version.number}
              </a>
            </th>
            <td data-label="Agreed">
              {formatDateForStaff(version.agreedOn)} with {version.agreedWith}, recorded by {version.by}
            </td>
            <td data-label="What changed">
              <ChangeList changes={version.changes} isFirst={version.number === 1} />
            </td>
            <td data-label="Shared with">
              <Shares shares={version.shares} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What changed since the version before, line by line. */
export function ChangeList({ changes, isFirst }: { changes: readonly string[]; isFirst: boolean }) {
  if (changes.length === 0) return isFirst ? 'The first version' : 'Agreed again, unchanged'
  return (
    <ul>
      {changes.map((change, index) => (
        <li key={`${index} ${change}`}>{change}</li>
      ))}
    </ul>
  )
}

function Shares({ shares }: Pick<LivePlan['versions'][number], 'shares'>) {
  if (shares.length === 0) return 'Not shared'
  return (
    <ul>
      {shares.map((share) => (
        <li key={share.id}>
          {share.teamName}, {formatDateForStaff(londonDate(share.sharedAt))}
          {share.seenAt ? `, seen ${formatDateForStaff(londonDate(share.seenAt))}` : ', not seen yet'}
        </li>
      ))}
    </ul>
  )
}

import { formatDateForStaff } from '@/lib/nhs/date-format'
import { londonDate } from '@/lib/nhs/instant'
import { routes } from '@/lib/platform/routes'
import { CHANNEL_LABELS, RECIPIENT_LABELS } from '@/lib/treatment-summaries/labels'
import type { Delivery, ListedSummary } from '@/lib/treatment-summaries/treatment-summary'

/** The signed versions of a summary, newest first: what changed and who has them. */
export function SummaryVersions({ summary: { id, patientId, versions } }: { summary: ListedSummary }) {
  if (versions.length === 0) return <p>No version has been signed yet.</p>
  return (
    <table className="app-list">
      <caption>Signed versions, newest first</caption>
      <thead>
        <tr>
          <th scope="col">Version</th>
          <th scope="col">Signed</th>
          <th scope="col">What changed</th>
          <th scope="col">Sent</th>
        </tr>
      </thead>
      <tbody>
        {versions.map((version) => (
          <tr key={version.id}>
            <th scope="row">
              <a href={routes.treatmentSummaryLetter(patientId, id, version.number)}>
                Version {version.number}, letter
              </a>
              <br />
              <a href={routes.treatmentSummaryForPerson(patientId, id, version.number)}>
                The person’s copy of version {version.number}
              </a>
            </th>
            <td data-label="Signed">
              {formatDateForStaff(version.signedOn)} by {version.by}
            </td>
            <td data-label="What changed">
              <SummaryChanges changes={version.changes} isFirst={version.number === 1} />
            </td>
            <td data-label="Sent">
              <Deliveries deliveries={version.deliveries} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What changed since the version before, line by line. */
function SummaryChanges({ changes, isFirst }: { changes: readonly string[]; isFirst: boolean }) {
  if (changes.length === 0) return isFirst ? 'The first version' : 'Signed again, unchanged'
  return (
    <ul>
      {changes.map((change, index) => (
        <li key={`${index} ${change}`}>{change}</li>
      ))}
    </ul>
  )
}

function Deliveries({ deliveries }: { deliveries: readonly Delivery[] }) {
  if (deliveries.length === 0) return 'To nobody yet'
  return (
    <ul>
      {deliveries.map((delivery) => (
        <li key={delivery.id}>{deliveryWords(delivery)}</li>
      ))}
    </ul>
  )
}

function deliveryWords({ recipient, to, channel, sentOn, note, seenAt, isSeenByLink }: Delivery): string {
  const who = to ?? RECIPIENT_LABELS[recipient]
  const how = `${who}: ${CHANNEL_LABELS[channel].toLowerCase()}, ${formatDateForStaff(sentOn)}`
  const why = note ? ` (${note})` : ''
  const byLink = isSeenByLink ? ', by a link' : ''
  const seen = seenAt ? `, read ${formatDateForStaff(londonDate(seenAt))}${byLink}` : ', not read yet'
  return `${how}${why}${channel === 'in_service' ? seen : ''}`
}

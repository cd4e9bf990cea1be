import { Tag } from '@/components/nhs/tag'
import type { DocumentLinkFact, DocumentLinkView } from '@/lib/document-links/document-link'
import { LINK_STATE_LABELS } from '@/lib/document-links/labels'
import { mayBeRevoked } from '@/lib/document-links/link-rules'
import { storyLines } from '@/lib/document-links/link-story'
import { formatInstantForStaff } from '@/lib/nhs/instant'
import { routes } from '@/lib/platform/routes'
import { CHANNEL_LABELS } from '@/lib/treatment-summaries/labels'

/** The links of a summary, newest first: where each stands and what became of it. */
export function LinkTable({ links }: { links: readonly DocumentLinkView[] }) {
  if (links.length === 0) return <p>No link has been made yet.</p>
  return (
    <table className="app-list">
      <caption>Links, newest first</caption>
      <thead>
        <tr>
          <th scope="col">Made</th>
          <th scope="col">For</th>
          <th scope="col">State</th>
          <th scope="col">What became of it</th>
        </tr>
      </thead>
      <tbody>
        {links.map((link) => (
          <tr key={link.id}>
            <th scope="row">
              {formatInstantForStaff(link.issuedAt)} by {link.issuedBy}
            </th>
            <td data-label="For">
              {link.practice}, version {link.versionNumber}, {CHANNEL_LABELS[link.channel].toLowerCase()}
            </td>
            <td data-label="State">
              <State link={link} />
            </td>
            <td data-label="What became of it">
              <Story facts={link.facts} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function State({ link: { id, patientId, state, expiresAt } }: { link: DocumentLinkView }) {
  const { label, colour } = LINK_STATE_LABELS[state]
  return (
    <>
      <Tag colour={colour}>{label}</Tag>
      {state === 'live' ? (
        <>
          <br />
          until {formatInstantForStaff(expiresAt)}
        </>
      ) : null}
      {mayBeRevoked(state) ? (
        <>
          <br />
          <a href={routes.revokeDocumentLink(patientId, id)}>
            Revoke<span className="nhsuk-u-visually-hidden"> this link</span>
          </a>
        </>
      ) : null}
    </>
  )
}

function Story({ facts }: { facts: readonly DocumentLinkFact[] }) {
  const lines = storyLines(facts)
  if (lines.length === 0) return 'Not opened yet'
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

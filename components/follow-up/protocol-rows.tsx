import { Tag } from '@/components/nhs/tag'
import type { ProtocolList, ProtocolRow } from '@/lib/follow-up/list-protocols'
import { PUBLICATION_STATE_LABELS } from '@/lib/follow-up/protocol-labels'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { londonDate } from '@/lib/nhs/instant'
import { routes } from '@/lib/platform/routes'

type Organisation = ProtocolList[number]

/** The protocols that ship, against what an organisation has published of them. */
export function ProtocolRows({ organisation }: { organisation: Organisation }) {
  const published = organisation.protocols.filter(({ standing }) => standing?.kind === 'published').length
  return (
    <table className="app-list">
      <caption>
        {organisation.name}: {published} of {organisation.protocols.length} published
      </caption>
      <thead>
        <tr>
          <th scope="col">Protocol</th>
          <th scope="col">Cancers</th>
          <th scope="col">Here now</th>
          <th scope="col">Versions to read</th>
        </tr>
      </thead>
      <tbody>
        {organisation.protocols.map((protocol) => (
          <tr key={protocol.code}>
            <th scope="row">{protocol.title}</th>
            <td data-label="Cancers">{protocol.tumourGroup}</td>
            <td data-label="Here now">
              <Standing standing={protocol.standing} />
            </td>
            <td data-label="Versions">
              <Versions organisationId={organisation.id} protocol={protocol} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Standing({ standing }: Pick<ProtocolRow, 'standing'>) {
  const { label, colour } = PUBLICATION_STATE_LABELS[standing?.kind ?? 'not_published']
  return (
    <>
      <Tag colour={colour}>{label}</Tag>
      {standing ? ` version ${standing.version}, ${formatDateForStaff(londonDate(standing.at))}` : null}
    </>
  )
}

function Versions({ organisationId, protocol }: { organisationId: string; protocol: ProtocolRow }) {
  const { code, title, shipped, standing } = protocol
  return (
    <ul>
      {shipped.map((version, place) => (
        <li key={version} className="mb-3">
          <a href={routes.protocol(organisationId, code, version)}>
            <span className="app-hidden">{title}, version </span>
            {version}
          </a>
          {place === 0 && standing?.kind === 'published' && standing.version !== version ? ' new' : null}
        </li>
      ))}
    </ul>
  )
}

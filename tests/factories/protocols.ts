import { readdirSync, readFileSync } from 'node:fs'
import type { Pool } from 'pg'
import { uuidv7 } from 'uuidv7'
import { parseProtocol, type Protocol } from '@/lib/follow-up/protocol'
import { knownTests } from '@/lib/results/known-tests'

const FOLDER = 'prisma/reference/protocols'

/** A protocol that ships, by the name of its file: the first version has that of the protocol alone. */
export function knownProtocol(name: string): Protocol {
  return parseProtocol(readFileSync(`${FOLDER}/${name}.yaml`, 'utf8'), knownTests())
}

/** The first version of every protocol that ships. */
function firstVersions(): Protocol[] {
  return readdirSync(FOLDER)
    .map((file) => file.replace(/\.yaml$/, ''))
    .filter((name) => !name.includes('.'))
    .map(knownProtocol)
}

/**
 * Has a trust publish the first version of every protocol that ships, as rows; what it has published already stays.
 *
 * @param owner connections that may put rows in
 */
export async function publishedFirstVersions(owner: Pool, odsCode: string): Promise<void> {
  for (const protocol of firstVersions()) await publishedAs(owner, odsCode, protocol, 1)
}

/** A trust with one hospital team, of urology, that has published the first version of every protocol. */
export async function trustWithProtocols(
  owner: Pool,
  odsCode: string,
): Promise<{ odsCode: string; teamCode: string }> {
  const [organisationId, teamCode] = [uuidv7(), `${odsCode}-UROLOGY`]
  await owner.query(
    `insert into organisation (id, ods_code, name, kind) values ($1, $2, 'Trust ' || $2, 'nhs_trust')`,
    [organisationId, odsCode],
  )
  await owner.query(
    `insert into team (id, organisation_id, code, name, kind, tumour_group)
     select $1, $2, $3, 'Urology team ' || $3, kind, tumour_group from team where code = 'ZT102-UROLOGY'`,
    [uuidv7(), organisationId, teamCode],
  )
  await publishedFirstVersions(owner, odsCode)
  return { odsCode, teamCode }
}

/** Has a trust publish a protocol, shipped or not, as the given word on it. */
export async function publishedAs(
  owner: Pool,
  odsCode: string,
  protocol: Protocol,
  number: number,
): Promise<void> {
  await owner.query(
    `insert into protocol_publication
       (id, organisation_id, protocol_code, number, kind, protocol_version, content, sites, approved_by, approved_on)
     select $1, id, $2, $3, 'published', $4, $5, $6, 'Cancer board', '2026-11-20' from organisation where ods_code = $7
     on conflict (organisation_id, protocol_code, number) do nothing`,
    [uuidv7(), protocol.id, number, protocol.version, JSON.stringify(protocol), protocol.sites, odsCode],
  )
}

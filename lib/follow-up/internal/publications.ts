import 'server-only'
import type { Tx } from '@/lib/platform/database'
import { standingPublications, type PublicationFact } from '../publication'
import type { Protocol } from '../protocol'

const PUBLICATION_LOCK = 481017

export type PublicationRow = PublicationFact & {
  id: string
  organisationId: string
  approvedBy: string | null
  approvedOn: Date | null
  reason: string | null
  recordedAt: Date
  recordedById: string | null
}

/** All that these organisations said of their protocols, the latest first; without the protocols themselves. */
export async function readPublications(
  tx: Tx,
  where: { organisationId: string | { in: string[] }; protocolCode?: string | { in: string[] } },
): Promise<PublicationRow[]> {
  const rows = await tx.protocolPublication.findMany({
    where,
    orderBy: [{ protocolCode: 'asc' }, { number: 'desc' }],
    omit: { content: true, sites: true },
  })
  return rows.map(({ protocolCode, protocolVersion, ...row }) => ({
    ...row,
    protocol: protocolCode,
    version: protocolVersion,
  }))
}

/** Keeps whoever else would publish this protocol for the organisation waiting until the transaction ends. */
export async function lockPublications(tx: Tx, organisationId: string, code: string): Promise<void> {
  const key = `${organisationId} ${code}`
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${key}, ${PUBLICATION_LOCK}::bigint))`
}

/** The protocols that an organisation has published and not withdrawn, as it approved them, by title. */
export async function publishedProtocols(
  tx: Tx,
  organisationId: string,
  only: { icd10Code?: string; code?: string } = {},
): Promise<Protocol[]> {
  const { icd10Code, code } = only
  const facts = await readPublications(tx, { organisationId, ...(code && { protocolCode: code }) })
  const standing = [...standingPublications(facts).values()].filter(({ kind }) => kind === 'published')
  const rows = await tx.protocolPublication.findMany({
    where: {
      id: { in: standing.map(({ id }) => id) },
      ...(icd10Code && { sites: { has: icd10Code.slice(0, 3) } }),
    },
    select: { content: true },
  })
  return (
    rows
      // Written by this module alone, as a protocol that was checked when it was read.
      .map(({ content }) => content as Protocol)
      .sort((one, other) => one.title.localeCompare(other.title, 'en-GB'))
  )
}

/** The version that an organisation has published and not withdrawn; null where there is none. */
export async function publishedProtocol(
  tx: Tx,
  organisationId: string,
  code: string,
): Promise<Protocol | null> {
  const [protocol] = await publishedProtocols(tx, organisationId, { code })
  return protocol ?? null
}

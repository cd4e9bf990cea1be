import 'server-only'
import { staffNames } from '@/lib/accounts/staff-names'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDate, fromDatabaseDateOrNull } from '@/lib/platform/database-dates'
import type { Prisma } from '@/lib/platform/prisma-client/client'
import { parseDraftContent } from '../draft-content'
import type { Delivery, LiveSummary, ListedSummary, SignedVersion } from '../treatment-summary'

const relations = {
  patient: true,
  team: { include: { organisation: true } },
  versions: {
    orderBy: { number: 'desc' },
    omit: { content: true },
    include: { deliveries: { include: { team: { select: { name: true } } }, orderBy: { id: 'asc' } } },
  },
} satisfies Prisma.TreatmentSummaryInclude

type Row = Prisma.TreatmentSummaryGetPayload<{ include: typeof relations; omit: { content: true } }>
type Name = (id: string | null) => string

/** A patient's summary, whole; null where the patient has no such summary. */
export async function findLiveSummary(
  tx: Tx,
  patientId: string,
  summaryId: string,
): Promise<LiveSummary | null> {
  const row = await tx.treatmentSummary.findFirst({ where: { id: summaryId, patientId }, include: relations })
  return row && { ...listedSummaryOf(row, await namesIn(tx, [row])), content: parseDraftContent(row.content) }
}

/** All of a patient's summaries without what they say, the phase that ended last first. */
export async function listSummaries(tx: Tx, patientId: string): Promise<ListedSummary[]> {
  const rows = await tx.treatmentSummary.findMany({
    where: { patientId },
    omit: { content: true },
    include: relations,
    orderBy: [{ phaseEndedOn: 'desc' }, { id: 'desc' }],
  })
  const name = await namesIn(tx, rows)
  return rows.map((row) => listedSummaryOf(row, name))
}

function namesIn(tx: Tx, rows: readonly Row[]): Promise<Name> {
  return staffNames(
    tx,
    rows.flatMap((row) => [row.updatedById, ...row.versions.map((version) => version.signedById)]),
  )
}

function listedSummaryOf(row: Row, name: Name): ListedSummary {
  const { id, patientId, version, diagnosisId, phase, team } = row
  return {
    id,
    patientId,
    version,
    diagnosisId,
    phase,
    phaseEndedOn: fromDatabaseDate(row.phaseEndedOn),
    isDraft: row.draftedAt !== null,
    updatedAt: row.updatedAt,
    updatedBy: name(row.updatedById),
    team: { id: team.id, name: team.name, organisation: team.organisation.name, telephone: team.telephone },
    person: personOf(row.patient),
    versions: row.versions.map((signed) => versionOf(signed, name)),
  }
}

function personOf(patient: Row['patient']): LiveSummary['person'] {
  const { givenName, familyName, preferredName, nhsNumber, sharesWithPractice } = patient
  return {
    givenName,
    familyName,
    preferredName,
    nhsNumber,
    sharesWithPractice,
    bornOn: fromDatabaseDate(patient.bornOn),
    diedOn: fromDatabaseDateOrNull(patient.diedOn),
  }
}

function versionOf(version: Row['versions'][number], name: Name): SignedVersion {
  const { id, number, changes } = version
  return {
    id,
    number,
    changes,
    signedOn: fromDatabaseDate(version.signedOn),
    by: name(version.signedById),
    deliveries: version.deliveries.map(deliveryOf),
  }
}

function deliveryOf(row: Row['versions'][number]['deliveries'][number]): Delivery {
  const { id, recipient, teamId, team, recipientName, channel, note, seenAt } = row
  return {
    id,
    recipient,
    teamId,
    channel,
    note,
    seenAt,
    isSeenByLink: row.seenByLinkId !== null,
    to: team?.name ?? recipientName,
    sentOn: fromDatabaseDate(row.sentOn),
  }
}

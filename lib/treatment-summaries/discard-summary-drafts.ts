import 'server-only'
import type { AccessEntry } from '@/lib/access-log/record-access'
import type { Actor } from '@/lib/access/actor'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { findFrozenVersion } from './internal/frozen-versions'
import { listSummaries } from './internal/live-summary'
import type { ListedSummary } from './treatment-summary'

type Which = { patientId: string; teamId?: string; diagnosisId?: string }

/**
 * Discards what is being written and not signed: a draft goes, and what was opened to be amended stands as it was signed.
 * For who has the patient open; the caller closes the tasks.
 *
 * @param which of one team or one diagnosis, where it says so
 * @param keep `amendments`: only what was never signed goes
 * @returns the entries in the access log, to be written in one with the caller's own
 */
export async function discardSummaryDrafts(
  tx: Tx,
  actor: Actor,
  { patientId, teamId, diagnosisId }: Which,
  keep?: 'amendments',
): Promise<AccessEntry[]> {
  const drafts = (await listSummaries(tx, patientId)).filter(
    (summary) =>
      summary.isDraft &&
      (!teamId || summary.team.id === teamId) &&
      (!diagnosisId || summary.diagnosisId === diagnosisId),
  )
  const unsigned = drafts.filter(({ versions }) => versions.length === 0)
  const amended = keep ? [] : drafts.filter(({ versions }) => versions.length > 0)
  for (const summary of amended) await standAsSigned(tx, actor, summary)
  if (unsigned.length > 0) {
    const ids = unsigned.map(({ id }) => id)
    await tx.$queryRaw`select access.discard_summary_drafts(${patientId}::uuid, ${ids}::uuid[])`
  }
  return [...unsigned, ...amended].map(({ id }) => ({
    event: 'treatment_summary.discarded',
    patientId,
    entityId: id,
  }))
}

async function standAsSigned(
  tx: Tx,
  actor: Actor,
  { id, patientId, versions }: ListedSummary,
): Promise<void> {
  const [last] = versions
  const frozen = last && (await findFrozenVersion(tx, last.id))
  if (!frozen) return
  const { amendmentReason, sections } = frozen.content
  await tx.treatmentSummary.updateMany({
    where: { id, patientId },
    data: {
      draftedAt: null,
      content: { amendmentReason, sections },
      version: { increment: 1 },
      updatedAt: now(),
      updatedById: actor.staffId,
    },
  })
}

import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { isUuid, openPatient } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { NotFound } from '@/lib/platform/errors'
import { findFrozenVersion, type FrozenVersion } from './internal/frozen-versions'
import { findLiveSummary } from './internal/live-summary'
import type { SignedVersion } from './treatment-summary'

export type VersionPage = FrozenVersion & { line: SignedVersion; newestNumber: number }

type Wanted = { patientId: string; summaryId: string; number: string }

/** A version of a summary, frozen. @throws NotFound, NotAllowed */
export async function getSummaryVersion(
  actor: Actor,
  { patientId, summaryId, number }: Wanted,
): Promise<VersionPage> {
  return asActor(actor, async (tx) => {
    await openPatient(tx, actor, patientId, ['treatment_summary', 'read'])
    const summary = isUuid(summaryId) ? await findLiveSummary(tx, patientId, summaryId) : null
    const line = summary?.versions.find((version) => String(version.number) === number)
    const version = line && (await findFrozenVersion(tx, line.id))
    if (!summary || !version) throw new NotFound()
    await recordAccess(tx, {
      event: 'treatment_summary.viewed',
      patientId,
      entityId: line.id,
      detail: { version: line.number },
    })
    return { ...version, line, newestNumber: summary.versions[0]?.number ?? line.number }
  })
}

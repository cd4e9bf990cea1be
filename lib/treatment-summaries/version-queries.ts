import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { isUuid, openPatient } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import type { Tx } from '@/lib/platform/database'
import { NotFound } from '@/lib/platform/errors'
import { findFrozenVersion, type FrozenVersion } from './internal/frozen-versions'
import { findLiveSummary } from './internal/live-summary'
import type { SignedVersion } from './treatment-summary'

export type VersionPage = FrozenVersion & { line: SignedVersion; newestNumber: number }

type Wanted = { patientId: string; summaryId: string; number: string }

/** A version of a summary, frozen. @throws NotFound, NotAllowed */
export async function getSummaryVersion(actor: Actor, wanted: Wanted): Promise<VersionPage> {
  return asActor(actor, async (tx) => {
    await openPatient(tx, actor, wanted.patientId, ['treatment_summary', 'read'])
    const version = await versionOf(tx, wanted)
    await recordAccess(tx, {
      event: 'treatment_summary.viewed',
      patientId: wanted.patientId,
      entityId: version.line.id,
      detail: { version: version.number },
    })
    return version
  })
}

/** Which paper of a summary is made. */
export type PrintedCopy = 'letter' | 'person' | 'person_large_print'

/**
 * A version of a summary to be made a PDF of. One that is no longer as it was signed is not found: paper that leaves the
 * service must be what the signature stands for.
 *
 * @throws NotFound, NotAllowed
 */
export async function getSummaryVersionToPrint(
  actor: Actor,
  wanted: Wanted,
  copy: PrintedCopy,
): Promise<FrozenVersion> {
  return asActor(actor, async (tx) => {
    await openPatient(tx, actor, wanted.patientId, ['treatment_summary', 'print'])
    const version = await versionOf(tx, wanted)
    if (!version.isIntact) throw new NotFound()
    await recordAccess(tx, {
      event: 'treatment_summary.printed',
      patientId: wanted.patientId,
      entityId: version.line.id,
      detail: { version: version.number, copy },
    })
    return version
  })
}

async function versionOf(tx: Tx, { patientId, summaryId, number }: Wanted): Promise<VersionPage> {
  const summary = isUuid(summaryId) ? await findLiveSummary(tx, patientId, summaryId) : null
  const line = summary?.versions.find((version) => String(version.number) === number)
  const version = line && (await findFrozenVersion(tx, line.id))
  if (!summary || !version) throw new NotFound()
  return { ...version, line, newestNumber: summary.versions[0]?.number ?? line.number }
}

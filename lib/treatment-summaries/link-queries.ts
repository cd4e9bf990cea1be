import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { isUuid, openPatient } from '@/lib/access/care-context'
import { mayUnderCare } from '@/lib/access/policy'
import { recordAccess } from '@/lib/access-log/record-access'
import { listCaringTeams } from '@/lib/care-teams/current-teams'
import type { DocumentLinkView } from '@/lib/document-links/document-link'
import { listLinks } from '@/lib/document-links/list-links'
import { NotFound } from '@/lib/platform/errors'
import { findLiveSummary } from './internal/live-summary'
import { linkFault } from './sending-rules'
import type { LiveSummary } from './treatment-summary'

export type SummaryLinksPage = {
  summary: LiveSummary
  /** Of the practice that the person is registered with today. */
  practice: string | null
  /** Why no link can be made now, in words; null if one can. */
  fault: string | null
  /** Newest first, of every version. */
  links: DocumentLinkView[]
}

/** The links of a summary, for the hospital team that makes them. @throws NotFound, NotAllowed */
export async function getSummaryLinks(
  actor: Actor,
  { patientId, summaryId }: { patientId: string; summaryId: string },
): Promise<SummaryLinksPage> {
  return asActor(actor, async (tx) => {
    const context = await openPatient(tx, actor, patientId, ['document_link', 'read'])
    const summary = isUuid(summaryId) ? await findLiveSummary(tx, patientId, summaryId) : null
    if (!summary) throw new NotFound()
    const teams = await listCaringTeams(tx, patientId)
    const practice = teams.find(({ kind }) => kind === 'practice') ?? null
    const deliveryIds = summary.versions.flatMap(({ deliveries }) => deliveries.map(({ id }) => id))
    const links = await listLinks(tx, { patientId, deliveryIds })
    const faults = [
      summary.person.diedOn ? 'This person has died: nothing more is sent' : null,
      mayUnderCare(context, 'document_link', 'create').allowed
        ? null
        : 'You may look at links, not make them',
      teams.some(({ id }) => id === summary.team.id)
        ? null
        : `${summary.team.name} no longer cares for this person`,
      linkFault({ ...summary, practice }),
    ]
    await recordAccess(tx, {
      event: 'treatment_summary.viewed',
      patientId,
      entityId: summaryId,
      detail: { part: 'links' },
    })
    return { summary, practice: practice?.name ?? null, fault: faults.find((fault) => fault) ?? null, links }
  })
}

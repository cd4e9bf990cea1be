import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { actingTeam, openPatient } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { NotFound } from '@/lib/platform/errors'
import { DRAFT_FORM, readCourse } from './internal/assessment-course'
import { staleDraft } from './internal/stale-draft'
import type { discardDraftSchema } from './schema'

/**
 * Throws an assessment in progress away. What asked for the assessment stays open.
 *
 * @param input `version`: the one that was shown
 * @throws NotFound, NotAllowed, Stale if somebody saved since
 */
export async function discardDraft(actor: Actor, input: z.output<typeof discardDraftSchema>): Promise<null> {
  const { patientId, version } = input
  return asActor(actor, async (tx) => {
    const context = await openPatient(tx, actor, patientId, ['assessment_draft', 'update'])
    const place = { patientId, teamId: actingTeam(context, input.teamId), form: DRAFT_FORM }
    const { count } = await tx.draft.deleteMany({ where: { ...place, version } })
    if (count === 0) {
      const { draft } = await readCourse(tx, patientId, place.teamId)
      throw draft ? await staleDraft(tx, actor, draft) : new NotFound()
    }
    await recordAccess(tx, { event: 'needs_assessment.draft_discarded', patientId, detail: { version } })
    return null
  })
}

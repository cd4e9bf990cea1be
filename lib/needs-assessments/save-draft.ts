import 'server-only'
import { isDeepStrictEqual } from 'node:util'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { actingTeam, openPatient } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { RuleBroken } from '@/lib/platform/errors'
import type { FieldError } from '@/lib/platform/form-state'
import { catalogueOf } from './catalogue'
import { draftContentSchema, type DraftContent } from './draft-content'
import { draftDifferences } from './draft-differences'
import { DRAFT_FORM, readCourse } from './internal/assessment-course'
import { checkDraft } from './internal/check-draft'
import { staleDraft } from './internal/stale-draft'
import type { saveDraftSchema } from './schema'

type Place = { patientId: string; teamId: string }

/**
 * Keeps an assessment in progress exactly as typed, for the actor's team and any of its devices.
 *
 * @param input `version`: the one that was shown; 0 where there was no draft yet. `isFinished`: say what is missing
 * @returns the version it has now, and what is missing. Saving again what is stored already changes nothing
 * @throws NotFound, also for a catalogue that does not exist; NotAllowed
 * @throws Stale if somebody saved something else meanwhile, with both; RuleBroken if it was filed or discarded
 */
export async function saveDraft(
  actor: Actor,
  input: z.output<typeof saveDraftSchema>,
): Promise<{ version: number; problems: FieldError[] }> {
  return asActor(actor, async (tx) => {
    const { patientId, content } = input
    const context = await openPatient(tx, actor, patientId, ['assessment_draft', 'update'])
    const place = { patientId, teamId: actingTeam(context, input.teamId) }
    await catalogueOf(tx, content.catalogueVersion)
    const version = await writeDraft(tx, actor, place, input)
    const problems = input.isFinished ? await problemsOf(tx, place, content) : []
    await recordAccess(tx, { event: 'needs_assessment.draft_saved', patientId, detail: { version } })
    return { version, problems }
  })
}

async function problemsOf(tx: Tx, place: Place, content: DraftContent): Promise<FieldError[]> {
  const course = await readCourse(tx, place.patientId, place.teamId)
  const checked = await checkDraft(tx, course, content)
  return checked.ok ? [] : checked.problems
}

async function writeDraft(
  tx: Tx,
  actor: Actor,
  place: Place,
  { content, version }: { content: DraftContent; version: number },
): Promise<number> {
  const written = { content, updatedAt: now(), updatedById: actor.staffId }
  const { count } =
    version === 0
      ? await tx.draft.createMany({
          data: { ...place, form: DRAFT_FORM, ...written, createdAt: now(), createdById: actor.staffId },
          skipDuplicates: true,
        })
      : await tx.draft.updateMany({
          where: { ...place, form: DRAFT_FORM, version },
          data: { ...written, version: { increment: 1 } },
        })
  return count === 1 ? version + 1 : unwritten(tx, actor, place, content)
}

/** The draft is not what was shown: the same as this already, gone, or somebody else's work. */
async function unwritten(tx: Tx, actor: Actor, place: Place, content: DraftContent): Promise<number> {
  const stored = await tx.draft.findFirst({ where: { ...place, form: DRAFT_FORM } })
  if (!stored)
    throw new RuleBroken('This draft was filed or discarded meanwhile. Open the page again to begin anew')
  const theirs = draftContentSchema.parse(stored.content)
  if (isDeepStrictEqual(theirs, content)) return stored.version
  const { concerns } = await catalogueOf(tx, content.catalogueVersion)
  throw await staleDraft(tx, actor, stored, draftDifferences(theirs, content, concerns))
}

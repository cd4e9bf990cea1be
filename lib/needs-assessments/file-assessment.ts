import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { actingTeam, openPatient } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { RuleBroken } from '@/lib/platform/errors'
import { dateDoubts } from './date-doubts'
import { draftContentSchema, type DraftContent } from './draft-content'
import { factsOf, readCourse, type AssessmentCourse, type StoredDraft } from './internal/assessment-course'
import { checkDraft } from './internal/check-draft'
import { staleDraft } from './internal/stale-draft'
import { writeAssessment } from './internal/write-assessment'
import type { AssessmentAnswers } from './needs-assessment'
import type { fileAssessmentSchema } from './schema'

type Filing = Omit<z.output<typeof fileAssessmentSchema>, 'isDateRight'> & { isDateRight?: boolean }

/**
 * Files the draft as an assessment: whole, or not at all. Closes what asked for it, opens the care plan's task where
 * there are concerns, and removes the draft.
 *
 * @param input the version of the draft that was checked
 * @throws NotFound, NotAllowed, Stale if the draft was changed since, RuleBroken at the fields that are not answered, or
 *   where the date is in doubt and nobody said that it is right
 */
export async function fileAssessment(actor: Actor, input: Filing): Promise<{ assessmentId: string }> {
  const { patientId } = input
  return asActor(actor, async (tx) => {
    const context = await openPatient(tx, actor, patientId, ['needs_assessment', 'create'])
    const teamId = actingTeam(context, input.teamId)
    const course = await readCourse(tx, patientId, teamId)
    if (!course.draft) throw new RuleBroken(ALREADY_GONE)
    if (course.draft.version !== input.version) throw await staleDraft(tx, actor, course.draft)
    const content = contentToFile(course)
    const checked = await checkDraft(tx, course, content)
    if (!checked.ok) throw new RuleBroken(checked.problems)
    if (!input.isDateRight) requireNoDoubt(course, checked.answers)
    await takeDraft(tx, course.draft)
    const assessmentId = await writeAssessment(tx, actor, {
      patientId,
      teamId,
      catalogueVersion: content.catalogueVersion,
      answers: checked.answers,
      course,
    })
    await recordAccess(tx, {
      event: 'needs_assessment.completed',
      patientId,
      entityId: assessmentId,
      detail: { mode: checked.answers.mode, concerns: checked.answers.concerns.length },
    })
    return { assessmentId }
  })
}

const ALREADY_GONE = 'This draft was filed or discarded meanwhile. See the list of assessments'

function contentToFile({ draft, latest }: AssessmentCourse): DraftContent {
  const content = draftContentSchema.parse(draft?.content)
  if (content.followsId !== (latest?.id ?? null))
    throw new RuleBroken(
      'Another assessment was filed since this one was begun. Open the form again: it then starts from that one',
    )
  return content
}

function requireNoDoubt(course: AssessmentCourse, { completedOn }: AssessmentAnswers): void {
  if (dateDoubts(completedOn, factsOf(course), today()).length > 0)
    throw new RuleBroken([
      { field: 'isDateRight', message: 'Confirm that the date is right, or go back and change it' },
    ])
}

/** Removes the draft, which also keeps anybody else from filing it. */
async function takeDraft(tx: Tx, { id, version }: StoredDraft): Promise<void> {
  const { count } = await tx.draft.deleteMany({ where: { id, version } })
  if (count !== 1) throw new RuleBroken(ALREADY_GONE)
}

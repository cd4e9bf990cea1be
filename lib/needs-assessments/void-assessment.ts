import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { openPatient } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { isAgreedFrom } from '@/lib/care-plans/agreed-from'
import type { Tx } from '@/lib/platform/database'
import { NotFound, RuleBroken } from '@/lib/platform/errors'
import { voidFact } from '@/lib/platform/voided-facts'
import { closeTasks } from '@/lib/tasks/close-tasks'
import { reopenSuperseded } from '@/lib/tasks/reopen-superseded'
import { obligationsLeft, owingTeam } from './internal/after-voiding'
import { factsOf, obligationsIn, readCourse, type AssessmentCourse } from './internal/assessment-course'
import { followInLedger } from './internal/follow-in-ledger'
import { ledgerChange } from './offer-rules'
import type { voidAssessmentSchema } from './schema'

/**
 * Marks an assessment as recorded in error. It stays readable, and counts for nothing more: what it met is open again,
 * nobody is to agree a plan from it, and the one before is the last. A plan that was agreed from it stands.
 *
 * @throws NotFound, NotAllowed, RuleBroken if it was voided before
 */
export async function voidAssessment(
  actor: Actor,
  input: z.output<typeof voidAssessmentSchema>,
): Promise<null> {
  const { patientId, assessmentId, reason } = input
  return asActor(actor, async (tx) => {
    const context = await openPatient(tx, actor, patientId, ['needs_assessment', 'void'])
    const row = await tx.needsAssessment.findFirst({
      where: { id: assessmentId, patientId },
      select: { teamId: true },
    })
    if (!row) throw new NotFound()
    const teamId = owingTeam(context, row.teamId)
    const before = await readCourse(tx, patientId, teamId)
    const voiding = { patientId, entity: 'needs_assessment', entityId: assessmentId, reason }
    if (!(await voidFact(tx, { ...voiding, recordedById: actor.staffId })))
      throw new RuleBroken('This assessment was marked as recorded in error already')
    const after = await readCourse(tx, patientId, teamId)
    await followInLedger(tx, {
      patientId,
      teamId,
      change: ledgerChange(obligationsIn(before), obligationsLeft(factsOf(after), after.standards)),
      closures: { offer_assessment: 'superseded', record_assessment: 'superseded' },
    })
    await movePlanning(tx, { patientId, assessmentId, before, after })
    await recordAccess(tx, { event: 'needs_assessment.voided', patientId, entityId: assessmentId })
    return null
  })
}

type Planning = {
  patientId: string
  assessmentId: string
  before: AssessmentCourse
  after: AssessmentCourse
}

/** What was to be planned for from this assessment is not; what it had taken the place of is again. */
async function movePlanning(tx: Tx, { patientId, assessmentId, before, after }: Planning): Promise<void> {
  const kinds = ['agree_care_plan'] as const
  if (!(await isAgreedFrom(tx, patientId, assessmentId)))
    await closeTasks(tx, {
      patientId,
      subjectId: assessmentId,
      kinds,
      how: 'superseded',
      why: 'The assessment was recorded in error',
    })
  const isLast = before.latest?.id === assessmentId
  if (isLast && after.latest && !after.life.diedOn)
    await reopenSuperseded(tx, { patientId, subjectId: after.latest.id, kind: 'agree_care_plan' })
}

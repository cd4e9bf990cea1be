import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { actingTeam, openPatient } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { reconsiderReviews } from '@/lib/cancer-care-reviews/reconsider-reviews'
import { findRegisteredPractice } from '@/lib/care-teams/current-teams'
import { getStandards } from '@/lib/care-teams/standards'
import { reconsiderFollowUp } from '@/lib/follow-up/follow-patient'
import { oweMessagesAgain } from '@/lib/messages/stop-for-the-dead'
import { offerDueAfterDiagnosis } from '@/lib/needs-assessments/due-dates'
import { today } from '@/lib/platform/clock'
import { RuleBroken } from '@/lib/platform/errors'
import { askAgainAfterDeath } from '@/lib/practice-requests/follow-death'
import { oweContactsAgain } from '@/lib/re-access/follow-care'
import { openTasks } from '@/lib/tasks/open-task'
import { reopenAfterDeath } from '@/lib/tasks/reopen-after-death'
import { TASK_KINDS } from '@/lib/tasks/task-kinds'
import { sendStandingSummaries } from '@/lib/treatment-summaries/send-standing-summaries'
import { practiceToFind } from './first-tasks'
import { changeRecord, getRecord } from './internal/change-record'
import type { correctDeathSchema } from './schema'

/**
 * Takes back a death that was recorded by mistake. What its recording closed is opened again; where it had closed
 * nothing of a hospital's, an offer of an assessment is, so that the person is not forgotten. Drafts that were discarded do not come back.
 *
 * @throws NotFound, NotAllowed (a practice may not), Stale; RuleBroken if no death is recorded
 */
export async function correctDeath(
  actor: Actor,
  { patientId, version, reason }: z.output<typeof correctDeathSchema>,
): Promise<null> {
  return asActor(actor, async (tx) => {
    const context = await openPatient(tx, actor, patientId, ['death', 'void'])
    const { diedOn } = await getRecord(tx, patientId)
    if (!diedOn) throw new RuleBroken('No death is recorded for this person')
    const because = { correctionReason: { from: null, to: reason } }
    await changeRecord(tx, actor, { patientId, version, fields: { diedOn: null }, alongside: because })
    const reopened = await reopenAfterDeath(tx, patientId)
    await reconsiderReviews(tx, [patientId])
    await askAgainAfterDeath(tx, actor, patientId)
    await oweContactsAgain(tx, patientId)
    await oweMessagesAgain(tx, patientId)
    await reconsiderFollowUp(tx, patientId)
    if (!(await findRegisteredPractice(tx, patientId)))
      await openTasks(tx, [practiceToFind(patientId, actingTeam(context), today())])
    await sendStandingSummaries(tx, actor, patientId)
    if (reopened.every((kind) => TASK_KINDS[kind].worker === 'practice')) {
      const teamId = actingTeam(context)
      const dueOn = offerDueAfterDiagnosis(today(), await getStandards(tx, teamId))
      await openTasks(tx, [{ kind: 'offer_assessment', patientId, teamId, dueOn }])
    }
    await recordAccess(tx, {
      event: 'patient.death_corrected',
      patientId,
      detail: { reopened: reopened.length },
    })
    return null
  })
}

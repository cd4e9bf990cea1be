import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { recordEveryAccess } from '@/lib/access-log/record-access'
import { followMessagesAtEndOfCare } from '@/lib/messages/follow-end-of-care'
import { discardDraftsAbout } from '@/lib/needs-assessments/discard-drafts-about'
import { today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { toDatabaseDate } from '@/lib/platform/database-dates'
import { NotFound } from '@/lib/platform/errors'
import { followEndOfCare } from '@/lib/practice-requests/follow-end-of-care'
import { followContactsAtEndOfCare } from '@/lib/re-access/follow-care'
import { followEndOfCare as followInReviews } from '@/lib/review-actions/follow-end-of-care'
import { endTeamTasks } from '@/lib/tasks/end-team-tasks'
import { discardSummaryDrafts } from '@/lib/treatment-summaries/discard-summary-drafts'

type Ending = { patientId: string; teamId: string; handTo: string | null; reason: string }

/**
 * Ends the care of a team of the actor's from today, with its drafts, and what it has open: handed to another team, or
 * closed.
 *
 * @returns how many were open
 * @throws NotFound if it has ended already
 */
export async function letGo(tx: Tx, actor: Actor, ending: Ending): Promise<number> {
  const { patientId, teamId, reason } = ending
  await followEndOfCare(tx, actor, ending)
  await followContactsAtEndOfCare(tx, actor, ending)
  await followInReviews(tx, actor, ending)
  await followMessagesAtEndOfCare(tx, actor, ending)
  const tasks = await endTeamTasks(tx, actor, ending)
  await discardDraftsAbout(tx, patientId, teamId)
  await recordEveryAccess(tx, await discardSummaryDrafts(tx, actor, { patientId, teamId }))
  const { count } = await tx.careRelationship.updateMany({
    where: { patientId, teamId, endedOn: null },
    data: { endedOn: toDatabaseDate(today()), endedReason: reason },
  })
  if (count !== 1) throw new NotFound()
  return tasks
}

import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { addDays } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { openTasks } from '@/lib/tasks/open-task'
import { meetTask, type OneTask } from '@/lib/tasks/team-task'
import { listCaringTeams } from '../current-teams'

/** Somebody whose referral was declined needs another way within a week: our own standard, with no national one. */
const DAYS_TO_REPLACE_REFERRAL = 7

/**
 * Gives a referral back: to the team that referred; where it has let go of the person meanwhile, to every other team that
 * has not. Each owes another way.
 *
 * @returns a team that it went back to; null, and nothing done, where no other hospital or community team cares
 */
export async function giveBack(
  tx: Tx,
  actor: Actor,
  task: OneTask & { patientId: string },
  reason: string,
): Promise<string | null> {
  const { patientId, teamId, subjectId } = task
  const others = (await listCaringTeams(tx, patientId)).filter(
    ({ id, kind }) => kind !== 'practice' && id !== teamId,
  )
  const referring = others.filter(({ id }) => id === subjectId)
  const backTo = referring.length > 0 ? referring : others
  const [first] = backTo
  if (!first) return null
  await meetTask(tx, actor, task, reason)
  const dueOn = addDays(today(), DAYS_TO_REPLACE_REFERRAL)
  await openTasks(
    tx,
    backTo.map(({ id }) => ({
      kind: 'replace_declined_referral',
      patientId,
      teamId: id,
      dueOn,
      subjectId: teamId,
      detail: reason,
    })),
  )
  return first.id
}

import 'server-only'
import type { Tx } from '@/lib/platform/database'
import { RuleBroken } from '@/lib/platform/errors'
import type { Prisma } from '@/lib/platform/prisma-client/client'
import { closeTasks } from '@/lib/tasks/close-tasks'
import { reconsiderPathway } from './reconsider-pathway'

/** Works out anew what is owed on every pathway of a patient, for who has the patient open: a death was taken back. */
export async function reconsiderFollowUp(tx: Tx, patientId: string): Promise<void> {
  const pathways = await tx.followUpPathway.findMany({
    where: { patientId },
    orderBy: { id: 'asc' },
    select: { id: true },
  })
  for (const { id } of pathways) await reconsiderPathway(tx, id)
}

type Held = { patientId: string; teamId: string }

/** The pathways of a patient on which a team has, or may come to have, something open: they go on, or a test waits. */
export function heldBy({ patientId, teamId }: Held): Prisma.FollowUpPathwayWhereInput {
  return { patientId, teamId, OR: [{ endedOn: null }, { tests: { some: { settledAt: null } } }] }
}

/**
 * A team that follows somebody up, or waits for a result, does not let go of them: nobody would be left to look.
 *
 * @throws RuleBroken saying what to do first
 */
export async function refuseWhileFollowingUp(tx: Tx, { patientId, teamId }: Held): Promise<void> {
  const pathway = await tx.followUpPathway.findFirst({
    where: heldBy({ patientId, teamId }),
    select: { endedOn: true },
  })
  if (!pathway) return
  throw new RuleBroken(
    pathway.endedOn === null
      ? 'This team follows the person up. Transfer follow-up to another team or end it first'
      : 'A test of the follow-up by this team still waits for its result, or for the person to be told. See to it first',
  )
}

/**
 * A diagnosis that was recorded in error asks for no decision about follow-up.
 *
 * @throws RuleBroken while a pathway after it goes on
 */
export async function leaveNoFollowUpOf(
  tx: Tx,
  { patientId, diagnosisId }: { patientId: string; diagnosisId: string },
): Promise<void> {
  if (await tx.followUpPathway.findFirst({ where: { patientId, diagnosisId, endedOn: null } }))
    throw new RuleBroken(
      'The person is on follow-up after this diagnosis. End the follow-up first, then mark the diagnosis',
    )
  await closeTasks(tx, { patientId, subjectId: diagnosisId, kinds: ['decide_follow_up'], how: 'superseded' })
}

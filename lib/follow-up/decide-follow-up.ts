import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { recordAccess } from '@/lib/access-log/record-access'
import { now } from '@/lib/platform/clock'
import { toDatabaseDate } from '@/lib/platform/database-dates'
import type { Tx } from '@/lib/platform/database'
import type { Prisma } from '@/lib/platform/prisma-client/client'
import { judgeAgain } from '@/lib/results/judge-again'
import { closeTasks } from '@/lib/tasks/close-tasks'
import { countDoneBefore } from './internal/count-done-before'
import type { DecideFollowUp } from './internal/decide-input'
import { carryOver, type PathwayBefore } from './internal/pathway-before'
import { writeBeginning } from './internal/pathway-letters'
import { openFollowUp } from './internal/pathway-under-change'
import { recordPathwayEvent } from './internal/record-pathway-event'
import { keepProtocol } from './internal/keep-protocol'
import { weighDecision } from './internal/weigh-decision'
import type { Protocol } from './protocol'
import { reconsiderPathway } from './reconsider-pathway'
import type { Stratification } from './stratify'

/**
 * Records a clinician's decision about follow-up and opens the pathway that follows, with the protocol as the trust has
 * published it today, by which the results since the day it counts from are judged at once. It ends the pathway of this
 * diagnosis before it: a change is another decision. A call back to clinic and repeats that are open there go along, and
 * a test that was just done counts. Handing over to the practice is a pathway that ends at once, with the letter.
 *
 * @returns the pathway's id
 * @throws NotFound, NotAllowed
 * @throws RuleBroken if something must be done or said first, or the person has died
 */
export async function decideFollowUp(actor: Actor, input: DecideFollowUp): Promise<{ pathwayId: string }> {
  const { patientId, diagnosisId } = input
  return asActor(actor, async (tx) => {
    const context = await openFollowUp(tx, actor, patientId, ['stratification_decision', 'sign'])
    const { teamId, before, weighed, check, chosen } = await weighDecision(tx, context, input)
    const decisionId = await writeDecision(tx, actor, { ...input, teamId, weighed })
    if (before) await endTheOneBefore(tx, actor, before, input)
    const pathwayId = await openPathway(tx, actor, { ...input, teamId, decisionId, chosen })
    if (before) await carryOver(tx, actor, before, { ...input, id: pathwayId, teamId })
    const counted = await countDoneBefore(tx, actor, { id: pathwayId, patientId, teamId })
    await closeTasks(tx, { patientId, subjectId: diagnosisId, kinds: ['decide_follow_up'], how: 'met' })
    await reconsiderPathway(tx, pathwayId)
    if (chosen) await judgeAgain(tx, patientId)
    const letters = await writeBeginning(tx, actor, pathwayId)
    const { waived, overruled } = check
    const detail = { stream: input.stream, waived: waived.length, overruled: overruled.length }
    await recordAccess(
      tx,
      { event: 'follow_up.decided', patientId, entityId: pathwayId, detail },
      ...counted,
      ...letters,
    )
    return { pathwayId }
  })
}

async function writeDecision(
  tx: Tx,
  actor: Actor,
  input: DecideFollowUp & { teamId: string; weighed: Stratification },
): Promise<string> {
  const { weighed, patientId, teamId, diagnosisId, stream, wishes, reasons, decidedOn } = input
  const id = uuidv7()
  await tx.stratificationDecision.createMany({
    data: [
      {
        id,
        patientId,
        teamId,
        diagnosisId,
        stream,
        criteria: weighed.criteria as Prisma.InputJsonObject,
        prerequisites: weighed.prerequisites as Prisma.InputJsonObject,
        wishes,
        canSelfManage: input.canSelfManage === 'yes',
        isDigital: weighed.isDigital,
        reasons,
        decidedOn: toDatabaseDate(decidedOn),
        recordedAt: now(),
        recordedById: actor.staffId,
      },
    ],
  })
  return id
}

async function endTheOneBefore(
  tx: Tx,
  actor: Actor,
  { row }: PathwayBefore,
  { decidedOn, reasons }: DecideFollowUp,
): Promise<void> {
  const end = { kind: 'ended', on: decidedOn, end: 'pathway_changed', reason: reasons } as const
  await recordPathwayEvent(tx, actor, row, end)
  await reconsiderPathway(tx, row.id)
}

type Opening = DecideFollowUp & { teamId: string; decisionId: string; chosen: Protocol | null }

async function openPathway(tx: Tx, actor: Actor, opening: Opening): Promise<string> {
  const { patientId, diagnosisId, teamId, decisionId, anchorOn, decidedOn, chosen } = opening
  const id = uuidv7()
  await tx.followUpPathway.createMany({
    data: [
      {
        id,
        patientId,
        teamId,
        diagnosisId,
        decisionId,
        anchorOn: toDatabaseDate(anchorOn),
        startedOn: toDatabaseDate(decidedOn),
      },
    ],
  })
  if (opening.stream === 'discharge_to_practice') {
    const { letter, reasons } = opening
    const end = { kind: 'ended', on: decidedOn, end: 'discharged', reason: reasons, letter } as const
    await recordPathwayEvent(tx, actor, { id, patientId }, end)
  } else if (chosen) {
    const first = { patientId, pathwayId: id, number: 1, overrides: [], reason: null }
    await keepProtocol(tx, actor, { ...first, protocol: chosen })
  }
  return id
}

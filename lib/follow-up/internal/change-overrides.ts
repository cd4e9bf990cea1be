import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { recordAccess } from '@/lib/access-log/record-access'
import type { Tx } from '@/lib/platform/database'
import { NotFound, RuleBroken } from '@/lib/platform/errors'
import { judgeAgain } from '@/lib/results/judge-again'
import type { Override, PathwaySnapshot } from '../pathway'
import { reconsiderPathway } from '../reconsider-pathway'
import { keepProtocol } from './keep-protocol'
import { openFollowUp, refuseStalePathway } from './pathway-under-change'
import { readPathways } from './read-pathways'

type Place = { patientId: string; pathwayId: string; version: number; reason: string }
type Event = 'follow_up.changed_for_person' | 'follow_up.change_taken_back'

/** Keeps what is otherwise for one person from now on, and has what is owed and how results are judged follow. */
export async function changeOverrides(
  tx: Tx,
  actor: Actor,
  { patientId, pathwayId, version, reason }: Place,
  { event, next }: { event: Event; next: (snapshot: PathwaySnapshot) => Override[] },
): Promise<void> {
  await openFollowUp(tx, actor, patientId, ['follow_up_pathway', 'update'])
  const [known] = await readPathways(tx, { ids: [pathwayId], patientIds: [patientId] })
  if (!known?.snapshot) throw new NotFound()
  const { row, snapshot } = known
  await refuseStalePathway(tx, row, version)
  if (row.endedOn) throw new RuleBroken('Follow-up has ended. Nothing of it is changed any more')
  const overrides = next(snapshot)
  const number = (row.protocols[0]?.number ?? 0) + 1
  await keepProtocol(tx, actor, {
    ...{ patientId, pathwayId, number, reason, overrides },
    protocol: snapshot.protocol,
  })
  await tx.followUpPathway.updateMany({ where: { id: pathwayId }, data: { version: { increment: 1 } } })
  await judgeAgain(tx, patientId)
  await reconsiderPathway(tx, pathwayId)
  await recordAccess(tx, { event, patientId, entityId: pathwayId })
}

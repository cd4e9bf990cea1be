import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { openPatient } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import type { Tx } from '@/lib/platform/database'
import { NotAllowed, NotFound } from '@/lib/platform/errors'
import { holdResults, judgeAgain } from '@/lib/results/judge-again'
import { knownTests } from '@/lib/results/known-tests'
import { overrideInWords } from '../override-in-words'
import type { PathwaySnapshot } from '../pathway'
import type { Protocol } from '../protocol'
import { reconsiderPathway } from '../reconsider-pathway'
import { isMeantBy } from '../rehearse'
import { keepProtocol } from './keep-protocol'
import { lockFollowUp, readPathways, type KnownPathway } from './read-pathways'

/** Why somebody stays on the version that they were on. */
export const WHY_LEFT = ['not_in_care', 'died', 'ended', 'changed', 'moved_before'] as const
export type WhyLeft = (typeof WHY_LEFT)[number]

type Chosen = { pathwayId: string; pathwayVersion: number; patientId: string | null }

/** Moves one person. @returns null, or why they stay where they are */
export async function moveOne(
  tx: Tx,
  actor: Actor,
  chosen: Chosen,
  { next, reason }: { next: Protocol; reason: string },
): Promise<WhyLeft | null> {
  const { patientId } = chosen
  if (patientId === null || !(await mayMove(tx, actor, patientId))) return 'not_in_care'
  await holdResults(tx, patientId)
  await lockFollowUp(tx, patientId)
  const [known] = await readPathways(tx, { ids: [chosen.pathwayId], patientIds: [patientId] })
  const why = whyNot(known, chosen, next)
  if (why !== null || !known?.snapshot) return why ?? 'changed'
  await keepNext(tx, actor, known, { snapshot: known.snapshot, next, reason })
  await judgeAgain(tx, patientId)
  await reconsiderPathway(tx, chosen.pathwayId)
  await recordAccess(tx, {
    event: 'follow_up.moved_to_version',
    patientId,
    entityId: chosen.pathwayId,
    detail: { protocol: next.id, from: known.snapshot.protocol.version, to: next.version },
  })
  return null
}

async function mayMove(tx: Tx, actor: Actor, patientId: string): Promise<boolean> {
  try {
    await openPatient(tx, actor, patientId, ['follow_up_pathway', 'update'])
    return true
  } catch (error) {
    if (error instanceof NotFound || error instanceof NotAllowed) return false
    throw error
  }
}

function whyNot(known: KnownPathway | undefined, chosen: Chosen, next: Protocol): WhyLeft | null {
  if (!known) return 'not_in_care'
  const { row, snapshot } = known
  if (row.patient.diedOn) return 'died'
  if (row.endedOn) return 'ended'
  if (snapshot?.protocol.id === next.id && snapshot.protocol.version === next.version) return 'moved_before'
  return snapshot?.protocol.id !== next.id || row.version !== chosen.pathwayVersion ? 'changed' : null
}

async function keepNext(
  tx: Tx,
  actor: Actor,
  { row }: KnownPathway,
  { snapshot, next, reason }: { snapshot: PathwaySnapshot; next: Protocol; reason: string },
): Promise<void> {
  const lost = snapshot.overrides
    .filter((override) => !isMeantBy(override, next))
    .map((override) => overrideInWords(override, snapshot.protocol, knownTests()))
  await keepProtocol(tx, actor, {
    patientId: row.patientId,
    pathwayId: row.id,
    number: (row.protocols[0]?.number ?? 0) + 1,
    protocol: next,
    overrides: snapshot.overrides.filter((override) => isMeantBy(override, next)),
    reason: lost.length === 0 ? reason : `${reason}\nNo longer set for this person: ${lost.join('; ')}`,
  })
  await tx.followUpPathway.updateMany({ where: { id: row.id }, data: { version: { increment: 1 } } })
}

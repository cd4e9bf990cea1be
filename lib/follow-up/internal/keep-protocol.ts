import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { Actor } from '@/lib/access/actor'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import type { Override } from '../pathway'
import type { Protocol } from '../protocol'

type Snapshot = {
  patientId: string
  pathwayId: string
  /** One after another for each pathway. */
  number: number
  protocol: Protocol
  overrides: readonly Override[]
  /** Why the pathway has another than before; the first has none. */
  reason: string | null
}

/** Keeps what a pathway asks from now on, beside what it asked before. */
export async function keepProtocol(tx: Tx, actor: Actor, snapshot: Snapshot): Promise<void> {
  const { patientId, pathwayId, number, protocol, overrides, reason } = snapshot
  await tx.pathwayProtocol.createMany({
    data: [
      {
        id: uuidv7(),
        patientId,
        pathwayId,
        number,
        protocolCode: protocol.id,
        protocolVersion: protocol.version,
        content: protocol,
        overrides: [...overrides],
        reason,
        recordedAt: now(),
        recordedById: actor.staffId,
      },
    ],
  })
}

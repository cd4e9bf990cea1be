import 'server-only'
import { now } from './clock'
import type { Tx } from './database'

type Voiding = {
  patientId: string
  /** Table of the fact. */
  entity: string
  entityId: string
  reason: string
  recordedById: string
}

/** Marks a fact as recorded in error; its row stays. @returns whether this did it: false if it was voided before */
export async function voidFact(tx: Tx, voiding: Voiding): Promise<boolean> {
  const { count } = await tx.voidedFact.createMany({
    data: [{ ...voiding, recordedAt: now() }],
    skipDuplicates: true,
  })
  return count === 1
}

/** Which of a patient's facts were voided, and why, by the id of the fact. */
export async function listVoidedFacts(
  tx: Tx,
  patientId: string,
  entity: string,
): Promise<Map<string, { reason: string; recordedAt: Date; recordedById: string | null }>> {
  const voided = await tx.voidedFact.findMany({
    where: { patientId, entity },
    select: { entityId: true, reason: true, recordedAt: true, recordedById: true },
  })
  return new Map(voided.map(({ entityId, ...rest }) => [entityId, rest]))
}

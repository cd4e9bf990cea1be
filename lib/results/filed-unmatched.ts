import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { isUuid } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { getPatientIdentities } from '@/lib/patients/patient-identity'

/** Under whom somebody filed what came without a person, and where it is. */
export type FiledUnmatched = { name: string; patientId: string; resultId: string }

/** What the actor has just filed, as the address says; null for anything else, or for somebody whom they may not see. */
export async function findFiledUnmatched(actor: Actor, unmatchedId: unknown): Promise<FiledUnmatched | null> {
  if (typeof unmatchedId !== 'string' || !isUuid(unmatchedId)) return null
  return asActor(actor, async (tx) => {
    const settled = await tx.unmatchedResult.findFirst({
      where: { id: unmatchedId, settledById: actor.staffId, settlement: 'filed' },
      select: { resultId: true },
    })
    const result = settled?.resultId
      ? await tx.result.findUnique({
          where: { id: settled.resultId },
          select: { id: true, patientId: true },
        })
      : null
    if (!result) return null
    const { id: resultId, patientId } = result
    const person = (await getPatientIdentities(tx, [patientId])).get(patientId)
    if (!person) return null
    await recordAccess(tx, { event: 'unmatched_result.listed', patientId, detail: { part: 'filed' } })
    return { name: person.name, patientId, resultId }
  })
}

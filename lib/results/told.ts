import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { isUuid } from '@/lib/access/care-context'
import { findSubmissionResult } from '@/lib/access/submissions'
import { recordAccess } from '@/lib/access-log/record-access'
import { STOP_REASONS } from '@/lib/messages/gate'
import { getPatientIdentities, type PatientIdentity } from '@/lib/patients/patient-identity'
import { WHY_NOT_TOLD } from './telling'

export const TELL_RESULTS = 'results.tell'

const toldSchema = z.object({
  told: z.int(),
  /** Who was not told after all, each with why. */
  refused: z.array(
    z.object({ patientId: z.string(), why: z.enum(WHY_NOT_TOLD), stop: z.enum(STOP_REASONS).nullable() }),
  ),
})
/** What came of telling several people. */
export type Told = z.output<typeof toldSchema>

/** The same with names; null for somebody whom the actor may not see any more. */
export type ToldByName = {
  told: number
  refused: (Told['refused'][number] & { person: PatientIdentity | null })[]
}

/** What came of an earlier form of the actor's own; null without such a form. */
export async function findTold(actor: Actor, submissionId: string): Promise<ToldByName | null> {
  if (!isUuid(submissionId)) return null
  return asActor(actor, async (tx) => {
    const kept = await findSubmissionResult(tx, actor, { id: submissionId, action: TELL_RESULTS })
    const result = toldSchema.safeParse(kept)
    if (!result.success) return null
    const { told, refused } = result.data
    const people = await getPatientIdentities(
      tx,
      refused.map(({ patientId }) => patientId),
    )
    if (refused.length > 0)
      await recordAccess(tx, { event: 'results.listed', detail: { results: refused.length } })
    return {
      told,
      refused: refused.map((one) => ({ ...one, person: people.get(one.patientId) ?? null })),
    }
  })
}

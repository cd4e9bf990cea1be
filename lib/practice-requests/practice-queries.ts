import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { recordAccess } from '@/lib/access-log/record-access'
import { getPatientIdentity, type PatientIdentity } from '@/lib/patients/patient-identity'
import { NotFound } from '@/lib/platform/errors'
import { openAskedRequest } from './internal/asked-request'
import { backgroundOf } from './internal/background'
import { viewRequests } from './internal/request-view'
import type { PracticeRequestView, RequestBackground } from './request'

export type AskedRequestPage = PracticeRequestView & {
  person: PatientIdentity
  background: RequestBackground | null
}

/** What a practice of the actor's is asked, about a person who is registered there. @throws NotFound, NotAllowed */
export async function getAskedRequest(actor: Actor, requestId: string): Promise<AskedRequestPage> {
  return asActor(actor, async (tx) => {
    const request = await openAskedRequest(tx, actor, requestId, 'read')
    const { id, patientId } = request
    const [view] = await viewRequests(tx, [request])
    if (!view) throw new NotFound()
    const background = await backgroundOf(tx, request)
    const person = await getPatientIdentity(tx, patientId)
    await recordAccess(tx, { event: 'practice_request.viewed', patientId, entityId: id })
    return { ...view, background, person }
  })
}

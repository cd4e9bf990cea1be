import 'server-only'
import { isUuid, openPatient } from '@/lib/access/care-context'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { recordAccess } from '@/lib/access-log/record-access'
import { getPatientPage } from '@/lib/patients/record/patient-page'
import { NotFound } from '@/lib/platform/errors'
import { backgroundOf } from './internal/background'
import { findRequests } from './internal/request-rows'
import { viewRequests } from './internal/request-view'
import type { PracticeRequestView, RequestBackground } from './request'
import { isSettled } from './rules'

export type PracticeRequestPage = {
  request: PracticeRequestView
  background: RequestBackground | null
  /** The same request as it was asked before, of another practice or before it was taken back; newest first. */
  earlier: PracticeRequestView[]
  /** The same, where it was asked again later. */
  later: PracticeRequestView | null
  /** The actor's hospital team has the person in care, and something is still owed. */
  mayChange: boolean
}

/** A request with its story, for the hospital team. @throws NotFound, NotAllowed */
export async function getPracticeRequest(
  actor: Actor,
  { patientId, requestId }: { patientId: string; requestId: string },
): Promise<PracticeRequestPage> {
  await getPatientPage(actor, patientId)
  return asActor(actor, async (tx) => {
    const context = await openPatient(tx, actor, patientId, ['practice_request', 'read'])
    const [row] = isUuid(requestId) ? await findRequests(tx, { id: requestId, patientId }) : []
    if (!row) throw new NotFound()
    const all = await findRequests(tx, { patientId, summaryId: row.summaryId })
    const views = await viewRequests(
      tx,
      all.filter(({ code }) => code === row.code),
    )
    const place = views.findIndex(({ id }) => id === row.id)
    const request = views[place]
    if (!request) throw new NotFound()
    const background = await backgroundOf(tx, row)
    await recordAccess(tx, { event: 'practice_request.viewed', patientId, entityId: row.id })
    return {
      request,
      background,
      earlier: views.slice(0, place).reverse(),
      later: place < views.length - 1 ? (views.at(-1) ?? null) : null,
      mayChange: !isSettled(request.state) && context.teams.some(({ role }) => role !== 'gp'),
    }
  })
}

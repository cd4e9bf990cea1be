import 'server-only'
import type { ActorOrJob } from '@/lib/access/actor-or-job'
import { recordAccess } from '@/lib/access-log/record-access'
import { findRegisteredPractice } from '@/lib/care-teams/current-teams'
import { findDayOfDeath } from '@/lib/patients/day-of-death'
import { today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDate, toDatabaseDate } from '@/lib/platform/database-dates'
import { RuleBroken } from '@/lib/platform/errors'
import { createRequest } from './internal/new-request'
import { recordEvent } from './internal/record-step'
import { findRequests, lockRequests, newestOfEach, type RequestRow } from './internal/request-rows'
import { closeRequestTasks, openRequestTasks } from './internal/request-tasks'
import type { WantedRequest } from './request'
import { isAskedAnew, isSettled } from './rules'

type Asking = {
  patientId: string
  summaryId: string
  /** The hospital team that asks. */
  teamId: string
  /** The practice that the person is registered with. */
  practiceTeamId: string
  requests: readonly WantedRequest[]
}

/**
 * Asks a practice what a signed summary asks, in the transaction that signs it, for who has the patient open. What was
 * asked already under the same code is kept, in the words of now; what was answered is not asked again. About somebody
 * who has died nothing is asked.
 *
 * @returns how many were asked anew, and how many changed
 * @throws RuleBroken if the person is not registered with that practice
 */
export async function askPractice(
  tx: Tx,
  actor: ActorOrJob,
  asking: Asking,
): Promise<{ asked: number; changed: number }> {
  const { patientId, summaryId, teamId, practiceTeamId } = asking
  await lockRequests(tx, patientId)
  if (await findDayOfDeath(tx, patientId)) return { asked: 0, changed: 0 }
  if ((await findRegisteredPractice(tx, patientId))?.id !== practiceTeamId)
    throw new RuleBroken('The person is not registered with this practice')
  const newest = newestOfEach(await findRequests(tx, { patientId, summaryId }))
  let [asked, changed] = [0, 0]
  for (const wanted of asking.requests) {
    const earlier = newest.find(({ code }) => code === wanted.code)
    if (!earlier || isAskedAnew(earlier.events.map(({ kind }) => kind))) {
      const dueOn = toDatabaseDate(wanted.dueOn)
      const request = await createRequest(tx, actor, {
        patientId,
        summaryId,
        teamId,
        practiceTeamId,
        ...wanted,
        dueOn,
      })
      await recordAccess(tx, { event: 'practice_request.asked', patientId, entityId: request.id })
      asked++
    } else if (await changeWords(tx, actor, earlier, wanted)) changed++
  }
  return { asked, changed }
}

/** Puts what is still open with the practice in the words of now. What the practice has declined waits as it was. */
async function changeWords(
  tx: Tx,
  actor: ActorOrJob,
  request: RequestRow,
  wanted: WantedRequest,
): Promise<boolean> {
  if (isSettled(request.state) || request.state === 'declined' || isTheSame(request, wanted)) return false
  const { what, detail, snomedCode } = wanted
  const dueOn = toDatabaseDate(wanted.dueOn)
  const change = { what, detail, snomedCode, dueOn }
  await tx.practiceRequest.updateMany({
    where: { id: request.id, patientId: request.patientId },
    data: { ...change, version: { increment: 1 } },
  })
  await recordEvent(tx, actor, request, { kind: 'asked', on: today(), note: 'Changed with the summary' })
  await closeRequestTasks(tx, request, 'superseded', 'The request was changed')
  await openRequestTasks(tx, { ...request, ...change }, request.state, today())
  await recordAccess(tx, {
    event: 'practice_request.changed',
    patientId: request.patientId,
    entityId: request.id,
  })
  return true
}

function isTheSame(request: RequestRow, wanted: WantedRequest): boolean {
  return (
    request.what === wanted.what &&
    request.detail === wanted.detail &&
    request.snomedCode === wanted.snomedCode &&
    fromDatabaseDate(request.dueOn) === wanted.dueOn
  )
}

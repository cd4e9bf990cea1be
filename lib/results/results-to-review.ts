import 'server-only'
import { permitInOwn } from '@/lib/access/care-context'
import { teamsAs, type Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { recordAccess } from '@/lib/access-log/record-access'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { getPatientIdentities, type PatientIdentity } from '@/lib/patients/patient-identity'
import type { Tx } from '@/lib/platform/database'
import { listTeamTasks } from '@/lib/tasks/team-tasks-of-kind'
import { findResults, type ResultRow } from './internal/result-rows'
import { viewResults } from './internal/view-results'
import type { ResultView } from './result-view'

/** A result that waits for review, with whose it is and by when. */
export type ResultToReview = {
  patientId: string
  person: PatientIdentity
  dueOn: CalendarDate
  result: ResultView
}

export type ReviewList = {
  /** May be confirmed together. */
  inRange: ResultToReview[]
  /** Looked at one at a time. */
  single: ResultToReview[]
  /** There are more than are shown. */
  hasMore: boolean
}

/** As many as fit one confirm page, and an hour of work. */
const MOST_AT_ONCE = 100

/**
 * The results that the actor's hospital teams have to review, earliest due first.
 *
 * @throws NotAllowed for somebody who works in no hospital or community team
 */
export async function listResultsToReview(actor: Actor): Promise<ReviewList> {
  permitInOwn(actor, 'results_to_review', 'read')
  const teamIds = teamsAs(actor, 'clinician', 'support_worker').map((team) => team.teamId)
  return asActor(actor, async (tx) => {
    const most = MOST_AT_ONCE + 1
    const tasks = await listTeamTasks(tx, { teamIds, kind: 'review_result', most })
    const waiting = await waitingResults(tx, [...new Set(tasks.map(({ patientId }) => patientId))])
    const found = tasks.slice(0, MOST_AT_ONCE).flatMap(({ patientId, subjectId, dueOn }) =>
      waiting
        .filter((one) => one.patientId === patientId)
        .filter(({ result: { id, testId } }) => id === subjectId || testId === subjectId)
        .map((one) => ({ ...one, dueOn })),
    )
    await recordAccess(tx, { event: 'results.listed', detail: { results: found.length } })
    return {
      inRange: found.filter(({ result }) => result.isInRange),
      single: found.filter(({ result }) => !result.isInRange),
      hasMore: tasks.length > MOST_AT_ONCE,
    }
  })
}

/** What was chosen to be confirmed, as far as it still can be, in the order chosen. */
export async function getChosenResults(actor: Actor, chosen: readonly string[]): Promise<ResultToReview[]> {
  const { inRange } = await listResultsToReview(actor)
  return chosen.flatMap((id) => inRange.find(({ result }) => result.id === id) ?? [])
}

async function waitingResults(
  tx: Tx,
  patientIds: readonly string[],
): Promise<Omit<ResultToReview, 'dueOn'>[]> {
  const people = await getPatientIdentities(tx, patientIds)
  const rows = await findResults(tx, { patientId: { in: [...patientIds] } })
  const byPatient = new Map<string, ResultRow[]>(patientIds.map((id) => [id, []]))
  for (const row of rows) byPatient.get(row.patientId)?.push(row)
  const waiting = []
  for (const [patientId, own] of byPatient) {
    const person = people.get(patientId)
    if (!person) continue
    for (const result of await viewResults(tx, own))
      if (result.awaitsReview) waiting.push({ patientId, person, result })
  }
  return waiting
}

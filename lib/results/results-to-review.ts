import 'server-only'
import { permitInOwn } from '@/lib/access/care-context'
import { teamsAs, type Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { recordAccess } from '@/lib/access-log/record-access'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { getPatientIdentities, type PatientIdentity } from '@/lib/patients/patient-identity'
import type { TeamTask } from '@/lib/tasks/team-tasks-of-kind'
import { readBeside, type Beside } from './beside-results'
import { readOwedReviews, type OwedReviews } from './internal/owed-reviews'
import { findResults } from './internal/result-rows'
import { namesIn, viewsByPatient } from './internal/view-results'
import { waitingResults } from './internal/waiting-results'
import type { PlaceInList, ReviewFilter } from './place-in-list'
import type { ResultView } from './result-view'

/** A result, with whose it is. */
export type ResultOfPerson = { patientId: string; person: PatientIdentity; result: ResultView }

/** One that waits for review, and by when. */
export type ResultToReview = ResultOfPerson & { dueOn: CalendarDate }

export type ReviewList = {
  /** May be confirmed together. */
  inRange: (ResultToReview & Beside)[]
  /** Looked at one at a time. */
  single: ResultToReview[]
  /** How many reviews wait in all of the actor's teams, whatever is shown. */
  total: number
  /** Where the next page begins; null on the last. */
  next: PlaceInList | null
}

/** As many as fit one confirm page. */
export const REVIEWS_A_PAGE = 50

/**
 * A page of the results that the actor's hospital teams have to review, earliest due first.
 *
 * @throws NotAllowed for somebody who works in no hospital or community team
 */
export async function listResultsToReview(
  actor: Actor,
  { show, after }: ReviewFilter = { show: 'all', after: null },
): Promise<ReviewList> {
  permitInOwn(actor, 'results_to_review', 'read')
  const teamIds = teamsAs(actor, 'clinician', 'support_worker').map((team) => team.teamId)
  const wanted = { teamIds, most: REVIEWS_A_PAGE + 1, after, onlySingle: show === 'single' }
  const reviews = await readOwedReviews(actor, wanted)
  const shown = reviews.owed.slice(0, REVIEWS_A_PAGE)
  const found = withPeople(shown, reviews, await waitingResults(actor, shown, reviews))
  const inRange = show === 'single' ? [] : found.filter(({ result }) => result.isInRange)
  const last = reviews.owed.length > REVIEWS_A_PAGE ? shown.at(-1) : undefined
  return {
    inRange: await withBeside(actor, inRange),
    single: found.filter(({ result }) => !result.isInRange),
    total: reviews.total,
    next: last ? { on: last.dueOn, id: last.id } : null,
  }
}

async function withBeside<Shown extends ResultOfPerson>(
  actor: Actor,
  results: readonly Shown[],
): Promise<(Shown & Beside)[]> {
  const besideOf = await readBeside(actor, results)
  return results.map((one) => ({ ...one, ...besideOf(one.result.id) }))
}

/** Each result once, whichever of the teams owe its review. */
function withPeople(
  tasks: readonly TeamTask[],
  { people }: OwedReviews,
  waiting: readonly ResultView[][],
): ResultToReview[] {
  const found = new Map<string, ResultToReview>()
  tasks.forEach(({ patientId, dueOn }, place) => {
    const person = people.get(patientId)
    for (const result of waiting[place] ?? [])
      if (person && !found.has(result.id)) found.set(result.id, { patientId, person, dueOn, result })
  })
  return [...found.values()]
}

/** What was chosen to be confirmed, as far as it still can be, in the order chosen. @throws NotAllowed */
export async function getChosenResults(
  actor: Actor,
  chosen: readonly string[],
): Promise<(ResultOfPerson & Beside)[]> {
  permitInOwn(actor, 'results_to_review', 'sign')
  const confirmable = await asActor(actor, async (tx) => {
    const rows = await findResults(tx, { versionsOf: chosen })
    const views = viewsByPatient(rows, await namesIn(tx, rows))
    const people = await getPatientIdentities(tx, [...views.keys()])
    const found = [...views].flatMap(([patientId, own]) => {
      const person = people.get(patientId)
      const waiting = own.filter(({ awaitsReview, isInRange }) => awaitsReview && isInRange)
      return person ? waiting.map((result) => ({ patientId, person, result })) : []
    })
    await recordAccess(tx, { event: 'results.listed', detail: { results: found.length } })
    return chosen.flatMap((id) => found.find(({ result }) => result.id === id) ?? [])
  })
  return withBeside(actor, confirmable)
}

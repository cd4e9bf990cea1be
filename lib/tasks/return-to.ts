import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { routes } from '@/lib/platform/routes'

/** A list that a task was reached from: the worklist, the practice home or the reviews or results due or to tell, with its filters. Anything else is not kept. */
export function returnAddress(
  asked: string | string[] | undefined,
  fallback: string = routes.worklist(),
): string {
  if (typeof asked !== 'string' || asked.length > 300) return fallback
  const lists = [
    routes.worklist(),
    routes.practiceHome(),
    routes.dueReviews(),
    routes.resultsToReview(),
    routes.resultsToTell(),
  ]
  return lists.some((list) => asked === list || asked.startsWith(`${list}?`)) ? asked : fallback
}

/** The same list, saying what was saved for whom, as `findJustSaved` reads it. */
export function withSaved(address: string, patientId: string | undefined): string {
  const saved = withDone(address)
  return patientId ? `${saved}&of=${patientId}` : saved
}

/** The same list, saying what was done: a code of `doneNotice` and, of a task that was postponed, until when. */
export function withDone(address: string, done: string = 'saved', until?: CalendarDate): string {
  const query = new URLSearchParams({ done, ...(until && { until }) })
  return `${address}${address.includes('?') ? '&' : '?'}${query}`
}

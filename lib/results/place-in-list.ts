import { parseCalendarDate, type CalendarDate } from '@/lib/nhs/calendar-date'
import { routes } from '@/lib/platform/routes'

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Where a page of a list begins: after the entry of this day and id. */
export type PlaceInList = { on: CalendarDate; id: string }

/** The same in a list by the time that each entry came. */
export type PlaceInTime = { at: Date; id: string }

/** What is shown of the list of results to review, and from where. */
export type ReviewFilter = { show: 'all' | 'single'; after: PlaceInList | null }

type Query = Record<string, string | string[] | undefined>

/** The filter that an address asks for; what it does not know it leaves out. */
export function parseReviewFilter({ show, after }: Query): ReviewFilter {
  return { show: show === 'single' ? 'single' : 'all', after: placeIn(after) }
}

/** A place as an address says it: `2026-11-30.` and the id; null for any other text. */
export function placeIn(text: string | string[] | undefined): PlaceInList | null {
  const [on = '', id = ''] = typeof text === 'string' ? text.split('.') : []
  const day = parseCalendarDate(on)
  return day.ok && day.value === on && UUID.test(id) ? { on, id } : null
}

/** The address of a page of the list of results to tell. */
export function tellingsAddress(after: PlaceInList | null): string {
  return routes.resultsToTellOf(after ? `after=${placeAsText(after)}` : '')
}

function placeAsText({ on, id }: PlaceInList): string {
  return `${on}.${id}`
}

/** The address of the list of reviews with a filter. */
export function reviewsAddress({ show, after }: ReviewFilter): string {
  const query = new URLSearchParams({
    ...(show === 'single' && { show }),
    ...(after && { after: placeAsText(after) }),
  })
  return routes.resultsToReviewOf(query.toString())
}

/** A place in a list by time, as an address says it: milliseconds since 1970, a dot, and the id. */
export function placeInTime(text: string | string[] | undefined): PlaceInTime | null {
  const [at = '', id = ''] = typeof text === 'string' ? text.split('.') : []
  return /^\d{1,14}$/.test(at) && UUID.test(id) ? { at: new Date(Number(at)), id } : null
}

export function placeInTimeAsText({ at, id }: PlaceInTime): string {
  return `${at.getTime()}.${id}`
}

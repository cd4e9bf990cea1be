import type { PathwayFacts, PathwaySnapshot } from '@/lib/follow-up/pathway'
import { plannedTests } from '@/lib/follow-up/schedule'
import type { ResultFact } from '@/lib/results/result'
import { on, plusDays } from './a-pathway'

/** One specimen of PSA as a careful clerk would keep it in a book, message by message. */
type Page = {
  on: string
  standing: ResultFact | null
  isReviewed: boolean
  isTold: boolean
  reviewedOn: string
  cameOn: string
}

const receivedOn = ({ receivedAt }: ResultFact) => receivedAt.toISOString().slice(0, 10)

/** Messages in the order in which they came; each replaces what is in the book unless it is older or only preliminary. */
function book(facts: PathwayFacts, today: string): Page[] {
  const pages = new Map<string, Page>()
  const page = (specimen: string, day: string) => {
    const empty = { on: day, standing: null, isReviewed: false, isTold: false, reviewedOn: '', cameOn: '' }
    const found = pages.get(specimen) ?? empty
    pages.set(specimen, found)
    return found
  }
  for (const done of facts.performed) if (done.on <= today) page(done.specimen!, done.on)
  const came = facts.results.filter((result) => receivedOn(result) <= today)
  for (const result of came.sort((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime())) {
    const entry = page(result.specimen, result.sampleOn)
    const before = entry.standing
    const isEarly = result.status === 'preliminary'
    const wasEarly = before?.status === 'preliminary'
    if (before && isEarly && !wasEarly) continue
    if (before && isEarly === wasEarly && before.issuedAt > result.issuedAt) continue
    const day = (list: PathwayFacts['reviews']) =>
      list.filter((one) => one.resultId === result.id && one.on <= today).map((one) => one.on)[0]
    const [reviewedOn, toldOn] = [day(facts.reviews), day(facts.tellings)]
    Object.assign(entry, {
      standing: result,
      isReviewed: reviewedOn !== undefined,
      reviewedOn: reviewedOn ?? '',
      isTold: toldOn !== undefined,
      cameOn: receivedOn(result),
    })
  }
  return [...pages.values()].filter(({ standing }) => standing?.status !== 'cancelled')
}

/** The days on which a test was done, as far as is known on the day. */
export function occurrenceDays(facts: PathwayFacts, today: string): string[] {
  return book(facts, today)
    .map((page) => page.on)
    .sort()
}

/** For each planned test the day that met it: walking through the days, the window that opened last takes the first test. */
export function meetingsByWalking(
  snapshot: PathwaySnapshot,
  facts: PathwayFacts,
  today: string,
): (string | null)[] {
  const planned = plannedTests(snapshot)
  const met = planned.map((): string | null => null)
  for (const day of occurrenceDays(facts, today)) {
    let current = -1
    while (planned[current + 1] && planned[current + 1]!.opensOn <= day) current++
    if (current >= 0 && met[current] === null) met[current] = day
  }
  return met
}

function addWorkingDaysByWalking(from: string, count: number): string {
  const { holidays } = on(from)
  let day = from
  for (let left = count; left > 0;) {
    day = plusDays(day, 1)
    if (![0, 6].includes(new Date(day).getUTCDay()) && !holidays.includes(day)) left--
  }
  return day
}

/** The days on which the pathway was suspended at the end of the day, and since when it is now. */
function suspendedDays({ suspensions, reactivations }: PathwayFacts, from: string, today: string) {
  const days = new Set<string>()
  let since: string | null = null
  for (let day = from; day <= today; day = plusDays(day, 1)) {
    if (suspensions.some((one) => one.on === day)) since ??= day
    if (reactivations.some((one) => one.on === day)) since = null
    if (since !== null) days.add(day)
  }
  return { days, since }
}

type Case = { snapshot: PathwaySnapshot; facts: PathwayFacts; today: string }

/** Everything owed at the end of the day, written out from the book and the calendar. */
export function expectedObligations({ snapshot, facts, today }: Case, ends: string): string[] {
  const hasEnded = facts.end !== null && facts.end.on <= today
  if (hasEnded && facts.end?.reason === 'died') return []
  const planned = plannedTests(snapshot)
  const met = meetingsByWalking(snapshot, facts, today)
  const settled = new Set(facts.settlements.filter((one) => one.on <= today).map((one) => one.due))
  const owed = book(facts, today).flatMap((page) => {
    const due = planned[met.indexOf(page.on)]
    const isSettled = due !== undefined && met.includes(page.on) && settled.has(due.key)
    return owedForPage(page, isSettled, today)
  })
  if (hasEnded) return owed
  const { days, since } = suspendedDays(facts, snapshot.anchorOn, today)
  if (since !== null) return [...owed, `review_suspension pathway by ${addWorkingDaysByWalking(since, 14)}`]
  let hasNext = false
  planned.forEach((test, place) => {
    if (met[place] !== null || settled.has(test.key) || wasSuspendedThroughout(test, days, today)) return
    const isRequested = facts.requests.some((one) => one.due === test.key && one.on <= today)
    if (!isRequested && today < test.opensOn) {
      if (!hasNext) owed.push(`plan_test ${test.key} by ${test.dueOn}`)
      hasNext = true
    } else if (today >= test.overdueOn) owed.push(`chase_test ${test.key} by ${test.overdueOn}`)
    else if (isRequested) owed.push(`await_test ${test.key} by ${test.closesOn}`)
    else owed.push(`request_test ${test.key} by ${test.dueOn}`)
  })
  return hasNext ? owed : [...owed, `end_follow_up pathway by ${ends}`]
}

function wasSuspendedThroughout(
  test: { dueOn: string; closesOn: string },
  days: ReadonlySet<string>,
  today: string,
): boolean {
  if (test.closesOn >= today) return false
  for (let day = test.dueOn; day <= test.closesOn; day = plusDays(day, 1)) if (!days.has(day)) return false
  return true
}

function owedForPage(page: Page, isSettled: boolean, today: string): string[] {
  const about = `psa ${page.on}`
  if (page.standing && !page.isReviewed)
    return [`review_result ${about} by ${addWorkingDaysByWalking(page.cameOn, 2)}`]
  if (!page.standing || page.standing.status === 'preliminary') {
    const limit = plusDays(page.on, 14)
    return isSettled ? [] : [`${today > limit ? 'chase' : 'await'}_result ${about} by ${limit}`]
  }
  if (page.isTold) return []
  const by = [plusDays(page.reviewedOn, 7), plusDays(page.on, 21)].sort()[0]!
  return [`tell_person ${about} by ${by < page.reviewedOn ? page.reviewedOn : by}`]
}

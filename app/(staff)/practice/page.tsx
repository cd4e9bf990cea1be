import type { Metadata } from 'next'
import { z } from 'zod'
import { Main } from '@/components/nhs/main'
import { Pagination } from '@/components/nhs/pagination'
import { AgreedInReviews } from '@/components/tasks/practice-agreed'
import { RegisteredPeople, SentSummaries, SharedPlans } from '@/components/tasks/practice-lists'
import { PracticeRequests } from '@/components/tasks/practice-requests'
import { UnreadLetters } from '@/components/tasks/practice-letters'
import { ReviewsDue } from '@/components/tasks/practice-reviews'
import { SavedNotice } from '@/components/tasks/saved-notice'
import { pageRead } from '@/lib/accounts/page-read'
import { formatInstantForStaff } from '@/lib/nhs/instant'
import { now, today } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { doneNotice } from '@/lib/tasks/done-notice'
import { findJustSaved } from '@/lib/tasks/just-saved'
import { getPracticeHome } from '@/lib/tasks/practice-home'

export const metadata: Metadata = { title: 'Practice' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const pageNumber = z.coerce.number().int().min(1).max(1000).catch(1)

export default async function PracticeHomePage({ searchParams }: Props) {
  const params = await searchParams
  const page = pageNumber.parse(params.page)
  const { home, saved } = await pageRead(async (actor) => ({
    home: await getPracticeHome(actor, page),
    saved: await findJustSaved(actor, params),
  }))
  const asked = home.openRequests + home.acceptedRequests
  return (
    <Main>
      <SavedNotice saved={saved} otherwise={doneNotice(params)} />
      <h1>Practice</h1>
      <p>
        {home.unseenPlans} {home.unseenPlans === 1 ? 'care plan' : 'care plans'} not yet seen ·{' '}
        {home.unreadSummaries} {home.unreadSummaries === 1 ? 'treatment summary' : 'treatment summaries'} not
        yet read · {home.unreadLetters} {home.unreadLetters === 1 ? 'letter' : 'letters'} not yet read ·{' '}
        {home.openRequests} {home.openRequests === 1 ? 'request' : 'requests'} waiting for an answer
        {home.acceptedRequests > 0 ? ` · ${home.acceptedRequests} accepted, to be done` : null}
        {' · '}
        {home.reviewsDue} cancer care {home.reviewsDue === 1 ? 'review' : 'reviews'} due
        <span className="app-fresh">Updated {formatInstantForStaff(now())}</span>
      </p>
      <h2>Asked of the practice{counted(asked)}</h2>
      <PracticeRequests rows={home.requests} count={asked} today={today()} />
      <h2>Agreed in cancer care reviews</h2>
      <AgreedInReviews rows={home.agreed} today={today()} />
      <h2>Treatment summaries{counted(home.unreadSummaries, 'not yet read')}</h2>
      <SentSummaries rows={home.summaries} />
      <h2>Letters{counted(home.unreadLetters, 'not yet read')}</h2>
      <UnreadLetters rows={home.letters} />
      <h2>Care plans{counted(home.unseenPlans, 'not yet seen')}</h2>
      <SharedPlans rows={home.plans} />
      <h2>Cancer care reviews due{counted(home.reviewsDue)}</h2>
      <ReviewsDue rows={home.reviews} count={home.reviewsDue} today={today()} />
      <h2>Registered people under cancer care</h2>
      <p>
        <a href={routes.patientSearch()}>Find one of them</a> by NHS number, or by name and date of birth.
      </p>
      <RegisteredPeople rows={home.registered} />
      <Pagination
        page={page}
        pageCount={page + (home.hasMoreRegistered ? 1 : 0)}
        hrefFor={(wanted) => `${routes.practiceHome()}?page=${wanted}`}
      />
    </Main>
  )
}

/** How many, after a heading; nothing where there are none. */
function counted(count: number, what?: string): string {
  return count === 0 ? '' : ` (${[count, what].filter(Boolean).join(' ')})`
}

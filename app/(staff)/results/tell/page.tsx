import type { Metadata } from 'next'
import { Main } from '@/components/nhs/main'
import { NotificationBanner } from '@/components/nhs/notification-banner'
import { NextPage } from '@/components/results/next-page'
import { ResultsSwitch } from '@/components/results/results-switch'
import { TogetherList } from '@/components/results/together-list'
import { ToldNotice } from '@/components/results/told-notice'
import { ToldSingly } from '@/components/results/told-singly'
import { pageRead } from '@/lib/accounts/page-read'
import { today } from '@/lib/platform/clock'
import { DONE_WORDS, peopleWords } from '@/lib/results/labels'
import { placeIn, tellingsAddress } from '@/lib/results/place-in-list'
import { listTellings } from '@/lib/results/tellings-waiting'
import { findTold } from '@/lib/results/told'

export const metadata: Metadata = { title: 'Results to tell' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function ResultsToTellPage({ searchParams }: Props) {
  const query = await searchParams
  const after = placeIn(query.after)
  const { together, single, total, next, told } = await pageRead(async (actor) => ({
    ...(await listTellings(actor, after)),
    told: typeof query.result === 'string' ? await findTold(actor, query.result) : null,
  }))
  const returnTo = tellingsAddress(after)
  return (
    <Main>
      {told ? <ToldNotice told={told} /> : null}
      {query.done === 'saved' ? (
        <NotificationBanner variant="success">{DONE_WORDS.told}</NotificationBanner>
      ) : null}
      <h1>Results to tell</h1>
      <ResultsSwitch current="tell" />
      <p>
        {total === 0
          ? 'Nobody of your teams waits to be told a result.'
          : `${peopleWords(total)} ${total === 1 ? 'waits' : 'wait'} to be told a result, the earliest due first.${next || after ? ' This is one page of them.' : ''}`}
      </p>
      <h2>In range, told together by letter: {together.length}</h2>
      <TogetherList
        tellings={together}
        today={today()}
        returnTo={returnTo}
        areAllChosen={query.chosen === 'all'}
      />
      <h2>Told by a person, or not yet: {single.length}</h2>
      <ToldSingly tellings={single} today={today()} returnTo={returnTo} />
      <NextPage first={after ? tellingsAddress(null) : null} next={next ? tellingsAddress(next) : null} />
    </Main>
  )
}

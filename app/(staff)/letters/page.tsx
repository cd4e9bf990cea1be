import type { Metadata } from 'next'
import { LetterRows } from '@/components/messages/letter-rows'
import { PostedNotice } from '@/components/messages/posted-notice'
import { Button, ButtonGroup } from '@/components/nhs/button'
import { ErrorSummary } from '@/components/nhs/error-summary'
import { Main } from '@/components/nhs/main'
import { Pagination } from '@/components/nhs/pagination'
import { pageRead } from '@/lib/accounts/page-read'
import { pageOf } from '@/lib/messages/chosen-letters'
import { listLettersToPost } from '@/lib/messages/letters-to-post'
import { getPosted } from '@/lib/messages/post-letters'
import { today } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'

export const metadata: Metadata = { title: 'Letters to post' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function LettersPage({ searchParams }: Props) {
  const query = await searchParams
  const page = pageOf(query)
  const { letters, hasMore, posted } = await pageRead(async (actor) => ({
    ...(await listLettersToPost(actor, page)),
    posted: typeof query.result === 'string' ? await getPosted(actor, query.result) : null,
  }))
  return (
    <Main>
      {query.chosen === 'none' ? (
        <ErrorSummary errors={[{ field: letters[0]?.id ?? '', message: 'Choose one letter or more' }]} />
      ) : null}
      {posted ? <PostedNotice posted={posted} /> : null}
      <h1>Letters to post</h1>
      {letters.length === 0 ? (
        <p>No letter waits to be posted. Letters appear here as soon as they are written.</p>
      ) : (
        <form method="get" action={routes.postLetters()}>
          <p>
            Print, put into envelopes, then mark as posted. Print on one side of the paper: the letters follow
            each other, and each is numbered by itself.
          </p>
          <p>
            {query.chosen === 'all' ? (
              <a href={`${routes.lettersToPost()}?page=${page}`}>Choose none</a>
            ) : (
              <a href={`${routes.lettersToPost()}?page=${page}&chosen=all`}>Choose all on this page</a>
            )}
          </p>
          <LetterRows letters={letters} today={today()} areAllChosen={query.chosen === 'all'} />
          <ButtonGroup>
            <Button variant="secondary" formAction={routes.lettersPdf()}>
              Print the chosen letters (PDF)
            </Button>
            <Button>Mark the chosen letters as posted</Button>
          </ButtonGroup>
        </form>
      )}
      <Pagination
        page={page}
        pageCount={page + (hasMore ? 1 : 0)}
        hrefFor={(number) => `${routes.lettersToPost()}?page=${number}`}
      />
    </Main>
  )
}

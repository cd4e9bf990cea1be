import type { Metadata } from 'next'
import { Header } from '@/components/nhs/header'
import { Main } from '@/components/nhs/main'
import { LINK_IDLE_MINUTES, LINK_SESSION_HOURS } from '@/lib/access/link-limits'
import { ASK_FOR_ANOTHER } from '@/lib/document-links/link-words'

export const metadata: Metadata = { title: 'The document is closed' }

type Props = { searchParams: Promise<{ done?: string | string[] }> }

export default async function LinkEndedPage({ searchParams }: Props) {
  const { done } = await searchParams
  return (
    <>
      <Header />
      <Main>
        <h1>The document is closed</h1>
        {done === 'left' ? null : (
          <p>
            It closes after {LINK_IDLE_MINUTES} minutes without use, after {LINK_SESSION_HOURS} hours, and
            when the hospital team takes the link back. If you were about to send something, it was not sent.
          </p>
        )}
        <p>To open it again, use the link that you were given.</p>
        <p>
          If the link cannot be used: {ASK_FOR_ANOTHER.charAt(0).toLowerCase() + ASK_FOR_ANOTHER.slice(1)}
        </p>
      </Main>
    </>
  )
}

import type { Metadata } from 'next'
import { PublishedProtocolRows } from '@/components/follow-up/published-protocol-rows'
import { BackLink } from '@/components/nhs/back-link'
import { Main } from '@/components/nhs/main'
import { pageRead } from '@/lib/accounts/page-read'
import { listPublishedProtocols } from '@/lib/follow-up/list-published-protocols'
import { routes } from '@/lib/platform/routes'

export const metadata: Metadata = { title: 'Published protocols' }

export default async function PublishedProtocolsPage() {
  const rows = await pageRead(listPublishedProtocols)
  return (
    <Main before={<BackLink href={routes.followUpList()}>Back to people on follow-up</BackLink>}>
      <h1>Published protocols</h1>
      <p>
        What your trust has approved. A new version moves nobody by itself: see first whose dates would
        change, then choose who moves.
      </p>
      {rows.length === 0 ? (
        <p>Your trust has published no protocol yet. An administrator of your trust can.</p>
      ) : (
        <PublishedProtocolRows rows={rows} />
      )}
    </Main>
  )
}

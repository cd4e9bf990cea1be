import { Button } from '@/components/nhs/button'
import type { RehearsalPage } from '@/lib/follow-up/get-rehearsal'
import { rehearsalAddress } from '@/lib/follow-up/rehearsal-address'
import { routes } from '@/lib/platform/routes'
import { RehearsedRows } from './rehearsed-rows'

type Props = { page: RehearsalPage; areAllChosen: boolean; show: number | 'all' }

/** Who would move, to choose from; everybody at once is for paper alone. */
export function RehearsalForm({ page, areAllChosen, show }: Props) {
  if (show === 'all')
    return (
      <>
        <p>
          <a href={rehearsalAddress(page)}>Back to pages, to choose who moves</a>
        </p>
        <RehearsedRows people={page.people} />
      </>
    )
  return (
    <form method="get" action={routes.moveToVersion(page.organisationId, page.code)}>
      <p>
        {areAllChosen ? (
          <a href={rehearsalAddress(page, { show })}>Choose nobody</a>
        ) : (
          <a href={rehearsalAddress(page, { show, choose: 'all' })}>Choose all on this page</a>
        )}{' '}
        <a href={rehearsalAddress(page, { show: 'all' })}>Show everybody on one page, to print</a>
      </p>
      <RehearsedRows people={page.people} boxes={areAllChosen ? 'ticked' : 'empty'} />
      <Button>Go on with the chosen people</Button>
    </form>
  )
}

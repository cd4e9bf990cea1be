import type { Metadata } from 'next'
import { BackLink } from '@/components/nhs/back-link'
import { Main } from '@/components/nhs/main'
import { NotificationBanner } from '@/components/nhs/notification-banner'
import { Pagination } from '@/components/nhs/pagination'
import { ViewLinks } from '@/components/nhs/view-links'
import { FileCounts } from '@/components/results/file-counts'
import { FileDecision } from '@/components/results/file-decision'
import { FileRows } from '@/components/results/file-rows'
import { pageRead } from '@/lib/accounts/page-read'
import { routes } from '@/lib/platform/routes'
import { FILE_ROWS_A_PAGE, getResultFile } from '@/lib/results/result-files'
import { applyResultFileAction, discardResultFileAction } from './actions'

export const metadata: Metadata = { title: 'Review a file of results' }

type Props = {
  params: Promise<{ fileId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function ResultFilePage({ params, searchParams }: Props) {
  const { fileId } = await params
  const query = await searchParams
  const show = query.show === 'all' ? 'all' : 'problems'
  const page = pageOf(query.page)
  const file = await pageRead((actor) => getResultFile(actor, fileId, { show, page }))
  const isWaiting = file.state === 'reviewing'
  return (
    <Main before={<BackLink href={routes.resultFiles()}>Results by file</BackLink>}>
      {query.done === 'applied' ? (
        <NotificationBanner variant="success">The file was dealt with</NotificationBanner>
      ) : null}
      {isWaiting ? (
        <FileDecision file={file} apply={applyResultFileAction} discard={discardResultFileAction}>
          <h1>Review a file of results</h1>
          <FileCounts file={file} />
        </FileDecision>
      ) : (
        <>
          <h1>File of results</h1>
          <FileCounts file={file} />
        </>
      )}
      <h2>{isWaiting ? 'Row by row' : 'What was said of the rows'}</h2>
      {isWaiting ? <Choice fileId={fileId} show={show} /> : null}
      <FileRows rows={file.rows} isWaiting={isWaiting} />
      <Pagination
        page={page}
        pageCount={Math.ceil(file.total / FILE_ROWS_A_PAGE)}
        hrefFor={(wanted) => routes.resultFileRows(fileId, show, wanted)}
      />
    </Main>
  )
}

function Choice({ fileId, show }: { fileId: string; show: 'problems' | 'all' }) {
  const choices = [
    { value: 'problems', label: 'With something to look at' },
    { value: 'all', label: 'All rows' },
  ] as const
  return (
    <ViewLinks
      label="Which rows"
      links={choices.map(({ value, label }) => ({
        href: routes.resultFileRows(fileId, value, 1),
        label,
        isCurrent: show === value,
      }))}
    />
  )
}

function pageOf(text: string | string[] | undefined): number {
  const page = Number(text)
  return Number.isInteger(page) && page > 0 && page < 1000 ? page : 1
}

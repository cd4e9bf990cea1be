import type { Metadata } from 'next'
import { BackLink } from '@/components/nhs/back-link'
import { Main } from '@/components/nhs/main'
import { NotificationBanner } from '@/components/nhs/notification-banner'
import { Pagination } from '@/components/nhs/pagination'
import { ImportCounts } from '@/components/patients/import-counts'
import { ImportDecision } from '@/components/patients/import-decision'
import { ImportFilters } from '@/components/patients/import-filters'
import { ImportRows } from '@/components/patients/import-rows'
import { pageRead } from '@/lib/accounts/page-read'
import { parseReviewFilter, reviewAddress, REVIEW_PAGE_SIZE } from '@/lib/patients/import/review-filter'
import { getPatientImport } from '@/lib/patients/patient-imports'
import { routes } from '@/lib/platform/routes'
import { applyPatientImportAction, discardPatientImportAction } from './actions'

export const metadata: Metadata = { title: 'Review an import' }

type Props = {
  params: Promise<{ importId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function PatientImportPage({ params, searchParams }: Props) {
  const { importId } = await params
  const query = await searchParams
  const filter = parseReviewFilter(query)
  const review = await pageRead((actor) => getPatientImport(actor, importId, filter))
  const isWaiting = review.state === 'reviewing'
  return (
    <Main before={<BackLink href={routes.importPatients()}>Imports</BackLink>}>
      {query.done === 'applied' ? (
        <NotificationBanner variant="success">The patients were imported</NotificationBanner>
      ) : null}
      {isWaiting ? (
        <ImportDecision
          importId={importId}
          accepted={review.counts.accepted}
          apply={applyPatientImportAction}
          discard={discardPatientImportAction}
        >
          <h1>Review an import</h1>
          <ImportCounts review={review} />
        </ImportDecision>
      ) : (
        <>
          <h1>Import</h1>
          <ImportCounts review={review} />
        </>
      )}
      <h2>{isWaiting ? 'Row by row' : 'What was said of the rows'}</h2>
      <ImportFilters importId={importId} filter={filter} isWaiting={isWaiting} />
      <ImportRows rows={review.rows} isWaiting={isWaiting} />
      {review.total > 0 ? (
        <p>
          Showing {range(filter.page, review.rows.length)} of {review.total.toLocaleString('en-GB')}
        </p>
      ) : null}
      <Pagination
        page={filter.page}
        pageCount={Math.ceil(review.total / REVIEW_PAGE_SIZE)}
        hrefFor={(page) => reviewAddress(importId, filter, { page })}
      />
    </Main>
  )
}

function range(page: number, shown: number): string {
  const first = (page - 1) * REVIEW_PAGE_SIZE + 1
  return `${first.toLocaleString('en-GB')} to ${(first + shown - 1).toLocaleString('en-GB')}`
}

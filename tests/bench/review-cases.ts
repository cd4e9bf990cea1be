import { parseDueReviewFilter } from '@/lib/cancer-care-reviews/due-review-filter'
import { getFirstPage } from '@/lib/cancer-care-reviews/get-first-page'
import { listDueReviews } from '@/lib/cancer-care-reviews/list-due-reviews'
import { routes } from '@/lib/platform/routes'
import { readingPage, type BenchCase } from './cases'
import { actorOf, type Viewers } from './sessions'

/** The reviews that a practice owes, of the 2,000 people whom each of the first practices has under cancer care. */
export function dueReviewsPage({ practitioners }: Viewers): BenchCase {
  return readingPage({
    name: 'reviews due',
    viewers: practitioners,
    pathOf: () => routes.dueReviews(),
    read: async (viewer) => {
      await listDueReviews(await actorOf(viewer), parseDueReviewFilter({}))
    },
  })
}

/** What the practice reads before a review: the shared plan, the summary, what is open, who to call, earlier reviews. */
export function reviewFirstPage({ practitioners }: Viewers): BenchCase {
  return readingPage({
    name: 'first page of a review',
    viewers: practitioners,
    pathOf: (patientId) => routes.cancerCareReview(patientId, diagnosisOf(patientId)),
    read: async (viewer, patientId) => {
      await getFirstPage(await actorOf(viewer), { patientId, diagnosisId: diagnosisOf(patientId) })
    },
    idsOf: (patientId) => [patientId, diagnosisOf(patientId)],
  })
}

/** Ids of the bench differ in what kind of row they name: `bench.id(16, n)` is a person, `bench.id(32, n)` their diagnosis. */
function diagnosisOf(patientId: string): string {
  return patientId.replace('-7010-', '-7020-')
}

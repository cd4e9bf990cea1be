import { ViewLinks } from '@/components/nhs/view-links'
import { routes } from '@/lib/platform/routes'
import { reviewsAddress } from '@/lib/results/place-in-list'

const VIEWS = [
  { view: 'all', label: 'All to review', href: reviewsAddress({ show: 'all', after: null }) },
  { view: 'single', label: 'Out of range only', href: reviewsAddress({ show: 'single', after: null }) },
  { view: 'tell', label: 'To tell', href: routes.resultsToTell() },
  { view: 'unmatched', label: 'Could not be filed', href: routes.unmatchedResults() },
  { view: 'files', label: 'Results by file', href: routes.resultFiles() },
] as const

/** The ways to see results of one's own teams. */
export function ResultsSwitch({ current }: { current: (typeof VIEWS)[number]['view'] }) {
  const links = VIEWS.map(({ view, ...link }) => ({ ...link, isCurrent: view === current }))
  return <ViewLinks label="Which results" links={links} />
}

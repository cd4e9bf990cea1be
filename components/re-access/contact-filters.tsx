import { Button } from '@/components/nhs/button'
import { FilterSelect } from '@/components/nhs/filter-select'
import { routes } from '@/lib/platform/routes'
import type { ContactFilter } from '@/lib/re-access/contact-filter'
import { OUTCOME_LABELS, REASON_LABELS } from '@/lib/re-access/labels'

const optionsOf = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

/** The filters of the log. All state is in the address. */
export function ContactFilters({ filter }: { filter: ContactFilter }) {
  return (
    <form className="app-filters" method="get" action={routes.contacts()}>
      <FilterSelect
        name="reason"
        label="About"
        value={filter.reason}
        any="Everything"
        options={optionsOf(REASON_LABELS)}
      />
      <FilterSelect
        name="outcome"
        label="Outcome"
        value={filter.outcome}
        any="Any, or none yet"
        options={optionsOf(OUTCOME_LABELS)}
      />
      <Button variant="secondary" small>
        Filter
      </Button>
    </form>
  )
}

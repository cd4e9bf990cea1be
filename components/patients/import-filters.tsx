import { Button } from '@/components/nhs/button'
import { FilterSelect } from '@/components/nhs/filter-select'
import { REASON_WORDS } from '@/lib/patients/import/import-reasons'
import { reviewAddress, type ReviewFilter, type RowChoice } from '@/lib/patients/import/review-filter'
import { routes } from '@/lib/platform/routes'

const ROW_WORDS: readonly [RowChoice, string][] = [
  ['all', 'All rows'],
  ['accepted', 'Accepted'],
  ['rejected', 'Rejected'],
  ['duplicate', 'Repeats of an earlier row'],
]

type Props = { importId: string; filter: ReviewFilter; isWaiting: boolean }

/** Which rows are shown. Rows without a problem are there only while the import waits. */
export function ImportFilters({ importId, filter, isWaiting }: Props) {
  const choices = ROW_WORDS.filter(([choice]) => isWaiting || choice !== 'all')
  return (
    <>
      <form className="app-filters" method="get" action={routes.patientImport(importId)}>
        <FilterSelect
          name="rows"
          label="Rows"
          value={filter.rows}
          any="With something to look at"
          options={choices.map(([value, label]) => ({ value, label }))}
        />
        <FilterSelect
          name="reason"
          label="Reason"
          value={filter.reason}
          any="Any reason"
          options={Object.entries(REASON_WORDS).map(([value, label]) => ({ value, label }))}
        />
        <Button variant="secondary" small>
          Filter
        </Button>
      </form>
      {filter.reason || filter.rows !== 'problems' ? (
        <p>
          <a href={reviewAddress(importId, filter, { rows: 'problems', reason: null })}>Remove filters</a>
        </p>
      ) : null}
    </>
  )
}

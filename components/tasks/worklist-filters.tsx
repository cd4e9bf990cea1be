import { Button } from '@/components/nhs/button'
import { FilterSelect } from '@/components/nhs/filter-select'
import { routes } from '@/lib/platform/routes'
import { DUE_LABELS, KIND_LABELS } from '@/lib/tasks/labels'
import { TASK_KINDS } from '@/lib/tasks/task-kinds'
import type { WorklistOwner } from '@/lib/tasks/worklist'
import { DUE_CHOICES, LISTED_KINDS, worklistAddress, type WorklistFilter } from '@/lib/tasks/worklist-filter'

type Props = { filter: WorklistFilter; owners: readonly WorklistOwner[] }

const HOSPITAL_KINDS = LISTED_KINDS.filter((kind) => TASK_KINDS[kind].worker === 'hospital')

/** The filters and, below, those applied, each with its remove link. All state is in the address. */
export function WorklistFilters({ filter, owners }: Props) {
  const people = owners.map((owner) => ({
    value: owner.id,
    label: `${owner.given_name} ${owner.family_name}`,
  }))
  return (
    <>
      <form className="app-filters" method="get" action={routes.worklist()}>
        {filter.list === 'mine' ? <input type="hidden" name="list" value="mine" /> : null}
        <FilterSelect
          name="kind"
          label="What to do"
          value={filter.kind}
          any="Everything"
          options={HOSPITAL_KINDS.map((kind) => ({ value: kind, label: KIND_LABELS[kind] }))}
        />
        <FilterSelect
          name="due"
          label="Due"
          value={filter.due}
          any="Any time"
          options={DUE_CHOICES.map((due) => ({ value: due, label: DUE_LABELS[due] }))}
        />
        {filter.list === 'team' ? (
          <FilterSelect
            name="owner"
            label="Owner"
            value={filter.owner}
            any="Anybody"
            options={[{ value: 'nobody', label: 'The team, nobody in particular' }, ...people]}
          />
        ) : null}
        <Button variant="secondary" small>
          Filter
        </Button>
      </form>
      <AppliedFilters filter={filter} people={people} />
    </>
  )
}

function AppliedFilters({
  filter,
  people,
}: {
  filter: WorklistFilter
  people: { value: string; label: string }[]
}) {
  const applied: { words: string; without: Partial<WorklistFilter> }[] = []
  if (filter.kind) applied.push({ words: KIND_LABELS[filter.kind], without: { kind: null } })
  if (filter.due) applied.push({ words: DUE_LABELS[filter.due], without: { due: null } })
  if (filter.owner) applied.push({ words: ownerWords(filter.owner, people), without: { owner: null } })
  if (applied.length === 0) return null
  return (
    <p>
      Applied:{' '}
      {applied.map(({ words, without }) => (
        <span className="app-applied" key={words}>
          {words}{' '}
          <a href={worklistAddress(filter, without)}>
            Remove<span className="app-hidden"> filter {words}</span>
          </a>{' '}
        </span>
      ))}
    </p>
  )
}

function ownerWords(owner: string, people: { value: string; label: string }[]): string {
  if (owner === 'nobody') return 'The team, nobody in particular'
  return people.find((person) => person.value === owner)?.label ?? 'Somebody no longer in the team'
}

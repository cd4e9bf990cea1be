import { Button } from '@/components/nhs/button'
import { Select } from '@/components/nhs/select'
import { TextInput } from '@/components/nhs/text-input'
import { STAFF_STATES, type StaffFilter } from '@/lib/accounts/staff-filter'
import { staffStateLabels } from '@/lib/accounts/staff-state'
import { routes } from '@/lib/platform/routes'

type Props = { filter: StaffFilter; teams: readonly { id: string; name: string }[] }

/** Narrows the list of staff; what is asked for stands in the address. */
export function StaffFilters({ filter, teams }: Props) {
  return (
    <form method="get" action={routes.staffList()} role="search" aria-label="Find staff">
      <div className="flex flex-wrap items-end gap-x-6 [&>*]:max-w-full">
        <TextInput name="find" label="Name or email address" value={filter.find} width={20} type="search" />
        <Select
          name="team"
          label="Team"
          value={filter.teamId}
          options={[
            { value: '', label: 'Any team' },
            ...teams.map((team) => ({ value: team.id, label: team.name })),
          ]}
        />
        <Select
          name="state"
          label="Account"
          value={filter.state}
          options={[
            { value: '', label: 'Any' },
            ...STAFF_STATES.map((state) => ({ value: state, label: staffStateLabels[state] })),
          ]}
        />
        <Button variant="secondary">Find</Button>
      </div>
    </form>
  )
}

import { Button } from '@/components/nhs/button'
import { DateInput } from '@/components/nhs/date-input'
import { Fieldset } from '@/components/nhs/fieldset'
import { Select } from '@/components/nhs/select'
import { TextInput } from '@/components/nhs/text-input'
import type { ActionOwnerChoice } from '@/lib/cancer-care-reviews/action-rules'
import { isActionBegun, MOST_ACTIONS, type DraftAction } from '@/lib/cancer-care-reviews/review-draft'
import { typedDateValue } from './typed-date-value'

type Props = { actions: readonly DraftAction[]; owners: readonly ActionOwnerChoice[] }

const BLANK: DraftAction = { what: '', owner: '', dueOn: { day: '', month: '', year: '' } }

/** What was agreed, with whose it is and by when: the rows that are begun, and one more. */
export function ReviewActionFields({ actions, owners }: Props) {
  const begun = actions.filter(isActionBegun)
  const rows = [...begun, BLANK].slice(0, MOST_ACTIONS)
  return (
    <section id="actions">
      <h2 className="text-2xl">Actions</h2>
      <p>Each with who does it and by when. Leave the row empty if nothing was agreed.</p>
      {rows.map((action, index) => (
        <ActionRow action={action} number={index + 1} owners={owners} key={index} />
      ))}
      {rows.length < MOST_ACTIONS ? (
        <Button name="intent" value="more" variant="secondary" small>
          Add another action
        </Button>
      ) : null}
    </section>
  )
}

type RowProps = { action: DraftAction; number: number; owners: Props['owners'] }

function ActionRow({ action, number, owners }: RowProps) {
  const name = `actions.${number}`
  return (
    <Fieldset legend={`Action ${number}`} labelSize="s">
      <div className="lg:grid lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_19rem] lg:items-end lg:gap-6">
        <TextInput name={`${name}.what`} label="What" value={action.what} />
        <Select
          name={`${name}.owner`}
          label="Who"
          value={action.owner}
          options={[
            { value: '', label: 'Select' },
            ...owners.map((owner) => ({ value: owner.value, label: owner.name })),
          ]}
        />
        <DateInput name={`${name}.dueOn`} label="By when" value={typedDateValue(action.dueOn)} />
      </div>
    </Fieldset>
  )
}

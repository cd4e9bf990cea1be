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
      <h2>Actions</h2>
      {rows.map((action, index) => (
        <ActionRow action={action} number={index + 1} owners={owners} key={index} />
      ))}
      {rows.length < MOST_ACTIONS ? (
        <button type="submit" name="intent" value="more" className="app-link-button">
          Add another action
        </button>
      ) : null}
    </section>
  )
}

type RowProps = { action: DraftAction; number: number; owners: Props['owners'] }

function ActionRow({ action, number, owners }: RowProps) {
  const name = `actions.${number}`
  return (
    <Fieldset legend={`Action ${number}`} labelHidden>
      <div className="app-compact__line">
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

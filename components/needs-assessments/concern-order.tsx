import { NumberInput } from '@/components/nhs/number-input'
import type { DraftConcern } from '@/lib/needs-assessments/draft-content'

type Props = { name: string; label: string; typed: DraftConcern | undefined }

/** The person's order as a number. Where the running list is there to put concerns in order, it fills this in. */
export function ConcernOrder({ name, label, typed }: Props) {
  return (
    <div className="group-data-ordered/recording:hidden">
      <NumberInput
        name={`${name}.priority`}
        label={
          <>
            Order to talk about<span className="app-hidden"> {label}</span>
          </>
        }
        hint="1 comes first. Leave empty if it is not a priority"
        value={typed?.priority}
        width={2}
      />
    </div>
  )
}

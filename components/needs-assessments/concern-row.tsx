import { Checkboxes } from '@/components/nhs/checkboxes'
import { TextInput } from '@/components/nhs/text-input'
import type { DraftConcern } from '@/lib/needs-assessments/draft-content'
import { ConcernDetails } from './concern-details'
import { ConcernOrder } from './concern-order'

type Props = {
  /** `concerns.fatigue`: what its fields' names begin with. */
  name: string
  label: string
  typed: DraftConcern | undefined
  /** Outside the catalogue: its name is typed. */
  isNamed?: boolean
}

/** One concern to select; what there is to say about it shows once it is selected. */
export function ConcernRow({ name, label, typed, isNamed }: Props) {
  const details = (
    <>
      {isNamed ? <TextInput name={`${name}.label`} label="What is it?" value={typed?.label} /> : null}
      <ConcernDetails name={name} label={label} typed={typed} />
      <ConcernOrder name={name} label={label} typed={typed} />
    </>
  )
  return (
    <div className="*:mb-0" data-concern={name} data-label={isNamed ? undefined : label}>
      <Checkboxes
        name={`${name}.picked`}
        values={typed?.picked ? ['on'] : []}
        small
        items={[{ value: 'on', label, conditional: details }]}
      />
    </div>
  )
}

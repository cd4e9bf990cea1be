'use client'

import { Checkboxes } from '@/components/nhs/checkboxes'
import { useFormInProgress } from '@/components/nhs/form-context'
import { errorFor, valuesOf } from '@/lib/platform/form-state'

/** Asked only once the form came back saying that there is a record already: whether to join it. */
export function JoinConfirmation() {
  const { state } = useFormInProgress()
  if (!errorFor(state, 'join') && valuesOf(state, 'join').length === 0) return null
  return (
    <Checkboxes
      name="join"
      label="This person has a record already"
      hint="Another team has made it. Your team will see all of it and nothing in it is replaced by what you typed; if it has no practice, the one that you selected is added. The other teams stay as they are"
      items={[{ value: 'yes', label: 'It is the same person: join the record that is there' }]}
    />
  )
}

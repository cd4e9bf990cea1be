'use client'

import { Checkboxes } from '@/components/nhs/checkboxes'
import { useFormInProgress } from '@/components/nhs/form-context'
import { errorFor, valuesOf } from '@/lib/platform/form-state'

/** Asked only once the form came back with what happened after the date of death that was typed. */
export function DeathDateConfirmation() {
  const { state } = useFormInProgress()
  if (!errorFor(state, 'isDateRight') && valuesOf(state, 'isDateRight').length === 0) return null
  return (
    <Checkboxes
      name="isDateRight"
      label="The record goes on after that day"
      items={[{ value: 'yes', label: 'The date of death is right' }]}
    />
  )
}

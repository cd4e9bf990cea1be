'use client'

import { useFormInProgress } from '@/components/nhs/form-context'
import { TextArea } from '@/components/nhs/text-area'
import { errorFor, valueOf } from '@/lib/platform/form-state'

/** Asked only once the form came back saying what looks wrong. */
export function SlipConfirmation() {
  const { state } = useFormInProgress()
  if (!errorFor(state, 'confirmedSlip') && valueOf(state, 'confirmedSlip') === '') return null
  return <TextArea name="confirmedSlip" label="If it is right as it is, how do you know?" rows={2} />
}

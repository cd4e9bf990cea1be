import type { ReactNode } from 'react'
import { ActionForm } from '@/components/nhs/action-form'
import { Button } from '@/components/nhs/button'
import { TextArea } from '@/components/nhs/text-area'
import type { FormAction } from '@/lib/platform/form-state'
import type { LiveSummary } from '@/lib/treatment-summaries/treatment-summary'
import { SummaryFormFields } from './summary-form-fields'

type Props = {
  summary: LiveSummary
  action: FormAction
  /** The page as far as the form: the summary of errors stands above its heading. */
  children: ReactNode
}

/** Opens a signed summary to be written again. */
export function AmendForm({ summary, action, children }: Props) {
  return (
    <ActionForm action={action}>
      {children}
      <h2>Amend it</h2>
      <p>What is signed is never changed: an amendment is a new version that says what changed.</p>
      <SummaryFormFields summary={summary} />
      <TextArea
        name="reason"
        label="Why does it need to be written again?"
        hint="The practice and the person see this"
        rows={2}
      />
      <Button variant="secondary">Amend the summary</Button>
    </ActionForm>
  )
}

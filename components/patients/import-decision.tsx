import type { ReactNode } from 'react'
import { ActionForm } from '@/components/nhs/action-form'
import { Button, ButtonGroup } from '@/components/nhs/button'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { SubmissionId } from '@/components/nhs/submission-id'
import type { FormAction } from '@/lib/platform/form-state'

type Props = {
  importId: string
  accepted: number
  apply: FormAction
  discard: FormAction
  /** What the decision is about; its errors stand above it. */
  children: ReactNode
}

/** Whether what was looked through is written or put away. */
export function ImportDecision({ importId, accepted, apply, discard, children }: Props) {
  return (
    <>
      <ActionForm action={apply} id="apply-import">
        {children}
        <SubmissionId />
        <HiddenInput name="importId" value={importId} />
        {accepted > 0 ? (
          <>
            <p>
              The accepted rows are imported together. Whoever is new is in the care of the team at once; of
              those who are known, what the file newly says is taken.
            </p>
            <Button>
              {accepted === 1
                ? 'Import the 1 accepted row'
                : `Import ${accepted.toLocaleString('en-GB')} accepted rows`}
            </Button>
          </>
        ) : (
          <p>No row can be imported. Correct the list in the hospital’s system and send it again.</p>
        )}
      </ActionForm>
      <ActionForm action={discard} id="discard-import">
        <SubmissionId />
        <HiddenInput name="importId" value={importId} />
        <ButtonGroup>
          <Button variant="secondary">Discard this import</Button>
        </ButtonGroup>
      </ActionForm>
    </>
  )
}

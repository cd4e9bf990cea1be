import type { ReactNode } from 'react'
import { ActionForm } from '@/components/nhs/action-form'
import { Button, ButtonGroup } from '@/components/nhs/button'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { InsetText } from '@/components/nhs/inset-text'
import { SubmissionId } from '@/components/nhs/submission-id'
import type { FormAction } from '@/lib/platform/form-state'
import type { ResultFileReview } from '@/lib/results/result-files'

type Props = {
  file: ResultFileReview
  apply: FormAction
  discard: FormAction
  /** What the decision is about; its errors stand above it. */
  children: ReactNode
}

/** Whether what was looked through is filed or put away; once begun, it can only be gone on with. */
export function FileDecision({ file: { id, report, begun }, apply, discard, children }: Props) {
  const toDo = report.file + report.queue
  return (
    <>
      <ActionForm action={apply} id="apply-file">
        {children}
        <SubmissionId />
        <HiddenInput name="fileId" value={id} />
        {begun > 0 ? (
          <InsetText>
            It was interrupted after {begun.toLocaleString('en-GB')} rows. Those are done and are not done
            again.
          </InsetText>
        ) : null}
        {toDo > 0 ? (
          <>
            <p>
              Each result that fits is filed under its person and waits for review. What does not fit for sure
              is left to a person, with the reason.
            </p>
            <Button>{begun > 0 ? 'Go on with the file' : buttonWords(report.file, report.queue)}</Button>
          </>
        ) : (
          <p>Nothing in this file has to be filed.</p>
        )}
      </ActionForm>
      {begun > 0 ? null : (
        <ActionForm action={discard} id="discard-file">
          <SubmissionId />
          <HiddenInput name="fileId" value={id} />
          <ButtonGroup>
            <Button variant="secondary">Put this file away</Button>
          </ButtonGroup>
        </ActionForm>
      )}
    </>
  )
}

function buttonWords(toFile: number, toQueue: number): string {
  const filed = `File ${toFile.toLocaleString('en-GB')} ${toFile === 1 ? 'result' : 'results'}`
  if (toQueue === 0) return filed
  const left = `${toQueue.toLocaleString('en-GB')} to a person`
  return toFile === 0 ? `Leave ${left}` : `${filed}, leave ${left}`
}

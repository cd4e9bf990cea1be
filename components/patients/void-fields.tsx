import { Button } from '@/components/nhs/button'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { SubmissionId } from '@/components/nhs/submission-id'
import { TextArea } from '@/components/nhs/text-area'
import { WarningCallout } from '@/components/nhs/warning-callout'

type Props = {
  /** What is marked, as a sentence names it: "Breast, left (C50.9)". */
  what: string
  patientId: string
  version: number
}

/** The fields that mark something as recorded in error: it stays on the record as such, and counts for nothing more. */
export function VoidFields({ what, patientId, version }: Props) {
  return (
    <>
      <WarningCallout headingLevel={2}>
        <p>
          {what} stays on the record, marked as recorded in error, and no longer counts for anything that is
          due. This cannot be undone. If it happened but is over, do not mark it: give it an end.
        </p>
      </WarningCallout>
      <SubmissionId />
      <HiddenInput name="patientId" value={patientId} />
      <HiddenInput name="version" value={String(version)} />
      <TextArea name="reason" label="What was wrong?" rows={3} />
      <Button variant="warning">Mark as recorded in error</Button>
    </>
  )
}

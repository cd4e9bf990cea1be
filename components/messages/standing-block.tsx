import { ActionForm } from '@/components/nhs/action-form'
import { Button } from '@/components/nhs/button'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { SubmissionId } from '@/components/nhs/submission-id'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import type { ContactBlock } from '@/lib/messages/contact-blocks'
import { blockWords } from '@/lib/messages/labels'
import type { FormAction } from '@/lib/platform/form-state'

type Props = { block: ContactBlock; patientId: string; end: FormAction | null }

/** What stands, or stood, against a way of reaching the person, and the button that ends it. */
export function BlockStory({ block, patientId, end }: Props) {
  const { id, version, note, startedOn, endedOn, by } = block
  const words = blockWords(block)
  return (
    <li>
      <strong>{words}</strong>, from {formatDateForStaff(startedOn)}
      {endedOn ? ` to ${formatDateForStaff(endedOn)}` : ''}, recorded by {by}
      {note ? <span className="app-preserve-lines">. {note}</span> : null}
      {end ? (
        <ActionForm action={end}>
          <SubmissionId />
          <HiddenInput name="patientId" value={patientId} />
          <HiddenInput name="blockId" value={id} />
          <HiddenInput name="version" value={String(version)} />
          <Button variant="secondary" small>
            End this<span className="app-hidden">: {words}</span>
          </Button>
        </ActionForm>
      ) : null}
    </li>
  )
}

import { HiddenInput } from '@/components/nhs/hidden-input'
import { SubmissionId } from '@/components/nhs/submission-id'
import type { ProtocolPage } from '@/lib/follow-up/get-protocol'

/** Which protocol of which organisation a form is about, and what it was shown to have said last. */
export function PublicationPlace({ page: { organisation, protocol, history } }: { page: ProtocolPage }) {
  return (
    <>
      <SubmissionId />
      <HiddenInput name="organisationId" value={organisation.id} />
      <HiddenInput name="protocol" value={protocol.id} />
      <HiddenInput name="number" value={String(history[0]?.number ?? 0)} />
    </>
  )
}

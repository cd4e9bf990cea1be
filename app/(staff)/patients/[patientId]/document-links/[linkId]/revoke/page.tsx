import type { Metadata } from 'next'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Main } from '@/components/nhs/main'
import { SubmissionId } from '@/components/nhs/submission-id'
import { TextInput } from '@/components/nhs/text-input'
import { pageRead } from '@/lib/accounts/page-read'
import { LINK_STATE_LABELS } from '@/lib/document-links/labels'
import { mayBeRevoked } from '@/lib/document-links/link-rules'
import { getLinkToRevoke } from '@/lib/document-links/revoke-document-link'
import { formatInstantForStaff } from '@/lib/nhs/instant'
import { routes } from '@/lib/platform/routes'
import { revokeDocumentLinkAction } from './actions'

export const metadata: Metadata = { title: 'Revoke a link' }

type Props = { params: Promise<{ patientId: string; linkId: string }> }

export default async function RevokeDocumentLinkPage({ params }: Props) {
  const { patientId, linkId } = await params
  const link = await pageRead((actor) => getLinkToRevoke(actor, { patientId, linkId }))
  return (
    <Main before={<BackLink href={routes.treatmentSummaryLinks(patientId, link.summaryId)} />}>
      <ActionForm action={revokeDocumentLinkAction}>
        <h1>Revoke this link?</h1>
        <p>
          Made for {link.practice} on {formatInstantForStaff(link.issuedAt)} by {link.issuedBy}. State:{' '}
          {LINK_STATE_LABELS[link.state].label.toLowerCase()}.
        </p>
        {mayBeRevoked(link.state) ? (
          <>
            <p>
              Whoever has it can open nothing with it any more, and a document that is open by it closes. What
              the practice has answered stays. The practice is not told: ring it if it waits for the link.
            </p>
            <SubmissionId />
            <HiddenInput name="patientId" value={patientId} />
            <HiddenInput name="linkId" value={link.id} />
            <TextInput
              name="reason"
              label="Why is it revoked?"
              hint="For example, sent to the wrong address"
            />
            <Button variant="warning">Revoke the link</Button>
          </>
        ) : (
          <p>It opens nothing any more.</p>
        )}
      </ActionForm>
    </Main>
  )
}

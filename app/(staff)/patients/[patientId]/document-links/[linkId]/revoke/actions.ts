'use server'

import { formAction } from '@/lib/accounts/form-action'
import { revokeDocumentLink } from '@/lib/document-links/revoke-document-link'
import { revokeDocumentLinkSchema } from '@/lib/document-links/schema'
import { routes } from '@/lib/platform/routes'

export const revokeDocumentLinkAction = formAction(
  'document-link.revoke',
  revokeDocumentLinkSchema,
  async (actor, input) => {
    const { summaryId } = await revokeDocumentLink(actor, input)
    return `${routes.treatmentSummaryLinks(input.patientId, summaryId)}?done=revoked`
  },
)

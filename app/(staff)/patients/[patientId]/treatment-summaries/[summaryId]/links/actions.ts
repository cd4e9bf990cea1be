'use server'

import { formAction } from '@/lib/accounts/form-action'
import { showOnce } from '@/lib/accounts/shown-once'
import { routes } from '@/lib/platform/routes'
import { issueSummaryLink } from '@/lib/treatment-summaries/issue-summary-link'
import { issueSummaryLinkSchema } from '@/lib/treatment-summaries/schema'

export const issueSummaryLinkAction = formAction(
  'document-link.issue',
  issueSummaryLinkSchema,
  async (actor, input) => {
    const { linkId, secret } = await issueSummaryLink(actor, input)
    const { sessionId } = actor
    if (secret) await showOnce({ kind: 'document_link', aboutId: linkId, sessionId, lines: [secret] })
    return `${routes.treatmentSummaryLinks(input.patientId, input.summaryId)}?done=issued`
  },
)

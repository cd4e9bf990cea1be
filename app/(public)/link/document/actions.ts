'use server'

import { leaveDocument } from '@/lib/document-links/leave-document'
import { clearLinkCookie } from '@/lib/document-links/link-cookie'
import { linkFormAction } from '@/lib/document-links/link-form-action'
import { noFieldsSchema } from '@/lib/document-links/schema'
import { routes } from '@/lib/platform/routes'
import { markSummarySeenByLink } from '@/lib/treatment-summaries/mark-seen-by-link'

export const markReadByLinkAction = linkFormAction(
  'document-link.mark-read',
  noFieldsSchema,
  async (actor) => {
    await markSummarySeenByLink(actor)
    return `${routes.linkedDocument()}?done=read`
  },
)

export const leaveDocumentAction = linkFormAction('document-link.leave', noFieldsSchema, async (actor) => {
  await leaveDocument(actor)
  await clearLinkCookie()
  return `${routes.linkEnded()}?done=left`
})

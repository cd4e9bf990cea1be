'use server'

import { publicFormAction } from '@/lib/accounts/form-action'
import { setLinkCookie } from '@/lib/document-links/link-cookie'
import { openDocumentLink } from '@/lib/document-links/open-document-link'
import { openDocumentLinkSchema } from '@/lib/document-links/schema'
import { routes } from '@/lib/platform/routes'

export const openDocumentLinkAction = publicFormAction(
  'document-link.open',
  openDocumentLinkSchema,
  async (input) => {
    const session = await openDocumentLink(input)
    // The page of the link then says that it cannot be used, in the words for every such link.
    if (!session) return routes.documentLink(input.link)
    await setLinkCookie(session)
    return routes.linkedDocument()
  },
)

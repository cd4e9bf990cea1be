import type { DocumentLinkEventKind, SummaryChannel } from '@/lib/platform/prisma-client/enums'

/** Where a link stands. `locked`: dead after too many wrong dates of birth. `replaced`: a newer one opens the same. */
export type DocumentLinkState = 'live' | 'used' | 'locked' | 'expired' | 'revoked' | 'replaced'

/** What became of a link, oldest first. */
export type DocumentLinkFact = {
  kind: DocumentLinkEventKind
  at: Date
  by: string | null
  reason: string | null
}

/** A link as the hospital team sees it; its secret nobody sees again. */
export type DocumentLinkView = {
  id: string
  patientId: string
  deliveryId: string
  summaryId: string
  versionNumber: number
  practice: string
  channel: SummaryChannel
  issuedAt: Date
  issuedBy: string
  expiresAt: Date
  state: DocumentLinkState
  facts: DocumentLinkFact[]
}

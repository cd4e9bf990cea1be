import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { ProtocolPublicationKind } from '@/lib/platform/prisma-client/enums'

/** What an organisation said of a protocol, as a page shows it. */
export type PublicationView = {
  id: string
  number: number
  kind: ProtocolPublicationKind
  version: string
  /** Who approved it for the organisation and when; null where it was withdrawn. */
  approvedBy: string | null
  approvedOn: CalendarDate | null
  reason: string | null
  at: Date
  by: string
}

import 'server-only'
import { fromDatabaseDateOrNull } from '@/lib/platform/database-dates'
import type { PublicationView } from '../publication-view'
import type { PublicationRow } from './publications'

export function viewPublication(row: PublicationRow, nameOf: (id: string | null) => string): PublicationView {
  const { id, number, kind, version, approvedBy, approvedOn, reason, recordedAt, recordedById } = row
  return {
    ...{ id, number, kind, version, approvedBy, reason },
    approvedOn: fromDatabaseDateOrNull(approvedOn),
    at: recordedAt,
    by: nameOf(recordedById),
  }
}

import 'server-only'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { fromDatabaseDate } from '@/lib/platform/database-dates'
import type { Tx } from '@/lib/platform/database'

/** When a person last agreed a care plan, with whichever team; null if they never did. For who has the patient open. */
export async function latestAgreement(tx: Tx, patientId: string): Promise<CalendarDate | null> {
  const row = await tx.carePlanVersion.findFirst({
    where: { patientId },
    orderBy: { agreedOn: 'desc' },
    select: { agreedOn: true },
  })
  return row && fromDatabaseDate(row.agreedOn)
}

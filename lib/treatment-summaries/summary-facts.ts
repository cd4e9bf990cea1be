import 'server-only'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDateOrNull } from '@/lib/platform/database-dates'

/** When a summary of the diagnosis was last sent to the practice; null if never. For who has the patient open. */
export async function summarySentOn(
  tx: Tx,
  { patientId, diagnosisId }: { patientId: string; diagnosisId: string },
): Promise<CalendarDate | null> {
  const last = await tx.treatmentSummaryDelivery.findFirst({
    where: { patientId, recipient: 'practice', version: { summary: { diagnosisId } } },
    orderBy: { sentOn: 'desc' },
    select: { sentOn: true },
  })
  return fromDatabaseDateOrNull(last?.sentOn ?? null)
}

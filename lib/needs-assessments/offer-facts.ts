import 'server-only'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDateOrNull } from '@/lib/platform/database-dates'
import { listVoidedFacts } from '@/lib/platform/voided-facts'

/** When an assessment was last offered; null if never, or only by mistake. For who has the patient open. */
export async function assessmentOfferedOn(tx: Tx, patientId: string): Promise<CalendarDate | null> {
  const voided = await listVoidedFacts(tx, patientId, 'assessment_offer')
  const last = await tx.assessmentOffer.findFirst({
    where: { patientId, id: { notIn: [...voided.keys()] } },
    orderBy: { offeredOn: 'desc' },
    select: { offeredOn: true },
  })
  return fromDatabaseDateOrNull(last?.offeredOn ?? null)
}

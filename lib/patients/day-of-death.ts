import 'server-only'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDateOrNull } from '@/lib/platform/database-dates'

/** The day on which a patient died; null for the living, and for who may not see the patient. */
export async function findDayOfDeath(tx: Tx, patientId: string): Promise<CalendarDate | null> {
  const patient = await tx.patient.findUnique({ where: { id: patientId }, select: { diedOn: true } })
  return fromDatabaseDateOrNull(patient?.diedOn ?? null)
}

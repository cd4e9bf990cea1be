import 'server-only'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDate, fromDatabaseDateOrNull } from '@/lib/platform/database-dates'
import { NotFound } from '@/lib/platform/errors'

/** When a person was born and, if they have died, when: what is told of them lies between. @throws NotFound */
export async function getLifeDates(
  tx: Tx,
  patientId: string,
): Promise<{ bornOn: CalendarDate; diedOn: CalendarDate | null }> {
  const patient = await tx.patient.findUnique({
    where: { id: patientId },
    select: { bornOn: true, diedOn: true },
  })
  if (!patient) throw new NotFound()
  return { bornOn: fromDatabaseDate(patient.bornOn), diedOn: fromDatabaseDateOrNull(patient.diedOn) }
}

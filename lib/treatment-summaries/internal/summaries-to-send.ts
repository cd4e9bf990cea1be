import 'server-only'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDateOrNull } from '@/lib/platform/database-dates'
import type { SummaryToSend } from '../treatment-summary'

/** The summaries of a patient, with what decides whether a practice gets them; the phase that ended last first. */
export async function findSummariesToSend(tx: Tx, patientId: string): Promise<SummaryToSend[]> {
  const rows = await tx.treatmentSummary.findMany({
    where: { patientId },
    orderBy: [{ phaseEndedOn: 'desc' }, { id: 'desc' }],
    select: {
      id: true,
      patientId: true,
      team: { select: { id: true, name: true } },
      patient: { select: { sharesWithPractice: true, diedOn: true } },
      versions: {
        orderBy: { number: 'desc' },
        select: {
          id: true,
          number: true,
          deliveries: {
            orderBy: { id: 'asc' },
            select: { id: true, recipient: true, teamId: true, channel: true, seenAt: true },
          },
        },
      },
    },
  })
  return rows.map(({ patient, ...summary }) => ({
    ...summary,
    person: { ...patient, diedOn: fromDatabaseDateOrNull(patient.diedOn) },
  }))
}

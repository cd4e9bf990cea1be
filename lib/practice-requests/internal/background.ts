import 'server-only'
import type { Diagnosis } from '@/lib/diagnoses/diagnosis'
import { listDiagnoses } from '@/lib/diagnoses/queries'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { Tx } from '@/lib/platform/database'
import type { RequestBackground } from '../request'

type Row = {
  diagnosis_id: string
  phase: string
  phase_ended_on: CalendarDate
  delivery_id: string | null
}

/** What a request is about, for who may read it. */
export async function backgroundOf(
  tx: Tx,
  { id, patientId }: { id: string; patientId: string },
): Promise<RequestBackground | null> {
  const [row] = await tx.$queryRaw<Row[]>`
    select diagnosis_id, phase, phase_ended_on::text, delivery_id from access.background_of_request(${id}::uuid)`
  if (!row) return null
  const diagnoses: Diagnosis[] = await listDiagnoses(tx, patientId, 'voided')
  return {
    diagnosis: diagnoses.find((diagnosis) => diagnosis.id === row.diagnosis_id) ?? null,
    phase: row.phase,
    phaseEndedOn: row.phase_ended_on,
    deliveryId: row.delivery_id,
  }
}

import 'server-only'
import type { Tx } from '@/lib/platform/database'
import type { TaskKind } from '@/lib/platform/prisma-client/enums'

/** What is open, whoever holds it. */
export type OpenOfPatient = { kind: TaskKind; subjectId: string; teamId: string }

/** What is open of these kinds about a patient, whichever team holds it. For who may open and close the patient's tasks. */
export async function listOpenOfPatient(
  tx: Tx,
  { patientId, kinds }: { patientId: string; kinds: readonly TaskKind[] },
): Promise<OpenOfPatient[]> {
  return tx.$queryRaw<OpenOfPatient[]>`
    select kind::text, subject_id as "subjectId", team_id as "teamId"
    from access.open_about(${patientId}::uuid, ${[...kinds]}::task_kind[])`
}

import 'server-only'
import type { Tx } from '@/lib/platform/database'

/** A practice that people can be registered with. `code` is its ODS code. */
export type Practice = { id: string; code: string; name: string }

/** Every practice that is known here, by name. */
export async function listPractices(tx: Tx): Promise<Practice[]> {
  return tx.team.findMany({
    where: { kind: 'practice' },
    select: { id: true, code: true, name: true },
    orderBy: [{ name: 'asc' }, { code: 'asc' }],
  })
}

/** The team of the practice each of these patients is registered with, by patient; none for those without one. */
export async function findPracticesOf(tx: Tx, patientIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ patient_id: string; team_id: string }[]>`
    select wanted.patient_id, care.team_id
    from unnest(${[...patientIds]}::uuid[]) as wanted (patient_id),
      lateral access.care_team_of(wanted.patient_id) as care
      join team on team.id = care.team_id and team.kind = 'practice'`
  return new Map(rows.map((row) => [row.patient_id, row.team_id]))
}

/** Registers each patient with a practice, or with none where it is null: the practice before loses its access at once. */
export async function registerWithPractices(
  tx: Tx,
  registrations: readonly { patientId: string; practiceId: string | null }[],
): Promise<void> {
  if (registrations.length === 0) return
  await tx.$executeRaw`
    select access.register_with_practice("patientId", "practiceId")
    from jsonb_to_recordset(${JSON.stringify(registrations)}::jsonb) as wanted ("patientId" uuid, "practiceId" uuid)`
}

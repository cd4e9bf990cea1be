import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { admittedPatient, type PatientPlan } from '@/tests/factories/patients'
import { actorAtWork, teamId } from '@/tests/factories/people-who-work'
import { freshApplication } from '@/tests/support/application'
import type { TestDatabase } from '@/tests/support/database'

export type OpenTask = {
  kind: string
  dueOn: string
  detail: string | null
  ownerStaffId: string | null
  subjectId: string
}

export type BreastClinic = {
  database: TestDatabase
  breast: string
  clinician: Actor
  supportWorker: Actor
  /** Somebody just admitted to the team. */
  patient(plan?: PatientPlan): Promise<string>
  /** The patient's open tasks, soonest first. */
  openTasks(patientId: string): Promise<OpenTask[]>
  /** How often the table has the patient. */
  count(table: string, patientId: string): Promise<number>
  /** The events of the access log about the patient, in order. */
  events(patientId: string): Promise<string[]>
}

/** A team with a clinician and a support worker, in a database of its own. */
export async function aBreastClinic(): Promise<BreastClinic> {
  const database = await freshApplication()
  const { owner, auditor } = database.pools
  const breast = await teamId(owner, 'ZT101-BREAST')
  const clinician = await actorAtWork(owner, { teams: { 'ZT101-BREAST': 'clinician' } })
  const supportWorker = await actorAtWork(owner, {
    givenName: 'Cara',
    familyName: 'Lee',
    teams: { 'ZT101-BREAST': 'support_worker' },
  })
  return {
    database,
    breast,
    clinician,
    supportWorker,
    patient: (plan) => admittedPatient(clinician, breast, plan),
    openTasks: (patientId) =>
      asActor(clinician, async (tx) => {
        const tasks = await tx.task.findMany({
          where: { patientId, closedAt: null },
          orderBy: [{ dueOn: 'asc' }, { kind: 'asc' }],
        })
        return tasks.map(({ kind, dueOn, detail, ownerStaffId, subjectId }) => ({
          kind,
          dueOn: dueOn.toISOString().slice(0, 10),
          detail,
          ownerStaffId,
          subjectId,
        }))
      }),
    count: async (table, patientId) => {
      const { rows } = await database.superuser.query<{ count: string }>(
        `select count(*) from ${table} where patient_id = $1`,
        [patientId],
      )
      return Number(rows[0]?.count)
    },
    events: async (patientId) => {
      const { rows } = await auditor.query<{ event: string }>(
        'select event from access_log where patient_id = $1 order by sequence',
        [patientId],
      )
      return rows.map(({ event }) => event)
    },
  }
}

import type { Actor } from '@/lib/access/actor'
import { admittedPatient, type PatientPlan } from '@/tests/factories/patients'
import { registeredWith } from '@/tests/factories/care-plans'
import { actorAtWork, teamId } from '@/tests/factories/people-who-work'
import { publishedFirstVersions } from '@/tests/factories/protocols'
import { freshApplication } from '@/tests/support/application'
import type { TestDatabase } from '@/tests/support/database'

/** Two hospital teams and two practices with somebody at work in each. */
export type Setting = {
  database: TestDatabase
  breast: string
  urology: string
  practice: string
  otherPractice: string
  clinician: Actor
  supportWorker: Actor
  urologist: Actor
  gp: Actor
  otherGp: Actor
  /** Somebody in the care of the breast team, registered with the practice. */
  patient(plan?: PatientPlan & { practice?: boolean }): Promise<string>
  /** Open tasks of a patient, whoever's they are: `kind`, `team`, `owner`, `due`, `subject`, `detail`. */
  openTasks(patientId: string, kind?: string): Promise<OpenTask[]>
  /** What the access log has about a patient. */
  events(patientId: string): Promise<string[]>
}

export type OpenTask = {
  kind: string
  team_id: string
  owner_staff_id: string | null
  due_on: string
  subject_id: string
  detail: string | null
}

export async function makeSetting(): Promise<Setting> {
  const database = await freshApplication()
  const { owner } = database.pools
  await publishedFirstVersions(owner, 'ZT101')
  const breast = await teamId(owner, 'ZT101-BREAST')
  const practice = await teamId(owner, 'Z90001')
  const at = (teams: Record<string, 'clinician' | 'support_worker' | 'gp'>, familyName: string) =>
    actorAtWork(owner, { teams, familyName })
  const clinician = await at({ 'ZT101-BREAST': 'clinician' }, 'Jones')
  return {
    database,
    breast,
    practice,
    clinician,
    urology: await teamId(owner, 'ZT101-UROLOGY'),
    otherPractice: await teamId(owner, 'Z90002'),
    supportWorker: await at({ 'ZT101-BREAST': 'support_worker' }, 'Price'),
    urologist: await at({ 'ZT101-UROLOGY': 'clinician' }, 'Rao'),
    gp: await at({ Z90001: 'gp' }, 'Singh'),
    otherGp: await at({ Z90002: 'gp' }, 'Evans'),
    async patient({ practice: isRegistered = true, ...plan } = {}) {
      const patientId = await admittedPatient(clinician, breast, plan)
      if (isRegistered) await registeredWith(clinician, patientId, practice)
      return patientId
    },
    async openTasks(patientId, kind) {
      const { rows } = await database.superuser.query<OpenTask>(
        `select kind::text, team_id, owner_staff_id, due_on::text, subject_id, detail from task
         where patient_id = $1 and closed_at is null and ($2::text is null or kind::text = $2) order by kind, due_on, id`,
        [patientId, kind ?? null],
      )
      return rows
    },
    async events(patientId) {
      const { rows } = await database.pools.auditor.query<{ event: string }>(
        'select event from access_log where patient_id = $1 order by id',
        [patientId],
      )
      return rows.map((row) => row.event)
    },
  }
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { concernHistory } from '@/lib/needs-assessments/concern-history'
import { atInstant } from '@/lib/platform/clock'
import { completedAssessment } from '@/tests/factories/assessments'
import { aBreastClinic, type BreastClinic } from './a-breast-clinic'

describe('the scores of concerns over time', () => {
  let clinic: BreastClinic
  beforeAll(async () => {
    clinic = await aBreastClinic()
  })
  afterAll(() => clinic.database.drop())

  it('join assessments with what was scored again after an action', async () => {
    const { clinician, breast, database } = clinic
    const patientId = await clinic.patient()
    const assess = (day: string, concerns: { code: string; score: number }[]) =>
      atInstant(new Date(`${day}T12:00:00Z`), () =>
        completedAssessment(clinician, patientId, breast, { concerns }),
      )
    const first = await assess('2026-01-10', [
      { code: 'fatigue', score: 8 },
      { code: 'The cat', score: 3 },
    ])
    await rescored(database.superuser, {
      patientId,
      breast,
      first,
      code: 'fatigue',
      on: '2026-03-01',
      score: 6,
    })
    await assess('2026-06-01', [{ code: 'fatigue', score: 4 }])
    await expect(concernHistory(clinician, patientId)).resolves.toEqual([
      {
        code: 'fatigue',
        concern: 'Fatigue',
        scores: [
          { on: '2026-01-10', score: 8 },
          { on: '2026-03-01', score: 6 },
          { on: '2026-06-01', score: 4 },
        ],
      },
      { code: 'other', concern: 'The cat', scores: [{ on: '2026-01-10', score: 3 }] },
    ])
  })
})

type Rescore = { patientId: string; breast: string; first: string; code: string; on: string; score: number }

/** A finished action of a plan, with nothing else of it, behind the commands of care plans. */
async function rescored(
  superuser: BreastClinic['database']['superuser'],
  { patientId, breast, first, code, on, score }: Rescore,
): Promise<void> {
  const [plan, item, action, event] = Array.from({ length: 4 }, () => crypto.randomUUID())
  await superuser.query(
    'insert into care_plan (id, patient_id, team_id, assessment_id) values ($1, $2, $3, $4)',
    [plan, patientId, breast, first],
  )
  await superuser.query(
    `insert into plan_item (id, patient_id, care_plan_id, concern_code, concern_label, position) values ($1, $2, $3, $4, 'Fatigue', 1)`,
    [item, patientId, plan, code],
  )
  await superuser.query(
    `insert into action (id, patient_id, team_id, plan_item_id, what, owner_kind, due_on) values ($1, $2, $3, $4, 'Walk', 'person', $5)`,
    [action, patientId, breast, item, on],
  )
  await superuser.query(
    `insert into action_event (id, patient_id, action_id, kind, "on", new_score) values ($1, $2, $3, 'done', $4, $5)`,
    [event, patientId, action, on, score],
  )
}

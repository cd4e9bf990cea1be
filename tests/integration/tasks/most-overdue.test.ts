import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { listOpenOfKind } from '@/lib/tasks/open-of-kind'
import { listOpenSubjects } from '@/lib/tasks/open-subjects'
import { admittedPatient } from '@/tests/factories/patients'
import { actorAtWork } from '@/tests/factories/people-who-work'
import { makeSetting, type Setting } from '../care-plans/setting'

let setting: Setting
let both: Actor
beforeAll(async () => {
  setting = await makeSetting()
  both = await actorAtWork(setting.database.pools.owner, {
    teams: { 'ZT101-BREAST': 'clinician', 'ZT101-UROLOGY': 'clinician' },
  })
  const { breast, urology, clinician, urologist } = setting
  const [hers, his] = [await setting.patient(), await admittedPatient(urologist, urology)]
  const gone = await admittedPatient(clinician, breast)
  const { superuser } = setting.database
  await superuser.query('update care_relationship set ended_on = started_on where patient_id = $1', [gone])
  // Of a team that has the patient in care, of one that has not while another of the reader's has, and of nobody.
  for (const [patientId, teamId] of [
    [hers, breast],
    [his, urology],
    [his, breast],
    [gone, breast],
  ])
    await superuser.query(
      `insert into task (id, kind, patient_id, team_id, due_on, subject_id)
       select uuidv7(), case when n % 3 = 0 then 'post_letter' else 'answer_contact' end::task_kind, $1, $2,
         current_date - (n % 7), uuidv7() from generate_series(1, 30) as n`,
      [patientId, teamId],
    )
})
afterAll(() => setting.database.drop())

const own = () => [setting.breast, setting.urology]

it.each(['both', 'clinician', 'gp'] as const)(
  'open tasks of a kind are those that row security shows to %s, page by page',
  async (who) => {
    const actor = who === 'both' ? both : setting[who]
    await asActor(actor, async (tx) => {
      const shown = await tx.task.findMany({
        where: { kind: 'post_letter', teamId: { in: own() }, closedAt: null },
        orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
        select: { subjectId: true },
      })
      expect(shown).toHaveLength({ both: 30, clinician: 10, gp: 0 }[who])
      const pages = []
      for (let skip = 0; skip < 35; skip += 7)
        pages.push(...(await listOpenOfKind(tx, 'post_letter', own(), { skip, take: 7 })))
      expect(pages.map(({ subjectId }) => ({ subjectId }))).toEqual(shown)
      const found = await listOpenSubjects(tx, { teamIds: own(), kinds: ['post_letter'], most: 100 })
      expect(found).toEqual({ subjects: shown.map(({ subjectId }) => subjectId), hasMore: false })
      return null
    })
  },
)

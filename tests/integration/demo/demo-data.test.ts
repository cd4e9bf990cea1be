import type { Actor } from '@/lib/access/actor'
import { actorOfSession } from '@/lib/accounts/actor-of-session'
import { openSession } from '@/tests/factories/people-who-work'
import { STORIES } from '@/prisma/demo/situations'
import { inventedPerson } from '@/prisma/demo/invented-people'
import { portraitOf } from './portrait'
import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { today } from '@/lib/platform/clock'
import { loadDemoData } from '@/prisma/demo/load-demo-data'
import { freshApplication } from '@/tests/support/application'
import type { TestDatabase } from '@/tests/support/database'

describe('demo data', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await freshApplication()
    const t = performance.now()
    await loadDemoData({ ownerUrl: database.urls.owner, today: today() })
    process.stderr.write(`loaded in ${performance.now() - t}\n`)
  }, 120_000)
  afterAll(() => database.drop())
  it('counts', async () => {
    const { rows } = await database.superuser.query('select count(*) from patient')
    const t = await database.superuser.query(`
      select p.given_name||' '||p.family_name as name, p.born_on::text, task.kind, task.due_on - current_date as days, coalesce(s.given_name,'-') as owner, team.code, task.detail
      from patient p left join task on task.patient_id=p.id and task.closed_at is null left join staff s on s.id=task.owner_staff_id left join team on team.id=task.team_id
      where p.nhs_number < '9997005600' order by p.nhs_number, task.due_on, task.kind`)
    writeFileSync('/tmp/demo-a.txt',t.rows.map((r) => Object.values(r).join(' | ')).join('\n'))
    const beryl = {} as Record<string, Actor>
    for (const g of ['beryl','olu','hannah','tomasz']) {
      const { rows: [r] } = await database.superuser.query('select id from staff where email like $1', [g + '.%'])
      const { tokenHash } = await openSession(database.pools.owner, r.id)
      beryl[g] = (await actorOfSession(tokenHash))!
    }
    const out: string[] = []
    for (const [i, story] of STORIES.entries()) {
      const n = inventedPerson(i, story.person)
      const { rows: [r] } = await database.superuser.query('select id from patient where nhs_number = $1', [n.nhsNumber])
      const a = beryl[{ 'ZT101-BREAST': 'beryl', 'ZT101-UROLOGY': 'olu', 'ZT101-COLORECTAL': 'hannah', 'ZT102-BREAST': 'tomasz' }[story.team]]!
      out.push(story.person.familyName + ' | ' + Object.values(await portraitOf(a, r.id)).join(' | '))
    }
    writeFileSync('/tmp/demo-c.txt', out.join('\n'))
    const c = await database.superuser.query(`select team.code, task.kind, count(*), count(*) filter (where due_on < current_date) as overdue, count(owner_staff_id) as owned from task join team on team.id=team_id where closed_at is null group by 1,2 order by 1,2`)
    writeFileSync('/tmp/demo-b.txt',c.rows.map((r) => Object.values(r).join(' | ')).join('\n'))
    expect(rows).toEqual([])
  })
})

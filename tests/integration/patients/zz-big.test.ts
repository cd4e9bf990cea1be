import { afterAll, beforeAll, expect, it } from 'vitest'
import { applyPatientImport } from '@/lib/patients/apply-patient-import'
import { stagePatientImport } from '@/lib/patients/stage-patient-import'
import { nextNhsNumber } from '@/tests/factories/patients'
import { actorAtWork, teamId } from '@/tests/factories/people-who-work'
import { freshApplication } from '@/tests/support/application'
import { GOOD_CELLS, HEADINGS, inOrder, toBytes, toCsv } from '@/tests/unit/patients/import/patient-file'

let database: any
beforeAll(async () => { database = await freshApplication() })
afterAll(() => database.drop())
it('big', async () => {
  await database.superuser.query("alter role app set track_functions = 'all'")
  const actor = await actorAtWork(database.pools.owner, { teams: { 'ZT101-BREAST': 'support_worker' } })
  const breast = await teamId(database.pools.owner, 'ZT101-BREAST')
  const n = Number(process.env.ROWS ?? 10000)
  const rows = Array.from({ length: n }, (_, i) => inOrder({ ...GOOD_CELLS, nhsNumber: nextNhsNumber(), hospitalNumber: `H${i}`, email: `p${i}@example.org` }))
  const bytes = toBytes(toCsv([HEADINGS, ...rows]))
  const mem = () => { const m = process.memoryUsage(); return `rss ${Math.round(m.rss/1e6)} heap ${Math.round(m.heapUsed/1e6)}` }
  console.log(n, bytes.length / 1e6, mem())
  rows.length = 0
  let t = performance.now()
  const { importId } = await stagePatientImport(actor, { teamId: breast, fileName: 'x', bytes })
  console.log('staged', performance.now() - t, mem()); t = performance.now()
  const r = await applyPatientImport(actor, { importId })
  console.log('applied', performance.now() - t, mem(), { ...r, problems: r.problems.length })
  await new Promise((r) => setTimeout(r, 1500))
  const f = await database.superuser.query('select funcname, calls, round(total_time) as total, round(self_time) as self from pg_stat_user_functions order by self_time desc limit 14')
  console.table(f.rows)
  expect(r.created).toBe(n)
}, 600_000)

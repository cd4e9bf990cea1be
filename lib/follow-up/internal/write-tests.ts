import 'server-only'
import type { Tx } from '@/lib/platform/database'
import { jsonOfRows } from '@/lib/platform/rows-as-json'
import type { TestRow } from './pathway-rows'

type Tests = { added: readonly TestRow[]; changed: readonly TestRow[] }

/** Writes rows of tests of several pathways: those that are new, and where what is there stands now, a statement each. */
export async function writeTests(tx: Tx, { added, changed }: Tests): Promise<void> {
  if (added.length > 0)
    await tx.$executeRaw`
      insert into surveillance_test (id, patient_id, pathway_id, team_id, item_code, occurrence, test_code, due_on, window_from,
        overdue_on, opened_at, settled_at, version)
      select id, patient_id, pathway_id, team_id, item_code, occurrence, test_code, due_on, window_from, overdue_on, opened_at,
        settled_at, version
      from jsonb_populate_recordset(null::surveillance_test, ${jsonOfRows(added)}::jsonb)`
  if (changed.length === 0) return
  const rows = changed.map(({ id, dueOn, windowFrom, overdueOn, settledAt }) => ({
    ...{ id, dueOn, windowFrom, overdueOn, settledAt },
  }))
  await tx.$executeRaw`
    update surveillance_test as test set due_on = said.due_on, window_from = said.window_from, overdue_on = said.overdue_on,
      settled_at = said.settled_at, version = test.version + 1
    from jsonb_to_recordset(${jsonOfRows(rows)}::jsonb)
      as said (id uuid, due_on date, window_from date, overdue_on date, settled_at timestamptz)
    where test.id = said.id`
}

import 'server-only'
import { permitInOwn } from '@/lib/access/care-context'
import { teamsAs, type Actor } from '@/lib/access/actor'
import { hotRead, type NamedStatement } from '@/lib/access/hot-read'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'
import type { TaskCountScope, TaskKind } from '@/lib/platform/prisma-client/enums'
import { DUE_CHOICES, dueRange, PAGE_SIZE, type DueChoice, type WorklistFilter } from './worklist-filter'

export type WorklistRow = {
  id: string
  kind: TaskKind
  detail: string | null
  due_on: CalendarDate
  subject_id: string
  patient_id: string
  nhs_number: string
  title: string | null
  given_name: string
  family_name: string
  born_on: CalendarDate
  owner_id: string | null
  owner_given_name: string | null
  owner_family_name: string | null
}

export type WorklistOwner = { id: string; given_name: string; family_name: string }

export type Worklist = {
  rows: WorklistRow[]
  /** Of the whole list (team's or mine), whatever else is filtered. */
  counts: Record<DueChoice, number>
  /** How many the filter leaves; null where it is not kept and there are more than are shown. */
  total: number | null
  hasMore: boolean
  owners: WorklistOwner[]
}

type CountRow = { kind: TaskKind; due: DueChoice; open: number }

/** Rows of the list, most overdue first. One index gives filter, order and tie-break; a team at a time, so that it does. */
const ROWS = `
  with mine as (
    select open.*
    from unnest($1::uuid[]) as team (id) cross join lateral (
      select task.id, task.kind, task.detail, task.due_on, task.subject_id, task.patient_id, task.owner_staff_id
      from task
      where task.team_id = team.id and task.closed_at is null FILTER
      order by task.due_on, task.id limit $2::int + $3::int
    ) as open
    order by open.due_on, open.id limit $2::int offset $3::int
  )
  select mine.id, mine.kind, mine.detail, mine.due_on, mine.subject_id, mine.patient_id,
    patient.nhs_number, patient.title, patient.given_name, patient.family_name, patient.born_on,
    owner.id as owner_id, owner.given_name as owner_given_name, owner.family_name as owner_family_name
  from mine join patient on patient.id = mine.patient_id left join staff as owner on owner.id = mine.owner_staff_id
  order by mine.due_on, mine.id`

const COUNTS = `
  select kind, case when due_on < $3::date then 'overdue' when due_on < $4::date then 'week' else 'later' end as due, sum(open)::int as open
  from task_count where scope = $1::task_count_scope and scope_id = any ($2::uuid[]) and open > 0 group by 1, 2`

const OWNERS = `
  select distinct staff.id, staff.given_name, staff.family_name
  from team_member as member join staff on staff.id = member.staff_id
  where member.team_id = any ($1::uuid[]) and (member.ended_on is null or member.ended_on > $2::date) and staff.disabled_at is null
  order by staff.family_name, staff.given_name, staff.id`

const LOG = `
  insert into access_log (event, detail, chain, sequence, at, actor_kind, previous_hash, hash)
  values ('worklist.viewed', $1::jsonb, 0, 0, now(), '', '', '')`

/**
 * A page of the actor's worklist: their own tasks or their hospital teams'. One wait for the database.
 *
 * @throws NotAllowed for somebody who works in no hospital or community team
 */
export async function getWorklist(actor: Actor, filter: WorklistFilter): Promise<Worklist> {
  permitInOwn(actor, 'worklist', 'read')
  const teams = teamsAs(actor, 'clinician', 'support_worker').map((team) => team.teamId)
  const day = today()
  const [rows, counts, owners] = await hotRead<[WorklistRow[], CountRow[], WorklistOwner[], unknown[]]>(
    actor,
    rowsStatement(actor, filter, teams, day),
    {
      name: 'worklist-counts',
      text: COUNTS,
      values: [...scopeOf(actor, filter, teams), day, dueRange('later', day).from],
    },
    { name: 'worklist-owners', text: OWNERS, values: [teams, day] },
    { name: 'worklist-log', text: LOG, values: [JSON.stringify({ list: filter.list, page: filter.page })] },
  )
  return {
    rows: rows.slice(0, PAGE_SIZE),
    hasMore: rows.length > PAGE_SIZE,
    counts: sumByDue(counts),
    total: totalOf(filter, counts),
    owners,
  }
}

function scopeOf(actor: Actor, filter: WorklistFilter, teams: string[]): [TaskCountScope, string[]] {
  return filter.list === 'mine' ? ['owner', [actor.staffId]] : ['team', teams]
}

/** Each combination of filters is a statement of its own, so that each is planned for what it asks. */
function rowsStatement(
  actor: Actor,
  filter: WorklistFilter,
  teams: string[],
  day: CalendarDate,
): NamedStatement {
  const values: unknown[] = [teams, PAGE_SIZE + 1, (filter.page - 1) * PAGE_SIZE]
  const name = ['worklist']
  const conditions: string[] = []
  const add = (part: string, condition: string, value?: unknown) => {
    name.push(part)
    if (value !== undefined) values.push(value)
    conditions.push(`and ${condition.replace('?', `$${values.length}`)}`)
  }
  if (filter.kind) add('kind', 'task.kind = ?::task_kind', filter.kind)
  const { from, to } = dueRange(filter.due, day)
  if (from) add('from', 'task.due_on >= ?::date', from)
  if (to) add('to', 'task.due_on <= ?::date', to)
  if (filter.list === 'mine') add('owner', 'task.owner_staff_id = ?::uuid', actor.staffId)
  else if (filter.owner === 'nobody') add('nobody', 'task.owner_staff_id is null')
  else if (filter.owner) add('owner', 'task.owner_staff_id = ?::uuid', filter.owner)
  return { name: name.join('-'), text: ROWS.replace('FILTER', conditions.join(' ')), values }
}

function sumByDue(counts: CountRow[]): Record<DueChoice, number> {
  const sums = { overdue: 0, week: 0, later: 0 }
  for (const row of counts) sums[row.due] += row.open
  return sums
}

function totalOf(filter: WorklistFilter, counts: CountRow[]): number | null {
  if (filter.list === 'team' && filter.owner) return null
  const due: readonly DueChoice[] = filter.due ? [filter.due] : DUE_CHOICES
  return counts
    .filter((row) => due.includes(row.due) && (!filter.kind || row.kind === filter.kind))
    .reduce((sum, row) => sum + row.open, 0)
}

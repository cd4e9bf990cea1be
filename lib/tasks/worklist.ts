import 'server-only'
import { permitInOwn } from '@/lib/access/care-context'
import { teamsAs, type Actor } from '@/lib/access/actor'
import { hotRead, type NamedStatement } from '@/lib/access/hot-read'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'
import type { TaskCountScope, TaskKind } from '@/lib/platform/prisma-client/enums'
import { DUE_CHOICES, dueRange, PAGE_SIZE, type DueChoice, type WorklistFilter } from './worklist-filter'
import { COUNTS, LETTERS, LOG, OWNERS, ROWS } from './worklist-statements'

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
  /** What the actor's teams have on the page of letters instead, whichever list and filter; null for none. */
  letters: WaitingLetters | null
}

/** Letters that wait to be posted: how many, how many of them are overdue, and the day of the oldest. */
export type WaitingLetters = { open: number; overdue: number; first: CalendarDate }

type CountRow = { kind: TaskKind; due: DueChoice; open: number }

/**
 * A page of the actor's worklist: their own tasks or their hospital teams'. One wait for the database.
 *
 * @throws NotAllowed for somebody who works in no hospital or community team
 */
export async function getWorklist(actor: Actor, filter: WorklistFilter): Promise<Worklist> {
  permitInOwn(actor, 'worklist', 'read')
  const teams = teamsAs(actor, 'clinician', 'support_worker').map((team) => team.teamId)
  const day = today()
  const [rows, counts, [letters = null], owners] = await hotRead<
    [WorklistRow[], CountRow[], WaitingLetters[], WorklistOwner[], unknown[]]
  >(
    actor,
    rowsStatement(actor, filter, teams, day),
    {
      name: 'worklist-counts',
      text: COUNTS,
      values: [...scopeOf(actor, filter, teams), day, dueRange('later', day).from],
    },
    { name: 'worklist-letters', text: LETTERS, values: [teams, day] },
    { name: 'worklist-owners', text: OWNERS, values: [teams, day] },
    { name: 'worklist-log', text: LOG, values: [JSON.stringify({ list: filter.list, page: filter.page })] },
  )
  return {
    rows: rows.slice(0, PAGE_SIZE),
    hasMore: rows.length > PAGE_SIZE,
    counts: sumByDue(counts),
    total: totalOf(filter, counts),
    owners,
    letters,
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

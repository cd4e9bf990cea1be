import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { permitInOwn } from '@/lib/access/care-context'
import { hotRead } from '@/lib/access/hot-read'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatNameForStaff } from '@/lib/nhs/person-name'
import { today } from '@/lib/platform/clock'
import type { FollowUpStream } from '@/lib/platform/prisma-client/enums'
import { testName } from '@/lib/results/known-tests'
import type { FollowUpFilter } from './follow-up-filter'
import { isSaidDone } from './internal/is-said-done'

export const FOLLOW_UP_PAGE_SIZE = 25

export type FollowedUp = {
  pathwayId: string
  patientId: string
  name: string
  nhsNumber: string
  bornOn: CalendarDate
  team: string
  stream: FollowUpStream
  suspendedOn: CalendarDate | null
  /** The test that is due first of those that were not done; null where nothing is. */
  next: { name: string; dueOn: CalendarDate; isOverdue: boolean } | null
  /** The first test that was done, and of which the person does not know the result yet. */
  waiting: { name: string; isResulted: boolean } | null
}

/** `total`: null while there are more than are shown; nobody counts thousands for a page of them. */
export type FollowUpList = { rows: FollowedUp[]; hasMore: boolean; total: number | null }

type Row = {
  pathway_id: string
  patient_id: string
  title: string | null
  given_name: string
  family_name: string
  nhs_number: string
  born_on: CalendarDate
  team: string
  stream: FollowUpStream
  suspended_on: CalendarDate | null
  test_code: string | null
  due_on: CalendarDate | null
  overdue_on: CalendarDate | null
  waiting_code: string | null
  is_resulted: boolean | null
}

const ROWS = `
  select pathway.id as pathway_id, pathway.patient_id, patient.title, patient.given_name, patient.family_name, patient.nhs_number,
    patient.born_on, team.name as team, decision.stream, pathway.suspended_on, next.test_code, next.due_on, next.overdue_on,
    waiting.test_code as waiting_code, waiting.is_resulted
  from access.follow_up_by_name($1, $2::date, $3::int, $4::int) as listed
  join follow_up_pathway as pathway on pathway.id = listed.id
  join patient on patient.id = pathway.patient_id
  join team on team.id = pathway.team_id
  join stratification_decision as decision on decision.id = pathway.decision_id
  left join lateral (
    select test.test_code, test.due_on, test.overdue_on
    from surveillance_test as test
    where test.pathway_id = pathway.id and test.settled_at is null
      and not ${isSaidDone('test')}
      and not exists (select from result where result.test_id = test.id)
    order by test.due_on, test.id limit 1
  ) as next on true
  left join lateral (
    select done.test_code, done.is_resulted from (
      select test.test_code, test.due_on, test.id, exists (select from result where result.test_id = test.id) as is_resulted
      from surveillance_test as test where test.pathway_id = pathway.id and test.settled_at is null
    ) as done
    where done.is_resulted
      or ${isSaidDone('done')}
    order by done.due_on, done.id limit 1
  ) as waiting on true
  order by listed.place`

const LOG = `
  insert into access_log (event, detail, chain, sequence, at, actor_kind, previous_hash, hash)
  values ('follow_up.listed', $1::jsonb, 0, 0, now(), '', '', '')`

/** People on follow-up with the actor's hospital teams, by name. One wait for the database. @throws NotAllowed */
export async function listFollowUp(actor: Actor, { show, page }: FollowUpFilter): Promise<FollowUpList> {
  permitInOwn(actor, 'follow_up_list', 'read')
  const before = (page - 1) * FOLLOW_UP_PAGE_SIZE
  const [found] = await hotRead<[Row[], unknown[]]>(
    actor,
    { name: 'follow-up-rows', text: ROWS, values: [show, today(), FOLLOW_UP_PAGE_SIZE + 1, before] },
    { name: 'follow-up-log', text: LOG, values: [JSON.stringify({ show, page })] },
  )
  const rows = found.slice(0, FOLLOW_UP_PAGE_SIZE).map(followedUp)
  const hasMore = found.length > FOLLOW_UP_PAGE_SIZE
  return { rows, hasMore, total: hasMore ? null : before + rows.length }
}

function followedUp(row: Row): FollowedUp {
  return {
    pathwayId: row.pathway_id,
    patientId: row.patient_id,
    name: formatNameForStaff({ title: row.title, givenName: row.given_name, familyName: row.family_name }),
    nhsNumber: row.nhs_number,
    bornOn: row.born_on,
    team: row.team,
    stream: row.stream,
    suspendedOn: row.suspended_on,
    next: nextOf(row),
    waiting: waitingOf(row),
  }
}

function nextOf({ test_code, due_on, overdue_on, suspended_on }: Row): FollowedUp['next'] {
  if (test_code === null || due_on === null || overdue_on === null) return null
  return {
    name: testName(test_code),
    dueOn: due_on,
    isOverdue: suspended_on === null && overdue_on <= today(),
  }
}

function waitingOf({ waiting_code, is_resulted }: Row): FollowedUp['waiting'] {
  return waiting_code === null ? null : { name: testName(waiting_code), isResulted: is_resulted === true }
}

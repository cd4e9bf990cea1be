import 'server-only'
import { permitInOwn } from '@/lib/access/care-context'
import { teamsAs, type Actor } from '@/lib/access/actor'
import { hotRead } from '@/lib/access/hot-read'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { TaskKind } from '@/lib/platform/prisma-client/enums'

/** Rows of each list before "Show all". */
const PRACTICE_LIST_SIZE = 25

type Person = {
  patient_id: string
  nhs_number: string
  title: string | null
  given_name: string
  family_name: string
  born_on: CalendarDate
}

export type SharedPlanRow = Person & {
  share_id: string
  shared_at: Date
  seen_at: Date | null
  number: number
  team_name: string
}
/** Something asked of the practice: by an agreed care plan or a signed treatment summary. */
export type RequestRow = Person & {
  kind: TaskKind
  subject_id: string
  what: string
  due_on: CalendarDate
  team_name: string
}
export type RegisteredRow = Person & { since: CalendarDate; hospital_teams: string | null }

export type PracticeHome = {
  unseenPlans: number
  /** Waiting for an answer. */
  openRequests: number
  /** Accepted and still to be done. */
  acceptedRequests: number
  plans: SharedPlanRow[]
  requests: RequestRow[]
  registered: RegisteredRow[]
  hasMoreRegistered: boolean
}

const PERSON =
  'patient.id as patient_id, patient.nhs_number, patient.title, patient.given_name, patient.family_name, patient.born_on'

/** Of each plan its newest version: not yet seen first, oldest first; then the last few that were seen. */
const PLANS = `
  with sent as (
    select share.*, frozen.number, frozen.team_id as asking_team_id,
      not exists (
        select from care_plan_share as newer join care_plan_version as later on later.id = newer.care_plan_version_id
        where newer.team_id = share.team_id and newer.patient_id = share.patient_id
          and later.care_plan_id = frozen.care_plan_id and later.number > frozen.number) as is_newest
    from care_plan_share as share join care_plan_version as frozen on frozen.id = share.care_plan_version_id
    where share.team_id = any ($1::uuid[])
  )
  select ${PERSON}, share.id as share_id, share.shared_at, share.seen_at, share.number, team.name as team_name
  from (
    (select * from sent where seen_at is null and is_newest order by shared_at, id limit $2::int)
    union all
    (select * from sent where seen_at is not null and is_newest order by shared_at desc, id limit 5)
  ) as share
  join patient on patient.id = share.patient_id
  join team on team.id = share.asking_team_id
  order by (share.seen_at is not null), case when share.seen_at is null then share.shared_at end, share.shared_at desc`

/** What waits for an answer, and what the practice has said that it will do. */
const ASKED_KINDS: readonly TaskKind[] = [
  'answer_practice_request',
  'answer_summary_request',
  'complete_summary_request',
]

const REQUESTS = `
  select ${PERSON}, task.kind::text, task.subject_id, coalesce(action.what, request.what) as what, task.due_on, team.name as team_name
  from (
    select * from task where team_id = any ($1::uuid[]) and kind = any ($3::task_kind[]) and closed_at is null
    order by due_on, id limit $2::int
  ) as task
  join patient on patient.id = task.patient_id
  left join action on action.id = task.subject_id and task.kind = 'answer_practice_request'
  left join practice_request as request on request.id = task.subject_id and task.kind <> 'answer_practice_request'
  join team on team.id = coalesce(action.team_id, request.team_id)
  order by task.due_on, task.id`

/** Newest on the list first: the index gives the order. */
const REGISTERED = `
  select ${PERSON}, care.started_on as since,
    (select string_agg(team.name, ', ' order by team.name)
     from access.care_team_of(patient.id) as caring join team on team.id = caring.team_id where team.kind <> 'practice') as hospital_teams
  from (
    select patient_id, started_on from care_relationship
    where team_id = any ($1::uuid[]) and ended_on is null order by patient_id desc limit $2::int + 1 offset $3::int
  ) as care
  join patient on patient.id = care.patient_id
  order by care.patient_id desc`

const COUNTS = `
  select kind, sum(open)::int as open from task_count
  where scope = 'team' and scope_id = any ($1::uuid[]) and open > 0 group by kind`

const LOG = `
  insert into access_log (event, detail, chain, sequence, at, actor_kind, previous_hash, hash)
  values ('practice_home.viewed', $1::jsonb, 0, 0, now(), '', '', '')`

/**
 * What a practice has to look at: plans newly shared with it, what is asked of it, and who of its people is under
 * cancer care. One wait for the database.
 *
 * @param page of the registered people, from 1
 * @throws NotAllowed for somebody who works in no practice
 */
export async function getPracticeHome(actor: Actor, page: number): Promise<PracticeHome> {
  permitInOwn(actor, 'practice_home', 'read')
  const teams = teamsAs(actor, 'gp').map((team) => team.teamId)
  const [plans, requests, registered, counts] = await hotRead<
    [SharedPlanRow[], RequestRow[], RegisteredRow[], { kind: string; open: number }[], unknown[]]
  >(
    actor,
    { name: 'practice-plans', text: PLANS, values: [teams, PRACTICE_LIST_SIZE] },
    { name: 'practice-requests', text: REQUESTS, values: [teams, PRACTICE_LIST_SIZE, ASKED_KINDS] },
    {
      name: 'practice-registered',
      text: REGISTERED,
      values: [teams, PRACTICE_LIST_SIZE, (page - 1) * PRACTICE_LIST_SIZE],
    },
    { name: 'practice-counts', text: COUNTS, values: [teams] },
    { name: 'practice-log', text: LOG, values: [JSON.stringify({ page })] },
  )
  const countOf = (kind: string) => counts.find((count) => count.kind === kind)?.open ?? 0
  return {
    unseenPlans: countOf('read_shared_plan'),
    openRequests: countOf('answer_practice_request') + countOf('answer_summary_request'),
    acceptedRequests: countOf('complete_summary_request'),
    plans,
    requests,
    registered: registered.slice(0, PRACTICE_LIST_SIZE),
    hasMoreRegistered: registered.length > PRACTICE_LIST_SIZE,
  }
}

/** The columns by which a list of a practice says who somebody is. */
export const PERSON =
  'patient.id as patient_id, patient.nhs_number, patient.title, patient.given_name, patient.family_name, patient.born_on'

/** The first few of each team of `$1`, and of all of them: an index has them in order, one team at a time. */
function firstOfEach(rows: string, order: string, most: string): string {
  return `(
    select first.* from unnest($1::uuid[]) as mine (id)
    cross join lateral (${rows} order by ${order} limit ${most}) as first order by ${order} limit ${most})`
}

const PLAN_SHARES = `
  select share.id, share.patient_id, share.shared_at, share.seen_at, frozen.number, frozen.team_id as asking_team_id
  from care_plan_share as share join care_plan_version as frozen on frozen.id = share.care_plan_version_id
  where share.team_id = mine.id and not exists (
    select from care_plan_share as newer join care_plan_version as later on later.id = newer.care_plan_version_id
    where newer.team_id = share.team_id and newer.patient_id = share.patient_id
      and later.care_plan_id = frozen.care_plan_id and later.number > frozen.number)`

/** Of each plan its newest version: not yet seen first, oldest first; then the last few that were seen. */
export const PLANS = `
  select ${PERSON}, share.id as share_id, share.shared_at, share.seen_at, share.number, team.name as team_name
  from (
    ${firstOfEach(`${PLAN_SHARES} and share.seen_at is null`, 'shared_at, id', '$2::int')}
    union all
    ${firstOfEach(`${PLAN_SHARES} and share.seen_at is not null`, 'shared_at desc, id', '5')}
  ) as share
  join patient on patient.id = share.patient_id
  join team on team.id = share.asking_team_id
  order by (share.seen_at is not null), case when share.seen_at is null then share.shared_at end, share.shared_at desc`

const SUMMARY_DELIVERIES = `
  select delivery.id, delivery.patient_id, delivery.sent_on, delivery.seen_at, version.number, version.team_id as sending_team_id
  from treatment_summary_delivery as delivery join treatment_summary_version as version on version.id = delivery.version_id
  where delivery.team_id = mine.id and not exists (
    select from treatment_summary_delivery as newer join treatment_summary_version as later on later.id = newer.version_id
    where newer.team_id = delivery.team_id and newer.patient_id = delivery.patient_id
      and later.summary_id = version.summary_id and later.number > version.number)`

/** Of each treatment summary its newest version: as the plans. */
export const SUMMARIES = `
  select ${PERSON}, delivery.id as delivery_id, delivery.sent_on, delivery.seen_at, delivery.number, team.name as team_name
  from (
    ${firstOfEach(`${SUMMARY_DELIVERIES} and delivery.seen_at is null`, 'sent_on, id', '$2::int')}
    union all
    ${firstOfEach(`${SUMMARY_DELIVERIES} and delivery.seen_at is not null`, 'sent_on desc, id', '5')}
  ) as delivery
  join patient on patient.id = delivery.patient_id
  join team on team.id = delivery.sending_team_id
  order by (delivery.seen_at is not null), case when delivery.seen_at is null then delivery.sent_on end, delivery.sent_on desc`

/**
 * The most overdue of a practice's tasks: $1 teams, $2 rows, $3 kinds; `until` a day, as a parameter. The database finds
 * them by kind beneath row security, which then judges no more of them than are shown.
 */
export const mostOverdue = (until = 'null') => `(
    select task.* from access.most_overdue_tasks($1::uuid[], $3::task_kind[], $2::int, ${until}::date) as first
    join task on task.id = first.id
  )`

/** What a practice is asked and has not settled, the most overdue first. */
export const REQUESTS = `
  select ${PERSON}, task.kind::text, task.subject_id, coalesce(action.what, request.what) as what, task.due_on, team.name as team_name
  from ${mostOverdue()} as task
  join patient on patient.id = task.patient_id
  left join action on action.id = task.subject_id and task.kind = 'answer_practice_request'
  left join practice_request as request on request.id = task.subject_id and task.kind <> 'answer_practice_request'
  join team on team.id = coalesce(action.team_id, request.team_id)
  order by task.due_on, task.id`

/** The most overdue of the cancer care reviews that are due by a day: $1 teams, $2 rows, $3 kinds, $4 that day. */
export const REVIEWS = `
  select ${PERSON}, task.kind::text, task.subject_id, task.due_on, diagnosis.icd10_code
  from ${mostOverdue('$4')} as task
  join patient on patient.id = task.patient_id
  join diagnosis on diagnosis.id = task.subject_id and diagnosis.patient_id = task.patient_id
  order by task.due_on, task.id`

/** Letters from hospital teams that nobody at the practice has read, oldest first: $1 teams, $2 rows, $3 kinds. */
export const LETTERS = `
  select ${PERSON}, task.subject_id as message_id, task.detail as subject, message.recorded_at as sent_at, team.name as team_name
  from ${mostOverdue()} as task
  join patient on patient.id = task.patient_id
  join message on message.id = task.subject_id
  join team on team.id = message.team_id
  order by task.due_on, task.id`

/** Newest on the list first: the index gives the order. */
export const REGISTERED = `
  select ${PERSON}, care.started_on as since,
    (select string_agg(team.name, ', ' order by team.name)
     from access.care_team_of(patient.id) as caring join team on team.id = caring.team_id where team.kind <> 'practice') as hospital_teams
  from (
    select patient_id, started_on from care_relationship
    where team_id = any ($1::uuid[]) and ended_on is null order by patient_id desc limit $2::int + 1 offset $3::int
  ) as care
  join patient on patient.id = care.patient_id
  order by care.patient_id desc`

/** What is open, by kind: $1 teams, $2 the day until which it is soon. */
export const COUNTS = `
  select kind, sum(open)::int as open, coalesce(sum(open) filter (where due_on <= $2::date), 0)::int as soon from task_count
  where scope = 'team' and scope_id = any ($1::uuid[]) and open > 0 group by kind`

/** That the page was looked at: $1 what the log says beside. */
export const LOG = `
  insert into access_log (event, detail, chain, sequence, at, actor_kind, previous_hash, hash)
  values ('practice_home.viewed', $1::jsonb, 0, 0, now(), '', '', '')`

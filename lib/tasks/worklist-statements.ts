/** Statements of the worklist, the busiest page: each is planned once for each connection (`hotRead`). */

/**
 * Rows of the list, most overdue first. One index gives filter, order and tie-break; a team at a time, so that it does. It
 * holds no letters: judged by row security one after the other, they would cost more than all that is shown.
 */
export const ROWS = `
  with mine as (
    select open.*
    from unnest($1::uuid[]) as team (id) cross join lateral (
      select task.id, task.kind, task.detail, task.due_on, task.subject_id, task.patient_id, task.owner_staff_id
      from task
      where task.team_id = team.id and task.closed_at is null and task.kind <> 'post_letter' FILTER
      order by task.due_on, task.id limit $2::int + $3::int
    ) as open
    order by open.due_on, open.id limit $2::int offset $3::int
  )
  select mine.id, mine.kind, mine.detail, mine.due_on, mine.subject_id, mine.patient_id,
    patient.nhs_number, patient.title, patient.given_name, patient.family_name, patient.born_on,
    owner.id as owner_id, owner.given_name as owner_given_name, owner.family_name as owner_family_name
  from mine join patient on patient.id = mine.patient_id left join staff as owner on owner.id = mine.owner_staff_id
  order by mine.due_on, mine.id`

export const COUNTS = `
  select kind, case when due_on < $3::date then 'overdue' when due_on < $4::date then 'week' else 'later' end as due, sum(open)::int as open
  from task_count where scope = $1::task_count_scope and scope_id = any ($2::uuid[]) and open > 0 and kind <> 'post_letter' group by 1, 2`

export const LETTERS = `
  select sum(open)::int as open, coalesce(sum(open) filter (where due_on < $2::date), 0)::int as overdue, min(due_on) as first
  from task_count where scope = 'team' and scope_id = any ($1::uuid[]) and open > 0 and kind = 'post_letter' having sum(open) > 0`

export const OWNERS = `
  select distinct staff.id, staff.given_name, staff.family_name
  from team_member as member join staff on staff.id = member.staff_id
  where member.team_id = any ($1::uuid[]) and (member.ended_on is null or member.ended_on > $2::date) and staff.disabled_at is null
  order by staff.family_name, staff.given_name, staff.id`

export const LOG = `
  insert into access_log (event, detail, chain, sequence, at, actor_kind, previous_hash, hash)
  values ('worklist.viewed', $1::jsonb, 0, 0, now(), '', '', '')`

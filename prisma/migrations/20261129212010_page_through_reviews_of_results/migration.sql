-- A page of the results that wait for review in one's own teams, most overdue first, after a place in that order. As in
-- access.most_overdue_tasks, row security would ask about every open task of a team before its kind may be looked at, since
-- comparing an enum is not leakproof. Here the index gives team, kind and order; care is asked of those alone that are shown, and the
-- caller's own policies still stand when the rows are read.
-- only_single: those alone that somebody has to look at one at a time: not judged to be in range, or found by no result directly.
grant select on chosen_test, result_review to access_rules;
create policy decide on chosen_test to access_rules using (true);
create policy decide on result_review to access_rules using (true);
grant create on schema access to access_rules;
set role access_rules;
create function access.is_reviewed_singly(task_subject uuid) returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(bool_or(not coalesce((
    select judgement.is_in_range from result_judgement as judgement where judgement.result_id = waiting.id
    order by judgement.id desc limit 1), false)), true)
  from (
    select result.id from result where result.id = task_subject
    union select result.id from result where result.test_id = task_subject
    union select chosen.result_id from chosen_test as chosen where chosen.test_id = task_subject
  ) as waiting
  where not exists (select from result as later where later.replaces_id = waiting.id)
    and not exists (
      select from result_review as review
      where review.result_id = waiting.id and review.id > (
        select judgement.id from result_judgement as judgement where judgement.result_id = waiting.id
        order by judgement.id desc limit 1))
$$;
revoke all on function access.is_reviewed_singly(uuid) from public;

create function access.reviews_waiting(wanted_teams uuid[], most integer, after_on date, after_id uuid, only_single boolean)
returns table (id uuid) language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select first.id
  from unnest(wanted_teams) as own (team_id)
  cross join lateral (
    select task.id, task.due_on
    from task
    where task.team_id = own.team_id and task.kind = 'review_result' and task.closed_at is null
      and (task.due_on, task.id) > (coalesce(after_on, '-infinity'::date), coalesce(after_id, '00000000-0000-0000-0000-000000000000'::uuid))
      and exists (
        select from care_relationship as care
        where care.patient_id = task.patient_id and care.team_id = task.team_id and care.started_on <= access.today()
          and (care.ended_on is null or care.ended_on > access.today()))
      and (not only_single or access.is_reviewed_singly(task.subject_id))
    order by task.due_on, task.id limit most
  ) as first
  where own.team_id = any ((select access.my_teams())::uuid[])
  order by first.due_on, first.id limit most
$$;
revoke all on function access.reviews_waiting(uuid[], integer, date, uuid, boolean) from public;
grant execute on function access.reviews_waiting(uuid[], integer, date, uuid, boolean) to app;
reset role;
revoke create on schema access from access_rules;

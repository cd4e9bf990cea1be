-- The lists of one kind of task asked row security about every open task of a team before its kind was looked at, since
-- comparing an enum is not leakproof: a team with thousands of tests to ask for had each of them judged to find its few
-- letters. They go through access.most_overdue_tasks now. It asked whether the team of the task has the patient in care; as row
-- security does, it now asks whether any team of the caller's has, so that a list holds what it held.
grant create on schema access to access_rules;
set role access_rules;
create or replace function access.most_overdue_tasks(wanted_teams uuid[], kinds task_kind[], most integer, until date)
returns table (id uuid) language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select first.id
  from unnest(wanted_teams) as own (team_id)
  cross join lateral (
    select task.id, task.due_on
    from task
    where task.team_id = own.team_id and task.kind = any (kinds) and task.closed_at is null
      and task.due_on <= coalesce(until, 'infinity'::date)
      and exists (
        select from care_relationship as care
        where care.patient_id = task.patient_id and care.team_id = any ((select access.my_teams())::uuid[])
          and care.started_on <= access.today() and (care.ended_on is null or care.ended_on > access.today()))
    order by task.due_on, task.id limit most
  ) as first
  where own.team_id = any ((select access.my_teams())::uuid[])
  order by first.due_on, first.id limit most
$$;
reset role;
revoke create on schema access from access_rules;

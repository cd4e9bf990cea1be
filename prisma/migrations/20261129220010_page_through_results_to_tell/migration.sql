-- A page of the open tasks of one kind of one's own teams, most overdue first, after a place in that order. As in
-- access.reviews_waiting, row security would ask about every open task of a team before its kind may be looked at. Here the
-- index gives team, kind and order; care is asked of those alone that are shown, and the caller's own policies still stand
-- when the rows are read.
grant create on schema access to access_rules;
set role access_rules;
create function access.tasks_waiting(wanted_teams uuid[], wanted_kind task_kind, most integer, after_on date, after_id uuid)
returns table (id uuid) language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select first.id
  from unnest(wanted_teams) as own (team_id)
  cross join lateral (
    select task.id, task.due_on
    from task
    where task.team_id = own.team_id and task.kind = wanted_kind and task.closed_at is null
      and (task.due_on, task.id) > (coalesce(after_on, '-infinity'::date), coalesce(after_id, '00000000-0000-0000-0000-000000000000'::uuid))
      and exists (
        select from care_relationship as care
        where care.patient_id = task.patient_id and care.team_id = task.team_id and care.started_on <= access.today()
          and (care.ended_on is null or care.ended_on > access.today()))
    order by task.due_on, task.id limit most
  ) as first
  where own.team_id = any ((select access.my_teams())::uuid[])
  order by first.due_on, first.id limit most
$$;
revoke all on function access.tasks_waiting(uuid[], task_kind, integer, date, uuid) from public;
grant execute on function access.tasks_waiting(uuid[], task_kind, integer, date, uuid) to app;
reset role;
revoke create on schema access from access_rules;

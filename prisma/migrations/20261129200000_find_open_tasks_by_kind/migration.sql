-- The most overdue open tasks of some kinds of one's own teams. Row security asks about a row before the kind may be looked
-- at (comparing an enum is not leakproof), so that a practice with thousands of reviews waiting had each of them judged to
-- find its few requests. Here a team's tasks are gone through once in the order of their days, and care is asked of those
-- alone that are of a kind; the caller's own policies still stand when the rows are read.
create function access.most_overdue_tasks(wanted_teams uuid[], kinds task_kind[], most integer, until date)
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
        where care.patient_id = task.patient_id and care.team_id = task.team_id and care.started_on <= access.today()
          and (care.ended_on is null or care.ended_on > access.today()))
    order by task.due_on, task.id limit most
  ) as first
  where own.team_id = any ((select access.my_teams())::uuid[])
  order by first.due_on, first.id limit most
$$;
revoke all on function access.most_overdue_tasks(uuid[], task_kind[], integer, date) from public;
grant execute on function access.most_overdue_tasks(uuid[], task_kind[], integer, date) to app, access_rules;
grant create on schema access to access_rules;
alter function access.most_overdue_tasks(uuid[], task_kind[], integer, date) owner to access_rules;
revoke create on schema access from access_rules;

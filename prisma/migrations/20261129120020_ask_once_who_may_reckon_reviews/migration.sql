-- Decides the same at less cost: care is asked once for each person, and not for each task of everybody. Measured for 100
-- people: 1,211 ms before, 36 ms after.
grant create on schema access to access_rules;
set role access_rules;
create or replace function access.open_reviews_of(wanted uuid[])
returns table (patient_id uuid, team_id uuid, kind task_kind, subject_id uuid, due_on date)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  return query
    with cared as materialized (
      select asked.patient_id from unnest(wanted) as asked (patient_id)
      where access.has_care(asked.patient_id, 'clinician', 'support_worker', 'gp')
    )
    select task.patient_id, task.team_id, task.kind, task.subject_id, task.due_on
    from cared cross join lateral (select * from task where task.patient_id = cared.patient_id offset 0) as task
    where task.closed_at is null and task.kind in ('hold_first_review', 'hold_second_review');
end $$;
reset role;
revoke create on schema access from access_rules;

-- A practice sees its own open tasks, and no other's. A hospital's task says by its kind that an assessment was offered or
-- that there is a plan: the practice has no right to the one, and to the other only when the person lets it be shared.
-- A team's tasks are closed when its care ends, so the actor's own are those of teams that have the patient in care.
grant create on schema access to access_rules;
set role access_rules;
create or replace function access.open_tasks_of(wanted uuid)
returns table (id uuid, kind task_kind, team_id uuid, owner_staff_id uuid, due_on date, subject_id uuid, detail text, mine boolean)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select task.id, task.kind, task.team_id,
    case when own.mine then task.owner_staff_id end,
    task.due_on,
    case when own.mine then task.subject_id end,
    case when own.mine then task.detail end,
    own.mine
  from task cross join lateral (select task.team_id = any ((select access.my_teams())::uuid[]) as mine) as own
  where task.patient_id = wanted and task.closed_at is null
    and ((select access.has_care(wanted, 'clinician', 'support_worker')) or wanted = any ((select access.my_clinical_emergency_patients())::uuid[])
      or (own.mine and (select access.has_care(wanted, 'gp'))))
  order by task.due_on, task.id
$$;
reset role;
revoke create on schema access from access_rules;

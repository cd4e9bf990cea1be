-- What is open about a patient, whichever team holds it, by its kind and subject: so that only what is owed otherwise is opened or
-- closed. A patient with hundreds of results had a function called for each of them with every result that came.
-- For those who may open and close the patient's tasks; it says nothing that access.open_tasks_of keeps from them but the subject.
grant create on schema access to access_rules;
set role access_rules;
create function access.open_about(wanted uuid, wanted_kinds task_kind[]) returns table (kind task_kind, subject_id uuid, team_id uuid)
language sql stable security definer rows 8 set search_path = pg_catalog, public, pg_temp as $$
  select task.kind, task.subject_id, task.team_id
  from task
  where task.patient_id = wanted and task.closed_at is null and task.kind = any (wanted_kinds)
    and ((select access.is_job()) or (select access.has_care(wanted, 'clinician', 'support_worker', 'gp')))
$$;
revoke all on function access.open_about(uuid, task_kind[]) from public;
grant execute on function access.open_about(uuid, task_kind[]) to app, worker;
reset role;
revoke create on schema access from access_rules;

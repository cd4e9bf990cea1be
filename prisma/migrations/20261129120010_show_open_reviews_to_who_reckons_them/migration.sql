-- What reviews are open, for whoever has the patient in care and changes what they are reckoned from: a hospital's command
-- brings a practice's tasks in line, and elsewhere sees of them no more than that they are there.
create function access.open_reviews_of(wanted uuid[])
returns table (patient_id uuid, team_id uuid, kind task_kind, subject_id uuid, due_on date)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  return query
    select task.patient_id, task.team_id, task.kind, task.subject_id, task.due_on
    from unnest(wanted) as asked (patient_id) join task on task.patient_id = asked.patient_id
    where task.closed_at is null and task.kind in ('hold_first_review', 'hold_second_review')
      and access.has_care(asked.patient_id, 'clinician', 'support_worker', 'gp');
end $$;
revoke all on function access.open_reviews_of(uuid[]) from public;
grant execute on function access.open_reviews_of(uuid[]) to app, access_rules;
grant create on schema access to access_rules;
alter function access.open_reviews_of(uuid[]) owner to access_rules;
revoke create on schema access from access_rules;

-- A named job of the worker opens and closes tasks too: a message that did not leave, a result that came by night. Whom a
-- session or a link may do it for stays as it was.
grant create on schema access to access_rules;
set role access_rules;
create function access.is_job() returns boolean language sql stable
set search_path = pg_catalog, public, pg_temp as $$
  select session_user = 'worker' and access.system_job() is not null
$$;
revoke all on function access.is_job() from public;
create or replace function access.open_task(
  wanted_kind task_kind, wanted_patient uuid, wanted_team uuid, owner uuid, due date, subject uuid, words text) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare opened uuid;
begin
  if not (access.team_cares(wanted_team, wanted_patient) and (
    access.is_job()
    or access.has_care(wanted_patient, 'clinician', 'support_worker', 'gp')
    or (wanted_kind in ('complete_summary_request', 'settle_declined_request') and wanted_patient = access.link_patient()
      and subject = any (access.link_requests())))) then
    raise exception 'not in care' using errcode = 'insufficient_privilege';
  end if;
  if owner is not null and not exists (select from team_member as member where member.team_id = wanted_team and member.staff_id = owner) then
    raise exception 'the owner is not of the team' using errcode = 'check_violation';
  end if;
  if exists (select from patient where patient.id = wanted_patient and patient.died_on is not null) then
    return null;
  end if;
  insert into task (id, kind, patient_id, team_id, owner_staff_id, due_on, subject_id, detail, opened_by_id)
  values (uuidv7(), wanted_kind, wanted_patient, wanted_team, owner, due, subject, words, access.staff_id())
  on conflict (kind, patient_id, team_id, subject_id) where closed_at is null do nothing
  returning id into opened;
  return opened;
end $$;

create or replace function access.close_tasks(
  wanted_patient uuid, wanted_subject uuid, wanted_kinds task_kind[], how task_closure, why text) returns integer
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare closed integer;
begin
  if not (access.is_job()
    or access.has_care(wanted_patient, 'clinician', 'support_worker', 'gp')
    or (wanted_patient = access.link_patient() and coalesce(
      (wanted_subject = any (access.link_requests()) and wanted_kinds <@ array['answer_summary_request', 'complete_summary_request',
        'await_practice_answer', 'settle_declined_request']::task_kind[])
      or (wanted_subject = access.link_delivery() and wanted_kinds <@ array['read_treatment_summary']::task_kind[]), false))) then
    raise exception 'not in care' using errcode = 'insufficient_privilege';
  end if;
  with ended as (
    update task set closed_at = now(), closed_by_id = access.staff_id(), closure = how, closed_reason = why, version = version + 1
    where patient_id = wanted_patient and closed_at is null
      and (wanted_subject is null or subject_id = wanted_subject)
      and (wanted_kinds is null or kind = any (wanted_kinds))
    returning id
  )
  select count(*) into closed from ended;
  return closed;
end $$;
reset role;
revoke create on schema access from access_rules;

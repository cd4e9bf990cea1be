-- Both of what was decided apart: a link opens the tasks of its own requests, and nothing is opened for the dead.
grant create on schema access to access_rules;
set role access_rules;
create or replace function access.open_task(
  wanted_kind task_kind, wanted_patient uuid, wanted_team uuid, owner uuid, due date, subject uuid, words text) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare opened uuid;
begin
  if not (access.team_cares(wanted_team, wanted_patient) and (
    access.has_care(wanted_patient, 'clinician', 'support_worker', 'gp')
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
reset role;
revoke create on schema access from access_rules;

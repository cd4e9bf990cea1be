-- A hospital number is searched for without saying which hospital's.
CREATE INDEX "patient_identifier_value_idx" ON "patient_identifier"("value");

-- Admissions of many people at once, with hospital number and diagnosis; what a death, its correction, a move of practice
-- and the end of care do beyond the actor's own team.

grant select, insert on diagnosis, patient_identifier to access_rules;
grant select on patient_change, action to access_rules;
grant select, delete on draft to access_rules;
do $$
declare each_table text;
begin
  foreach each_table in array array['diagnosis', 'patient_identifier', 'patient_change', 'action', 'draft'] loop
    execute format('create policy decide on %I to access_rules using (true) with check (true)', each_table);
  end loop;
end $$;

-- How people, by NHS number and birth date, stand to a team of the caller's, before anything is written: 'new' to the
-- service, 'known' to the team, 'joined' (there is a record, the team is not in it), 'ended' (the team ended its care and
-- the diagnosis is not a new one) or 'conflict' (the NHS number belongs to somebody born on another day). And whether the
-- hospital number is already another person's at the team's organisation.
create function access.match_people(wanted_team uuid, people jsonb)
returns table (place integer, standing text, hospital_number_taken boolean)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  if not (wanted_team = any (access.my_clinical_teams())) then
    raise exception 'not a team of yours' using errcode = 'insufficient_privilege';
  end if;
  return query
    select person.place,
      case
        when known.id is null then 'new'
        when known.born_on <> person."bornOn" then 'conflict'
        when access.team_cares(wanted_team, known.id) then 'known'
        when exists (select from care_relationship as care where care.patient_id = known.id and care.team_id = wanted_team)
          and exists (select from diagnosis where diagnosis.patient_id = known.id
            and diagnosis.icd10_code = person."icd10Code" and diagnosis.diagnosed_on = person."diagnosedOn") then 'ended'
        else 'joined'
      end,
      numbered.patient_id is not null and numbered.patient_id is distinct from known.id
    from jsonb_to_recordset(people) as person (place integer, "nhsNumber" text, "bornOn" date, "hospitalNumber" text,
        "icd10Code" text, "diagnosedOn" date)
      left join patient as known on known.nhs_number = person."nhsNumber"
      left join team on team.id = wanted_team
      left join patient_identifier as numbered
        on numbered.organisation_id = team.organisation_id and numbered.value = person."hospitalNumber"
    order by person.place;
end $$;

-- Admits people one after another, each as access.admit_patient does. A diagnosis comes with the admission where the
-- hospital's own file says so, or a clinician of the team does; one that is on the record, even as recorded in error, is
-- not written again. By file nobody is taken back whose care the team ended, unless the diagnosis is new.
create function access.admit_people(wanted_team uuid, why care_relationship_basis, people jsonb)
returns table (place integer, patient_id uuid, outcome text, diagnosis_added boolean, identifier_added boolean)
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
declare
  facts jsonb;
  may_diagnose boolean := why = 'import' or wanted_team = any (access.my_clinician_teams());
  ended integer[] := '{}';
begin
  if why = 'import' then
    ended := array(select matched.place from access.match_people(wanted_team, people) as matched where matched.standing = 'ended');
  end if;
  for facts in select value from jsonb_array_elements(people) loop
    place := (facts ->> 'place')::integer;
    patient_id := null;
    outcome := 'ended';
    diagnosis_added := false;
    identifier_added := false;
    if place <> all (ended) then
      select admitted.patient_id, admitted.outcome into patient_id, outcome
      from access.admit_patient(wanted_team, why, facts) as admitted;
    end if;
    if patient_id is not null and may_diagnose and facts ->> 'icd10Code' is not null then
      insert into diagnosis (id, patient_id, team_id, icd10_code, tumour_group, laterality, diagnosed_on, recorded_by_id)
      select uuidv7(), admit_people.patient_id, wanted_team, facts ->> 'icd10Code', facts ->> 'tumourGroup', facts ->> 'laterality',
        (facts ->> 'diagnosedOn')::date, access.staff_id()
      where not exists (select from diagnosis as held where held.patient_id = admit_people.patient_id
        and held.icd10_code = facts ->> 'icd10Code' and held.diagnosed_on = (facts ->> 'diagnosedOn')::date);
      diagnosis_added := found;
    end if;
    if patient_id is not null and facts ->> 'hospitalNumber' is not null then
      insert into patient_identifier (id, patient_id, organisation_id, value)
      select uuidv7(), admit_people.patient_id, team.organisation_id, facts ->> 'hospitalNumber' from team where team.id = wanted_team
      on conflict (organisation_id, value) do nothing;
      identifier_added := found;
    end if;
    return next;
  end loop;
end $$;

-- The drafts of one team about a patient, or of all teams: after a death, or when care ends.
create function access.discard_drafts(wanted_patient uuid, wanted_team uuid) returns integer
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare discarded integer;
begin
  if not access.has_care(wanted_patient, 'clinician', 'support_worker', 'gp') then
    raise exception 'not in care' using errcode = 'insufficient_privilege';
  end if;
  with gone as (
    delete from draft where patient_id = wanted_patient and (wanted_team is null or team_id = wanted_team) returning id
  )
  select count(*) into discarded from gone;
  return discarded;
end $$;

-- A death was recorded by mistake: what its recording closed is opened again, as it was, for each team that still cares.
create function access.reopen_after_death(wanted_patient uuid)
returns table (kind task_kind, team_id uuid, subject_id uuid)
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  if not access.has_care(wanted_patient, 'clinician', 'support_worker') then
    raise exception 'not in care' using errcode = 'insufficient_privilege';
  end if;
  return query
    insert into task (id, kind, patient_id, team_id, owner_staff_id, due_on, subject_id, detail, opened_by_id)
    select uuidv7(), gone.kind, gone.patient_id, gone.team_id, gone.owner_staff_id, gone.due_on, gone.subject_id, gone.detail,
      access.staff_id()
    from task as gone
    where gone.patient_id = wanted_patient and gone.closure = 'died' and access.team_cares(gone.team_id, wanted_patient)
      and gone.closed_at = (
        select max(change.recorded_at) from patient_change as change
        where change.patient_id = wanted_patient
          and change.changes -> 'diedOn' ->> 'from' is null and change.changes -> 'diedOn' ->> 'to' is not null)
    on conflict (kind, patient_id, team_id, subject_id) where closed_at is null do nothing
    returning task.kind, task.team_id, task.subject_id;
end $$;

-- The person moved practice: what the old one had open ends, and the caller learns what was asked of it, and by which team.
create function access.end_practice_tasks(wanted_patient uuid)
returns table (kind task_kind, subject_id uuid, detail text, asking_team_id uuid)
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  if not access.has_care(wanted_patient, 'clinician', 'support_worker') then
    raise exception 'not in care' using errcode = 'insufficient_privilege';
  end if;
  return query
    with ended as (
      update task
      set closed_at = now(), closed_by_id = access.staff_id(), closure = 'care_ended', closed_reason = 'moved practice', version = task.version + 1
      from team
      where team.id = task.team_id and team.kind = 'practice' and task.patient_id = wanted_patient and task.closed_at is null
      returning task.kind, task.subject_id, task.detail
    )
    select ended.kind, ended.subject_id, ended.detail,
      case when access.team_cares(action.team_id, wanted_patient) then action.team_id end
    from ended left join action on action.id = ended.subject_id and action.patient_id = wanted_patient;
end $$;

-- Care that has ended stays ended, and the last hospital or community team lets go only by a clinician.
create function access.guard_end_of_care() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
  if session_user <> 'app' then
    return new;
  end if;
  if old.ended_on is not null or new.ended_on is null then
    raise exception 'care that ended stays ended' using errcode = 'insufficient_privilege';
  end if;
  if not access.has_care(new.patient_id, 'clinician')
    and exists (select from team where team.id = new.team_id and team.kind <> 'practice')
    and not exists (
      select from care_relationship as other join team on team.id = other.team_id
      where other.patient_id = new.patient_id and other.id <> new.id and other.ended_on is null and team.kind <> 'practice') then
    raise exception 'a clinician ends the care of the last team' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger end_of_care before update on care_relationship for each row execute function access.guard_end_of_care();

do $$
declare routine regprocedure;
begin
  foreach routine in array array['access.match_people(uuid, jsonb)', 'access.admit_people(uuid, care_relationship_basis, jsonb)',
    'access.discard_drafts(uuid, uuid)', 'access.reopen_after_death(uuid)', 'access.end_practice_tasks(uuid)',
    'access.guard_end_of_care()']::regprocedure[] loop
    execute format('revoke all on function %s from public', routine);
    if routine <> 'access.guard_end_of_care()'::regprocedure then
      execute format('grant execute on function %s to app, access_rules', routine);
    end if;
  end loop;
end $$;
grant create on schema access to access_rules;
do $$
declare routine regprocedure;
begin
  foreach routine in array array['access.match_people(uuid, jsonb)', 'access.admit_people(uuid, care_relationship_basis, jsonb)',
    'access.discard_drafts(uuid, uuid)', 'access.reopen_after_death(uuid)', 'access.end_practice_tasks(uuid)',
    'access.guard_end_of_care()']::regprocedure[] loop
    execute format('alter function %s owner to access_rules', routine);
  end loop;
end $$;

-- As before, and a practice that may record a death may not take one back.
set role access_rules;
create or replace function access.guard_patient() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
  if session_user = 'app' and not access.has_care(new.id, 'clinician', 'support_worker') and (
    (new.nhs_number, new.title, new.given_name, new.family_name, new.born_on, new.sex, new.gender, new.ethnic_category, new.shares_with_practice)
    is distinct from
    (old.nhs_number, old.title, old.given_name, old.family_name, old.born_on, old.sex, old.gender, old.ethnic_category, old.shares_with_practice)
    or (old.died_on is not null and new.died_on is null)) then
    raise exception 'a practice may change contacts, needs of communication and death only' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
reset role;
revoke create on schema access from access_rules;

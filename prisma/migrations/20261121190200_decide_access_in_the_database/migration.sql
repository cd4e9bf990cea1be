-- Who may see and write which row, decided again beneath the application (lib/access has the table of rules).
-- The setting `app.session` names a session row; everything else is looked up from it, so no request can claim a role.
-- Functions here run as `access_rules`, a role nobody can log in as, which may read just what deciding needs.

create schema access;
grant usage on schema access to app, app_auth, worker, auditor, access_rules;
grant usage on schema public to app, app_auth, worker, auditor, backup, access_rules;
grant select on all tables in schema public to backup;
alter default privileges in schema public grant select on tables to backup;

-- The calendar day in England.
create function access.today() returns date language sql stable parallel safe
set search_path = pg_catalog, pg_temp as $$ select (now() at time zone 'Europe/London')::date $$;

-- 20 minutes idle and 12 hours in all: lib/accounts/session-limits.ts has the same figures and a test compares them.
create function access.idle_limit() returns interval language sql immutable parallel safe
set search_path = pg_catalog, pg_temp as $$ select interval '20 minutes' $$;

create function access.staff_id() returns uuid language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
  select session.staff_id
  from staff_session as session join staff on staff.id = session.staff_id
  where session.id = nullif(current_setting('app.session', true), '')::uuid
    and session.ended_at is null and session.expires_at > now()
    and session.last_seen_at > now() - access.idle_limit() and staff.disabled_at is null
$$;

create function access.teams_as(variadic roles team_role[]) returns uuid[] language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(array_agg(distinct member.team_id), '{}')
  from team_member as member
  where member.staff_id = access.staff_id() and member.role = any (roles)
    and member.started_on <= access.today() and (member.ended_on is null or member.ended_on > access.today())
$$;
create function access.my_teams() returns uuid[] language sql stable
set search_path = pg_catalog, public, pg_temp as $$ select access.teams_as('clinician', 'support_worker', 'gp') $$;
create function access.my_clinical_teams() returns uuid[] language sql stable
set search_path = pg_catalog, public, pg_temp as $$ select access.teams_as('clinician', 'support_worker') $$;
create function access.my_clinician_teams() returns uuid[] language sql stable
set search_path = pg_catalog, public, pg_temp as $$ select access.teams_as('clinician') $$;
create function access.my_practice_teams() returns uuid[] language sql stable
set search_path = pg_catalog, public, pg_temp as $$ select access.teams_as('gp') $$;

create function access.organisations_as(wanted organisation_role_kind) returns uuid[] language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(array_agg(distinct held.organisation_id), '{}')
  from organisation_role as held
  where held.staff_id = access.staff_id() and held.role = wanted
    and (held.role = 'programme_lead' or held.confirmed_at is not null)
    and held.started_on <= access.today() and (held.ended_on is null or held.ended_on > access.today())
$$;
create function access.my_admin_organisations() returns uuid[] language sql stable
set search_path = pg_catalog, public, pg_temp as $$ select access.organisations_as('admin') $$;

-- Break-glass, live for this actor: read only, and only as long as the actor still works in some clinical team.
create function access.my_emergency_patients() returns uuid[] language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(array_agg(emergency.patient_id), '{}')
  from emergency_access as emergency
  where emergency.staff_id = access.staff_id() and emergency.started_at <= now() and emergency.ends_at > now()
    and cardinality(access.my_teams()) > 0
$$;
create function access.my_clinical_emergency_patients() returns uuid[] language sql stable
set search_path = pg_catalog, public, pg_temp as $$
  select case when cardinality(access.my_clinical_teams()) > 0 then access.my_emergency_patients() else '{}' end
$$;

create function access.system_job() returns text language sql stable
set search_path = pg_catalog, pg_temp as $$ select nullif(current_setting('app.job', true), '') $$;

-- Under care: which of my teams, in which role. The first thing a command asks.
create function access.my_care(wanted uuid) returns table (team_id uuid, team_kind team_kind, organisation_id uuid, role team_role)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select member.team_id, team.kind, team.organisation_id, member.role
  from care_relationship as care
  join team_member as member on member.team_id = care.team_id
  join team on team.id = care.team_id
  where care.patient_id = wanted and member.staff_id = access.staff_id()
    and member.started_on <= access.today() and (member.ended_on is null or member.ended_on > access.today())
    and care.started_on <= access.today() and (care.ended_on is null or care.ended_on > access.today())
$$;

create function access.has_care(wanted uuid, variadic roles team_role[]) returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
  select exists (select from access.my_care(wanted) as mine where mine.role = any (roles))
$$;

-- Every team that cares for the patient, for somebody who does too (or looks in an emergency).
create function access.care_team_of(wanted uuid)
returns table (id uuid, team_id uuid, basis care_relationship_basis, started_on date) language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
  select care.id, care.team_id, care.basis, care.started_on
  from care_relationship as care
  where care.patient_id = wanted and care.started_on <= access.today() and (care.ended_on is null or care.ended_on > access.today())
    and (access.has_care(wanted, 'clinician', 'support_worker', 'gp') or wanted = any (access.my_emergency_patients()))
$$;

create function access.team_cares(wanted_team uuid, wanted_patient uuid) returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
  select exists (
    select from care_relationship as care
    where care.patient_id = wanted_patient and care.team_id = wanted_team and care.ended_on is null)
$$;

-- What is open for the patient and whose it is. Of another team's task: that it exists, its kind and its date.
create function access.open_tasks_of(wanted uuid)
returns table (id uuid, kind task_kind, team_id uuid, owner_staff_id uuid, due_on date, subject_id uuid, detail text, mine boolean)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select task.id, task.kind, task.team_id,
    case when task.team_id = any (access.my_teams()) then task.owner_staff_id end,
    task.due_on,
    case when task.team_id = any (access.my_teams()) then task.subject_id end,
    case when task.team_id = any (access.my_teams()) then task.detail end,
    task.team_id = any (access.my_teams())
  from task
  where task.patient_id = wanted and task.closed_at is null
    and (access.has_care(wanted, 'clinician', 'support_worker', 'gp') or wanted = any (access.my_emergency_patients()))
  order by task.due_on, task.id
$$;

-- Opening a task, for a team of the caller's or another that has the patient in care. One that is open already stays as it is.
create function access.open_task(
  wanted_kind task_kind, wanted_patient uuid, wanted_team uuid, owner uuid, due date, subject uuid, words text) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare opened uuid;
begin
  if not (access.has_care(wanted_patient, 'clinician', 'support_worker', 'gp') and access.team_cares(wanted_team, wanted_patient)) then
    raise exception 'not in care' using errcode = 'insufficient_privilege';
  end if;
  if owner is not null and not exists (select from team_member as member where member.team_id = wanted_team and member.staff_id = owner) then
    raise exception 'the owner is not of the team' using errcode = 'check_violation';
  end if;
  insert into task (id, kind, patient_id, team_id, owner_staff_id, due_on, subject_id, detail, opened_by_id)
  values (uuidv7(), wanted_kind, wanted_patient, wanted_team, owner, due, subject, words, access.staff_id())
  on conflict (kind, patient_id, team_id, subject_id) where closed_at is null do nothing
  returning id into opened;
  return opened;
end $$;

-- Closing what another team holds open: a death, or an action withdrawn. Only somebody who cares for the patient may.
create function access.close_tasks(
  wanted_patient uuid, wanted_subject uuid, wanted_kinds task_kind[], how task_closure, why text) returns integer
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare closed integer;
begin
  if not access.has_care(wanted_patient, 'clinician', 'support_worker', 'gp') then
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

-- A relationship begins by import, referral or registration. Nobody can give themselves a patient by naming an id:
-- either the caller already cares for the patient, or knows NHS number and birth date (admit_patient).
create function access.begin_care(wanted_patient uuid, wanted_team uuid, why care_relationship_basis, from_day date) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare begun uuid;
begin
  if not access.has_care(wanted_patient, 'clinician', 'support_worker') then
    raise exception 'not in care' using errcode = 'insufficient_privilege';
  end if;
  insert into care_relationship (id, patient_id, team_id, basis, started_on, recorded_by_id)
  values (uuidv7(), wanted_patient, wanted_team, why, from_day, access.staff_id())
  on conflict (patient_id, team_id) where ended_on is null do nothing
  returning id into begun;
  return begun;
end $$;

-- Moves the registration: the old practice's access ends today, the new one's begins. Null: no practice known.
create function access.register_with_practice(wanted_patient uuid, wanted_team uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not access.has_care(wanted_patient, 'clinician', 'support_worker') then
    raise exception 'not in care' using errcode = 'insufficient_privilege';
  end if;
  if wanted_team is not null and not exists (select from team where id = wanted_team and kind = 'practice') then
    raise exception 'not a practice' using errcode = 'check_violation';
  end if;
  update care_relationship as care set ended_on = access.today(), ended_reason = 'moved practice'
  from team
  where team.id = care.team_id and team.kind = 'practice' and care.patient_id = wanted_patient
    and care.ended_on is null and care.team_id is distinct from wanted_team;
  if wanted_team is not null then
    insert into care_relationship (id, patient_id, team_id, basis, started_on, recorded_by_id)
    values (uuidv7(), wanted_patient, wanted_team, 'registration', access.today(), access.staff_id())
    on conflict (patient_id, team_id) where ended_on is null do nothing;
  end if;
end $$;

-- Admits a person to a team's care by NHS number and birth date: makes the record, or joins the one that exists.
-- Answers 'conflict' where the NHS number belongs to somebody born on another day, and says nothing else about them.
create function access.admit_patient(wanted_team uuid, why care_relationship_basis, facts jsonb)
returns table (patient_id uuid, outcome text)
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
declare
  existing patient%rowtype;
  made uuid;
begin
  if not (wanted_team = any (access.my_clinical_teams())) then
    raise exception 'not a team of yours' using errcode = 'insufficient_privilege';
  end if;
  made := uuidv7();
  insert into patient (id, nhs_number, title, given_name, family_name, preferred_name, search_name, born_on, sex, ethnic_category, died_on,
    address_line_1, address_line_2, postcode, mobile_telephone, home_telephone, email, preferred_language, interpreter_required,
    information_needs, updated_by_id)
  values (made, facts ->> 'nhsNumber', facts ->> 'title', coalesce(facts ->> 'givenName', ''), facts ->> 'familyName',
    facts ->> 'preferredName', facts ->> 'searchName', (facts ->> 'bornOn')::date, facts ->> 'sex', facts ->> 'ethnicCategory',
    (facts ->> 'diedOn')::date, facts ->> 'addressLine1', facts ->> 'addressLine2', facts ->> 'postcode',
    facts ->> 'mobileTelephone', facts ->> 'homeTelephone', facts ->> 'email', facts ->> 'preferredLanguage',
    (facts ->> 'interpreterRequired')::boolean, '{}', access.staff_id())
  on conflict (nhs_number) do nothing;
  if found then
    outcome := 'created';
  else
    select patient.* into existing from patient where nhs_number = facts ->> 'nhsNumber';
    if existing.born_on is distinct from (facts ->> 'bornOn')::date then
      return query select null::uuid, 'conflict';
      return;
    end if;
    made := existing.id;
    outcome := case when access.team_cares(wanted_team, made) then 'known' else 'joined' end;
  end if;
  insert into care_relationship (id, patient_id, team_id, basis, started_on, recorded_by_id)
  values (uuidv7(), made, wanted_team, why, access.today(), access.staff_id())
  on conflict (patient_id, team_id) where ended_on is null do nothing;
  return query select made, outcome;
end $$;

-- The session behind a request, by the hash of the cookie's value: who it is and what they hold, or no row.
create function access.begin_request(wanted_hash text)
returns table (session_id uuid, staff_id uuid, given_name text, family_name text, staff_role_code text,
  expires_at timestamptz, memberships jsonb, organisation_roles jsonb)
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare session staff_session%rowtype;
begin
  select live.* into session
  from staff_session as live join staff on staff.id = live.staff_id
  where live.token_hash = wanted_hash and live.ended_at is null and live.expires_at > now()
    and live.last_seen_at > now() - access.idle_limit() and staff.disabled_at is null;
  if session.id is null then
    return;
  end if;
  if session.last_seen_at < now() - interval '1 minute' then
    update staff_session set last_seen_at = now() where id = session.id;
  end if;
  return query
    select session.id, staff.id, staff.given_name, staff.family_name, staff.staff_role_code, session.expires_at,
      coalesce((
        select jsonb_agg(jsonb_build_object('teamId', team.id, 'teamCode', team.code, 'teamName', team.name, 'teamKind', team.kind,
          'organisationId', team.organisation_id, 'role', member.role) order by team.name)
        from team_member as member join team on team.id = member.team_id
        where member.staff_id = staff.id and member.started_on <= access.today()
          and (member.ended_on is null or member.ended_on > access.today())), '[]'),
      coalesce((
        select jsonb_agg(jsonb_build_object('organisationId', held.organisation_id, 'organisationName', organisation.name, 'role', held.role))
        from organisation_role as held join organisation on organisation.id = held.organisation_id
        where held.staff_id = staff.id and (held.role = 'programme_lead' or held.confirmed_at is not null)
          and held.started_on <= access.today() and (held.ended_on is null or held.ended_on > access.today())), '[]')
    from staff where staff.id = session.staff_id;
end $$;

-- An administrator's own people: those with a team or role in the organisation, and those with none anywhere yet.
create function access.administers(wanted_staff uuid) returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
  select cardinality(access.my_admin_organisations()) > 0 and (
    exists (select from team_member as member join team on team.id = member.team_id
            where member.staff_id = wanted_staff and team.organisation_id = any (access.my_admin_organisations()))
    or exists (select from organisation_role as held
               where held.staff_id = wanted_staff and held.organisation_id = any (access.my_admin_organisations()))
    or not (exists (select from team_member as member where member.staff_id = wanted_staff)
            or exists (select from organisation_role as held where held.staff_id = wanted_staff)))
$$;

do $$
declare routine regprocedure;
begin
  for routine in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'access' loop
    execute format('revoke all on function %s from public', routine);
    execute format('grant execute on function %s to app, worker, access_rules', routine);
  end loop;
end $$;
grant create on schema access to access_rules;
do $$
declare routine regprocedure;
begin
  for routine in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'access' and p.prosecdef loop
    execute format('alter function %s owner to access_rules', routine);
  end loop;
end $$;
revoke create on schema access from access_rules;

-- Every table: row-level security, forced, closed until a policy opens it.
do $$
declare each_table text;
begin
  for each_table in select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' and c.relname <> '_prisma_migrations' loop
    execute format('alter table %I enable row level security', each_table);
    execute format('alter table %I force row level security', each_table);
  end loop;
end $$;

-- What deciding needs to read and write.
do $$
declare each_table text;
begin
  foreach each_table in array array['staff', 'staff_session', 'team', 'team_member', 'organisation', 'organisation_role', 'care_relationship',
    'emergency_access', 'patient', 'task', 'task_count', 'access_log', 'access_log_chain'] loop
    execute format('grant select on %I to access_rules', each_table);
    execute format('create policy decide on %I to access_rules using (true) with check (true)', each_table);
  end loop;
end $$;
grant insert, update on care_relationship, task, task_count, access_log_chain to access_rules;
grant insert on patient to access_rules;
grant delete on task_count to access_rules;
grant update (last_seen_at) on staff_session to access_rules;

-- The policy shapes. `teams` names the function of the teams that may: my_teams, my_clinical_teams, my_clinician_teams, my_practice_teams.
-- `limit 1` keeps the planner from hashing the whole caseload for one row.
create function access.in_care_of(patient_column text, teams text) returns text language sql immutable
set search_path = pg_catalog, pg_temp as $$
  select format('coalesce((select true from public.care_relationship as care where care.patient_id = %s
    and care.team_id = any ((select access.%I())::uuid[]) and care.started_on <= (select access.today())
    and (care.ended_on is null or care.ended_on > (select access.today())) limit 1), false)', patient_column, teams)
$$;

create procedure access.police_by_patient(protected text, readers text, creators text, changers text) language plpgsql
set search_path = pg_catalog, public, pg_temp as $$
declare
  patient_column text := protected || case when protected = 'patient' then '.id' else '.patient_id' end;
  emergency text := case readers when 'my_teams' then 'my_emergency_patients' else 'my_clinical_emergency_patients' end;
begin
  execute format('grant select on %I to app', protected);
  execute format('create policy read_in_care on %I for select to app using (%s)', protected, access.in_care_of(patient_column, readers));
  execute format('create policy read_in_emergency on %I for select to app using (%s = any ((select access.%I())::uuid[]))',
    protected, patient_column, emergency);
  if creators is not null then
    execute format('grant insert on %I to app', protected);
    execute format('create policy create_in_care on %I for insert to app with check (%s)', protected, access.in_care_of(patient_column, creators));
  end if;
  if changers is not null then
    execute format('grant update on %I to app', protected);
    execute format('create policy change_in_care on %I for update to app using (%2$s) with check (%2$s)', protected, access.in_care_of(patient_column, changers));
  end if;
end $$;

revoke all on function access.in_care_of(text, text) from public;
revoke all on procedure access.police_by_patient(text, text, text, text) from public;

-- Care relationships: one's own teams' only; the others through access.care_team_of.
grant select on care_relationship to app;
grant update (ended_on, ended_reason) on care_relationship to app;
create policy read_own_teams on care_relationship for select to app using (team_id = any ((select access.my_teams())::uuid[]));
create policy end_own_teams on care_relationship for update to app
  using (team_id = any ((select access.my_clinical_teams())::uuid[])) with check (team_id = any ((select access.my_clinical_teams())::uuid[]));

call access.police_by_patient('patient', 'my_teams', null, 'my_teams');
call access.police_by_patient('patient_identifier', 'my_teams', 'my_clinical_teams', null);
call access.police_by_patient('patient_change', 'my_teams', 'my_teams', null);
call access.police_by_patient('about_me_version', 'my_teams', 'my_teams', null);
call access.police_by_patient('key_contact', 'my_teams', 'my_clinical_teams', 'my_clinical_teams');
call access.police_by_patient('diagnosis', 'my_teams', 'my_clinician_teams', 'my_clinician_teams');
call access.police_by_patient('treatment', 'my_teams', 'my_clinician_teams', 'my_clinician_teams');
call access.police_by_patient('assessment_offer', 'my_clinical_teams', 'my_clinical_teams', null);
call access.police_by_patient('needs_assessment', 'my_clinical_teams', 'my_clinical_teams', null);
call access.police_by_patient('concern', 'my_clinical_teams', 'my_clinical_teams', null);
call access.police_by_patient('voided_fact', 'my_clinical_teams', 'my_clinician_teams', null);
call access.police_by_patient('care_plan', 'my_clinical_teams', 'my_clinical_teams', 'my_clinical_teams');
call access.police_by_patient('plan_item', 'my_clinical_teams', 'my_clinical_teams', 'my_clinical_teams');
call access.police_by_patient('care_plan_event', 'my_clinical_teams', 'my_clinical_teams', null);
call access.police_by_patient('care_plan_version', 'my_clinical_teams', 'my_clinical_teams', null);
call access.police_by_patient('care_plan_share', 'my_clinical_teams', 'my_clinical_teams', null);
call access.police_by_patient('action', 'my_clinical_teams', 'my_clinical_teams', 'my_clinical_teams');
call access.police_by_patient('action_event', 'my_clinical_teams', 'my_clinical_teams', null);

-- A practice writes only what is its own of a person's particulars; a hospital team's fields stay as they are.
create function access.guard_patient() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
  if session_user = 'app' and not access.has_care(new.id, 'clinician', 'support_worker') and (
    (new.nhs_number, new.title, new.given_name, new.family_name, new.born_on, new.sex, new.gender, new.ethnic_category, new.shares_with_practice)
    is distinct from
    (old.nhs_number, old.title, old.given_name, old.family_name, old.born_on, old.sex, old.gender, old.ethnic_category, old.shares_with_practice)) then
    raise exception 'a practice may change contacts, needs of communication and death only' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger patient_fields_by_role before update on patient for each row execute function access.guard_patient();
revoke all on function access.guard_patient() from public;
grant create on schema access to access_rules;
alter function access.guard_patient() owner to access_rules;
revoke create on schema access from access_rules;

-- Practices: what was sent stays readable as sent; what is asked of them they may answer.
create policy read_as_sent on care_plan_share for select to app using (team_id = any ((select access.my_practice_teams())::uuid[]));
grant update (seen_at, seen_by_id) on care_plan_share to app;
create policy mark_seen on care_plan_share for update to app
  using (team_id = any ((select access.my_practice_teams())::uuid[])) with check (team_id = any ((select access.my_practice_teams())::uuid[]));
create policy read_as_sent on care_plan_version for select to app using (coalesce((
  select true from care_plan_share as share
  where share.care_plan_version_id = care_plan_version.id and share.team_id = any ((select access.my_practice_teams())::uuid[]) limit 1), false));
create policy read_asked_of_practice on action for select to app using (
  owner_kind = 'practice' and owner_team_id = any ((select access.my_practice_teams())::uuid[])
  and coalesce((select true from care_relationship as care where care.patient_id = action.patient_id and care.team_id = action.owner_team_id
    and care.started_on <= (select access.today()) and (care.ended_on is null or care.ended_on > (select access.today())) limit 1), false));
create policy read_asked_of_practice on action_event for select to app using (coalesce((
  select true from action where action.id = action_event.action_id and action.patient_id = action_event.patient_id
    and action.owner_team_id = any ((select access.my_practice_teams())::uuid[]) limit 1), false));
create policy answer_as_practice on action_event for insert to app with check (kind in ('done', 'declined') and coalesce((
  select true from action where action.id = action_event.action_id and action.patient_id = action_event.patient_id
    and action.owner_kind = 'practice' and action.owner_team_id = any ((select access.my_practice_teams())::uuid[]) limit 1), false));

-- The ledger, by team. Opened and closed through access.open_task and access.close_tasks; moved and handed on within the team.
grant select on task to app;
grant update (owner_staff_id, due_on, closed_at, closed_by_id, closure, closed_reason, version) on task to app;
-- By team first, for the order of the list; and what a team once held open goes with the care that ended.
do $$
declare in_care text := access.in_care_of('task.patient_id', 'my_teams');
begin
  execute format('create policy read_own_teams on task for select to app using (team_id = any ((select access.my_teams())::uuid[]) and %s)', in_care);
  execute format('create policy change_own_teams on task for update to app
    using (team_id = any ((select access.my_teams())::uuid[]) and %1$s) with check (team_id = any ((select access.my_teams())::uuid[]) and %1$s)', in_care);
end $$;
grant select, insert on task_event to app;
create policy read_with_task on task_event for select to app using (exists (select from task where task.id = task_event.task_id));
create policy note_with_task on task_event for insert to app with check (
  team_id = any ((select access.my_teams())::uuid[]) and exists (select from task where task.id = task_event.task_id));
grant select on task_count to app;
create policy read_own on task_count for select to app using (
  (scope = 'team' and scope_id = any ((select access.my_teams())::uuid[])) or (scope = 'owner' and scope_id = (select access.staff_id())));

-- Drafts and imports belong to a clinical team.
call access.police_by_patient('draft', 'my_clinical_teams', 'my_clinical_teams', 'my_clinical_teams');
grant delete on draft to app;
create policy of_own_team on draft as restrictive for insert to app with check (team_id = any ((select access.my_clinical_teams())::uuid[]));
do $$
begin
  execute format('create policy discard_in_care on draft for delete to app using (%s)', access.in_care_of('draft.patient_id', 'my_clinical_teams'));
end $$;
grant select, insert, update on patient_import to app;
create policy own_clinical_teams on patient_import for all to app
  using (team_id = any ((select access.my_clinical_teams())::uuid[])) with check (team_id = any ((select access.my_clinical_teams())::uuid[]));

-- The organisation and the people who work in it: any member of staff with a live session reads; administrators write their own.
do $$
declare each_table text;
begin
  foreach each_table in array array['organisation', 'team', 'staff', 'team_member', 'organisation_role', 'help_entry', 'concern_definition', 'reference_set'] loop
    execute format('grant select on %I to app', each_table);
    execute format('create policy read_as_staff on %I for select to app using ((select access.staff_id()) is not null)', each_table);
  end loop;
  -- Reference data and the first people are put in by the owner; rows about patients it cannot see.
  foreach each_table in array array['organisation', 'team', 'help_entry', 'concern_definition', 'reference_set',
    'staff', 'staff_credential', 'staff_invitation', 'staff_session', 'team_member', 'organisation_role'] loop
    execute format('create policy set_up on %I to owner using (true) with check (true)', each_table);
  end loop;
end $$;

grant update (name, telephone, assessment_days_after_diagnosis, assessment_days_after_treatment, assessment_days_after_offer,
  care_plan_days_after_assessment, care_plan_review_days, shared_plan_read_days, version) on team to app;
create policy set_standards on team for update to app
  using (organisation_id = any ((select access.my_admin_organisations())::uuid[]))
  with check (organisation_id = any ((select access.my_admin_organisations())::uuid[]));

grant insert on staff to app;
grant update (given_name, family_name, staff_role_code, disabled_at, version) on staff to app;
create policy add_staff on staff for insert to app with check (cardinality((select access.my_admin_organisations())::uuid[]) > 0);
create policy change_own_staff on staff for update to app using (access.administers(id)) with check (access.administers(id));

grant insert on team_member to app;
grant update (ended_on) on team_member to app;
create policy give_team on team_member for insert to app with check (
  staff_id <> (select access.staff_id()) and access.administers(staff_id)
  and exists (select from team where team.id = team_id and team.organisation_id = any ((select access.my_admin_organisations())::uuid[])));
create policy end_team on team_member for update to app
  using (exists (select from team where team.id = team_id and team.organisation_id = any ((select access.my_admin_organisations())::uuid[])))
  with check (exists (select from team where team.id = team_id and team.organisation_id = any ((select access.my_admin_organisations())::uuid[])));

grant insert on organisation_role to app;
grant update (ended_on, confirmed_by_id, confirmed_at) on organisation_role to app;
create policy give_role on organisation_role for insert to app with check (
  staff_id <> (select access.staff_id()) and given_by_id = (select access.staff_id()) and confirmed_at is null and confirmed_by_id is null
  and access.administers(staff_id) and organisation_id = any ((select access.my_admin_organisations())::uuid[]));
create policy confirm_or_end_role on organisation_role for update to app
  using (organisation_id = any ((select access.my_admin_organisations())::uuid[]))
  with check (organisation_id = any ((select access.my_admin_organisations())::uuid[])
    and (confirmed_by_id is null or (confirmed_by_id <> given_by_id and confirmed_by_id <> staff_id)));

grant insert, update on help_entry to app;
create policy edit_library on help_entry for all to app
  using (organisation_id = any ((select access.my_admin_organisations())::uuid[]))
  with check (organisation_id = any ((select access.my_admin_organisations())::uuid[]));

-- Accounts. Password hashes and second factors: the log-in role alone.
grant select, insert on staff_invitation to app;
create policy invite on staff_invitation for all to app using (access.administers(staff_id)) with check (access.administers(staff_id));
grant select (id, staff_id, created_at, last_seen_at, expires_at, ended_at, ended_reason, browser, address) on staff_session to app;
grant update (ended_at, ended_reason) on staff_session to app;
create policy own_sessions on staff_session for all to app
  using (staff_id = (select access.staff_id()) or access.administers(staff_id))
  with check (staff_id = (select access.staff_id()) or access.administers(staff_id));
grant select on emergency_access to app;
create policy own_emergencies on emergency_access for select to app using (staff_id = (select access.staff_id()));

grant select, insert on submission to app;
grant update (result) on submission to app;
create policy own_submissions on submission for all to app
  using (staff_id = (select access.staff_id())) with check (staff_id = (select access.staff_id()));

grant select, update (given_name, family_name) on staff to app_auth;
grant select, insert, update on staff_credential, staff_session to app_auth;
grant select, update (used_at) on staff_invitation to app_auth;
grant select, insert on login_attempt to app_auth;
grant select on organisation_role, team_member to app_auth;
do $$
declare each_table text;
begin
  foreach each_table in array array['staff', 'staff_credential', 'staff_session', 'staff_invitation', 'login_attempt', 'organisation_role', 'team_member'] loop
    execute format('create policy log_in on %I to app_auth using (true) with check (true)', each_table);
  end loop;
end $$;

-- Jobs, under a named job.
grant select, delete on draft, submission, login_attempt, staff_invitation to worker;
grant select, update (staged_rows, state) on patient_import to worker;
grant select (id, ended_at, expires_at, last_seen_at), update (ended_at, ended_reason) on staff_session to worker;
do $$
declare each_table text;
begin
  foreach each_table in array array['draft', 'submission', 'login_attempt', 'staff_invitation', 'patient_import', 'staff_session'] loop
    execute format('create policy named_job on %I to worker using ((select access.system_job()) is not null) with check ((select access.system_job()) is not null)', each_table);
  end loop;
end $$;

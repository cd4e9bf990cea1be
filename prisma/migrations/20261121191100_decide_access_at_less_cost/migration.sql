-- Deciding costs less, and decides the same. A page that everybody opens all day asks a dozen tables, and each asks who the
-- actor is: measured, that was more than half of what the record page cost the database.

-- Bound when they are made, so no search path can turn them; without settings of their own, they are planned into what asks.
create or replace function access.today() returns date language sql stable parallel safe
return (now() at time zone 'Europe/London')::date;
create or replace function access.idle_limit() returns interval language sql immutable parallel safe
return interval '20 minutes';
alter function access.today() reset all;
alter function access.idle_limit() reset all;

create or replace function access.my_teams() returns uuid[] language sql stable
return access.teams_as('clinician', 'support_worker', 'gp');
create or replace function access.my_clinical_teams() returns uuid[] language sql stable
return access.teams_as('clinician', 'support_worker');
create or replace function access.my_clinician_teams() returns uuid[] language sql stable
return access.teams_as('clinician');
create or replace function access.my_practice_teams() returns uuid[] language sql stable
return access.teams_as('gp');
alter function access.my_teams() reset all;
alter function access.my_clinical_teams() reset all;
alter function access.my_clinician_teams() reset all;
alter function access.my_practice_teams() reset all;

-- Asked once, not once for each member of each team nor for each task.
grant create on schema access to access_rules;
set role access_rules;
create or replace function access.teams_as(variadic roles team_role[]) returns uuid[] language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(array_agg(distinct member.team_id), '{}')
  from team_member as member
  where member.staff_id = (select access.staff_id()) and member.role = any (roles)
    and member.started_on <= access.today() and (member.ended_on is null or member.ended_on > access.today())
$$;
create or replace function access.my_care(wanted uuid) returns table (team_id uuid, team_kind team_kind, organisation_id uuid, role team_role)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select member.team_id, team.kind, team.organisation_id, member.role
  from care_relationship as care
  join team_member as member on member.team_id = care.team_id
  join team on team.id = care.team_id
  where care.patient_id = wanted and member.staff_id = (select access.staff_id())
    and member.started_on <= access.today() and (member.ended_on is null or member.ended_on > access.today())
    and care.started_on <= access.today() and (care.ended_on is null or care.ended_on > access.today())
$$;

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
    and ((select access.has_care(wanted, 'clinician', 'support_worker', 'gp')) or wanted = any ((select access.my_emergency_patients())::uuid[]))
  order by task.due_on, task.id
$$;

create or replace function access.care_team_of(wanted uuid)
returns table (id uuid, team_id uuid, basis care_relationship_basis, started_on date) language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
  select care.id, care.team_id, care.basis, care.started_on
  from care_relationship as care
  where care.patient_id = wanted and care.started_on <= access.today() and (care.ended_on is null or care.ended_on > access.today())
    and ((select access.has_care(wanted, 'clinician', 'support_worker', 'gp')) or wanted = any ((select access.my_emergency_patients())::uuid[]))
$$;
reset role;
revoke create on schema access from access_rules;

-- Policies of one table are asked in the order of their names, backwards: care, which nearly always answers, comes first.
do $$
declare each record;
begin
  for each in select polname, polrelid::regclass as police from pg_policy where polname = 'read_in_emergency' loop
    execute format('alter policy %I on %s rename to emergency_read', each.polname, each.police);
  end loop;
end $$;

-- Accounts and administration: who changed what, and the ways by which an administrator could have reached further than
-- their own organisation, or given themselves a role, by writing rows by hand.

alter table staff add column updated_at timestamptz(3) not null default now(), add column updated_by_id uuid;
alter table team add column updated_at timestamptz(3) not null default now(), add column updated_by_id uuid;
grant update (updated_at, updated_by_id) on staff, team to app;

-- A person is in a team once at a time, and holds a role once.
create unique index team_member_one_open on team_member (staff_id, team_id) where ended_on is null;
create unique index organisation_role_one_open on organisation_role (staff_id, organisation_id, role) where ended_on is null;

-- Somebody who works for two organisations is given to neither: whoever may set a password or disable an account
-- answers for every organisation that the account opens.
create function access.administers_alone(wanted_staff uuid) returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
  select access.administers(wanted_staff)
    and not exists (
      select from team_member as member join team on team.id = member.team_id
      where member.staff_id = wanted_staff and (member.ended_on is null or member.ended_on > access.today())
        and team.organisation_id <> all (access.my_admin_organisations()))
    and not exists (
      select from organisation_role as held
      where held.staff_id = wanted_staff and (held.ended_on is null or held.ended_on > access.today())
        and held.organisation_id <> all (access.my_admin_organisations()))
$$;
revoke all on function access.administers_alone(uuid) from public;
grant execute on function access.administers_alone(uuid) to app, access_rules;
grant create on schema access to access_rules;
alter function access.administers_alone(uuid) owner to access_rules;
revoke create on schema access from access_rules;

-- Nobody disables their own account.
drop policy change_own_staff on staff;
create policy change_own_staff on staff for update to app
  using (access.administers_alone(id))
  with check (access.administers_alone(id) and (disabled_at is null or id <> (select access.staff_id())));

-- Nor invites themselves again, which would drop their own second factor.
drop policy invite on staff_invitation;
create policy read_own_people on staff_invitation for select to app using (access.administers(staff_id));
create policy invite on staff_invitation for insert to app with check (
  access.administers_alone(staff_id) and staff_id <> (select access.staff_id())
  and created_by_id = (select access.staff_id()) and used_at is null);

drop policy own_sessions on staff_session;
create policy own_sessions on staff_session for all to app
  using (staff_id = (select access.staff_id()) or access.administers_alone(staff_id))
  with check (staff_id = (select access.staff_id()) or access.administers_alone(staff_id));

-- What has ended stays ended: opened again, it would be a role that somebody gave themselves. The role fits the team.
drop policy give_team on team_member;
create policy give_team on team_member for insert to app with check (
  staff_id <> (select access.staff_id()) and given_by_id = (select access.staff_id()) and access.administers(staff_id)
  and exists (select from team where team.id = team_id and (team.kind = 'practice') = (role = 'gp')
    and team.organisation_id = any ((select access.my_admin_organisations())::uuid[])));
drop policy end_team on team_member;
create policy end_team on team_member for update to app
  using (ended_on is null
    and exists (select from team where team.id = team_id and team.organisation_id = any ((select access.my_admin_organisations())::uuid[])))
  with check (ended_on is not null and ended_on <= (select access.today()));

-- A second administrator confirms in their own name; afterwards a role can only end.
drop policy confirm_or_end_role on organisation_role;
create policy confirm_or_end_role on organisation_role for update to app
  using (ended_on is null and organisation_id = any ((select access.my_admin_organisations())::uuid[]))
  with check (organisation_id = any ((select access.my_admin_organisations())::uuid[])
    and (ended_on <= (select access.today())
      or (ended_on is null and confirmed_at is not null and confirmed_by_id = (select access.staff_id())
        and confirmed_by_id <> given_by_id and confirmed_by_id <> staff_id)));

-- What an operator does to accounts is in the log too, as the operator's.
create policy append_as_operator on access_log for insert to owner with check (true);

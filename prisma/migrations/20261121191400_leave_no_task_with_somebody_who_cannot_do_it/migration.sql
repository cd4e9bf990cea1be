-- No open task is owned by somebody who cannot act on it: who does not work in its team today, or whose account is closed.

-- Holds the membership and the account as they are until the transaction ends, so that neither ends while a task is given.
create function access.can_own_for(wanted_staff uuid, wanted_team uuid) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform from team_member as member join staff on staff.id = member.staff_id
  where member.staff_id = wanted_staff and member.team_id = wanted_team and staff.disabled_at is null
    and member.started_on <= access.today() and (member.ended_on is null or member.ended_on > access.today())
  for share of member, staff;
  return found;
end $$;
-- What locking a row asks for.
grant update (ended_on) on team_member to access_rules;
grant update (version) on staff to access_rules;

-- Opened for somebody who left meanwhile, a task is the team's. Handed to such a person, the handing on fails.
create function access.keep_owner_able() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
  if access.can_own_for(new.owner_staff_id, new.team_id) then
    return new;
  end if;
  if tg_op = 'UPDATE' then
    raise exception 'the owner does not work in the team' using errcode = 'check_violation';
  end if;
  new.owner_staff_id := null;
  return new;
end $$;
create trigger keep_owner_able before insert or update of owner_staff_id on task for each row
  when (new.closed_at is null and new.owner_staff_id is not null) execute function access.keep_owner_able();

-- Somebody's team ended, or their account was closed: what they can no longer do goes back to the list of its team.
create function access.release_tasks(wanted_staff uuid) returns table (task_id uuid, patient_id uuid)
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  if not access.administers(wanted_staff) then
    raise exception 'not a member of your staff' using errcode = 'insufficient_privilege';
  end if;
  return query
    with released as (
      update task set owner_staff_id = null, version = version + 1
      where closed_at is null and owner_staff_id = wanted_staff and not exists (
        select from team_member as member join staff on staff.id = member.staff_id
        where member.staff_id = wanted_staff and member.team_id = task.team_id and staff.disabled_at is null
          and member.started_on <= access.today() and (member.ended_on is null or member.ended_on > access.today()))
      returning id, patient_id, team_id
    ), noted as (
      insert into task_event (id, task_id, team_id, kind, owner_from_id, recorded_by_id)
      select uuidv7(), id, team_id, 'reassigned', wanted_staff, access.staff_id() from released
    )
    select id, patient_id from released order by id;
end $$;
grant insert on task_event to access_rules;
create policy decide on task_event to access_rules using (true) with check (true);

revoke all on function access.can_own_for(uuid, uuid), access.keep_owner_able(), access.release_tasks(uuid) from public;
grant execute on function access.can_own_for(uuid, uuid) to access_rules;
grant execute on function access.release_tasks(uuid) to app, access_rules;
grant create on schema access to access_rules;
alter function access.can_own_for(uuid, uuid) owner to access_rules;
alter function access.keep_owner_able() owner to access_rules;
alter function access.release_tasks(uuid) owner to access_rules;
revoke create on schema access from access_rules;

-- Those that nobody took back until now.
set role access_rules;
update task set owner_staff_id = null, version = version + 1
where closed_at is null and owner_staff_id is not null and not exists (
  select from team_member as member join staff on staff.id = member.staff_id
  where member.staff_id = task.owner_staff_id and member.team_id = task.team_id and staff.disabled_at is null
    and member.started_on <= access.today() and (member.ended_on is null or member.ended_on > access.today()));
reset role;

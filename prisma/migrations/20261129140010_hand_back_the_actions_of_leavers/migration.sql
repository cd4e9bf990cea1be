-- Somebody's team ended, or their account was closed: an action of a plan that was theirs to do goes back to the team
-- together with its task, so that the plan names nobody who has left.
drop function access.release_tasks(uuid);
create function access.release_tasks(wanted_staff uuid) returns table (task_id uuid, patient_id uuid, action_id uuid)
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
      returning id, patient_id, team_id, kind, subject_id
    ), noted as (
      insert into task_event (id, task_id, team_id, kind, owner_from_id, recorded_by_id)
      select uuidv7(), id, team_id, 'reassigned', wanted_staff, access.staff_id() from released
    ), handed_back as (
      update action
      set owner_kind = 'team', owner_staff_id = null, owner_team_id = released.team_id, version = action.version + 1,
        updated_at = now(), updated_by_id = access.staff_id()
      from released
      where released.kind = 'complete_action' and action.id = released.subject_id and action.patient_id = released.patient_id
        and action.owner_staff_id = wanted_staff
      returning action.id, action.patient_id
    ), told as (
      insert into action_event (id, patient_id, action_id, kind, "on", note, recorded_by_id)
      select uuidv7(), handed_back.patient_id, handed_back.id, 'reassigned', access.today(),
        'Was with ' || leaver.given_name || ' ' || leaver.family_name || ', who has left the team', access.staff_id()
      from handed_back, staff as leaver where leaver.id = wanted_staff
    )
    select released.id, released.patient_id, handed_back.id
    from released left join handed_back on handed_back.id = released.subject_id order by released.id;
end $$;
do $$
declare each_table text;
begin
  foreach each_table in array array['action', 'action_event'] loop
    execute format('grant select, insert, update on %I to access_rules', each_table);
    if not exists (select from pg_policy where polrelid = each_table::regclass and polname = 'decide') then
      execute format('create policy decide on %I to access_rules using (true) with check (true)', each_table);
    end if;
  end loop;
end $$;
revoke update on action_event from access_rules;
revoke insert on action from access_rules;
revoke all on function access.release_tasks(uuid) from public;
grant execute on function access.release_tasks(uuid) to app, access_rules;
grant create on schema access to access_rules;
alter function access.release_tasks(uuid) owner to access_rules;
revoke create on schema access from access_rules;

-- Those that left before.
set role access_rules;
update action set owner_kind = 'team', owner_staff_id = null, owner_team_id = task.team_id, version = action.version + 1
from task
where task.kind = 'complete_action' and task.closed_at is null and task.subject_id = action.id
  and task.patient_id = action.patient_id and task.owner_staff_id is null and action.owner_staff_id is not null;
reset role;

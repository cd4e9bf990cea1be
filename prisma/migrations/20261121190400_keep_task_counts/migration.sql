-- Counts are kept as tasks open, move and close, so that a worklist never counts. Per due date, so that midnight changes nothing.

create function access.keep_task_counts() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    perform access.add_to_task_counts(array(select row(new_task.*)::task from new_task where closed_at is null), '{}');
  elsif tg_op = 'UPDATE' then
    perform access.add_to_task_counts(
      array(select row(new_task.*)::task from new_task where closed_at is null),
      array(select row(old_task.*)::task from old_task where closed_at is null));
  else
    perform access.add_to_task_counts('{}', array(select row(old_task.*)::task from old_task where closed_at is null));
  end if;
  return null;
end $$;

-- Rows in one fixed order, so that two writers never wait for each other in a ring.
create function access.add_to_task_counts(arrived task[], gone task[]) returns void language sql volatile security definer
set search_path = pg_catalog, public, pg_temp as $$
  insert into task_count as kept (scope, scope_id, kind, due_on, open)
  select scope, scope_id, kind, due_on, sum(step)
  from (
    select 'team'::task_count_scope as scope, team_id as scope_id, kind, due_on, 1 as step from unnest(arrived)
    union all select 'owner', owner_staff_id, kind, due_on, 1 from unnest(arrived) where owner_staff_id is not null
    union all select 'team', team_id, kind, due_on, -1 from unnest(gone)
    union all select 'owner', owner_staff_id, kind, due_on, -1 from unnest(gone) where owner_staff_id is not null
  ) as steps
  group by scope, scope_id, kind, due_on having sum(step) <> 0
  order by scope, scope_id, kind, due_on
  on conflict (scope, scope_id, kind, due_on) do update set open = kept.open + excluded.open
$$;

create trigger count_opened after insert on task referencing new table as new_task for each statement execute function access.keep_task_counts();
create trigger count_changed after update on task referencing old table as old_task new table as new_task for each statement execute function access.keep_task_counts();
create trigger count_removed after delete on task referencing old table as old_task for each statement execute function access.keep_task_counts();

revoke all on function access.keep_task_counts(), access.add_to_task_counts(task[], task[]) from public;
grant execute on function access.add_to_task_counts(task[], task[]) to access_rules;
grant create on schema access to access_rules;
alter function access.keep_task_counts() owner to access_rules;
alter function access.add_to_task_counts(task[], task[]) owner to access_rules;
revoke create on schema access from access_rules;

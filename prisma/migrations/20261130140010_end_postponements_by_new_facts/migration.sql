-- A day that somebody postponed a task of follow-up to stood for as long as the task did: called back again for a PSA of 5.0, the
-- person was still to be seen in two months, with the words of the first recall; and a correction out of range was to be reviewed
-- when the value before it was. Now it stands until a newer fact about the same thing: `since` says of each thing that is owed
-- when the last one came, null where any postponement stands. The words are kept as they are now, too.
grant create on schema access to access_rules;
set role access_rules;
-- For the functions of the ledger, which say who may ask.
create function access.is_postponed_since(wanted_task uuid, since timestamptz) returns boolean language sql stable
set search_path = pg_catalog, public, pg_temp as $$
  select exists (
    select from task_event as event
    where event.task_id = wanted_task and event.kind = 'postponed' and event.recorded_at > coalesce(since, '-infinity'))
$$;
revoke all on function access.is_postponed_since(uuid, timestamptz) from public;
create or replace function access.owe_on_pathways(wanted jsonb) returns integer
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  is_job boolean := access.is_job();
  by_whom uuid := case when session_user = 'worker' then null else access.staff_id() end;
  kinds task_kind[] := array['request_surveillance_test', 'find_missed_test', 'chase_test_result', 'review_result', 'tell_result',
    'see_after_recall', 'review_suspended_pathway', 'review_follow_up'];
  pathways uuid[] := array(select pathway from jsonb_to_recordset(wanted) as said (pathway uuid));
  holders uuid[];
  tests uuid[];
  standing uuid[];
  opened integer;
  moved integer;
  closed integer;
begin
  if exists (
    select from unnest(pathways) as said (id) left join follow_up_pathway as pathway on pathway.id = said.id
    where pathway.id is null or not (is_job or access.has_care(pathway.patient_id, 'clinician', 'support_worker'))) then
    raise exception 'not in care' using errcode = 'insufficient_privilege';
  end if;
  holders := array(
    select access.holding_team(pathway.team_id, pathway.patient_id)
    from unnest(pathways) with ordinality as said (id, number) join follow_up_pathway as pathway on pathway.id = said.id
    order by said.number);
  tests := array(select id from surveillance_test where pathway_id = any (pathways));
  if exists (
    select from jsonb_to_recordset(wanted) as said (pathway uuid, owed jsonb)
    cross join lateral jsonb_to_recordset(said.owed) as owed (kind task_kind, subject uuid)
    where owed.kind <> all (kinds) or not (owed.subject = said.pathway
      or exists (select from surveillance_test as test where test.id = owed.subject and test.pathway_id = said.pathway))) then
    raise exception 'not of this pathway' using errcode = 'check_violation';
  end if;

  with ledger as materialized (
    select pathway.patient_id, held.team_id, said.owed
    from jsonb_to_recordset(wanted) as said (pathway uuid, owed jsonb)
    join follow_up_pathway as pathway on pathway.id = said.pathway
    join unnest(pathways, holders) as held (id, team_id) on held.id = pathway.id
    join patient on patient.id = pathway.patient_id
    where patient.died_on is null and access.team_cares(held.team_id, pathway.patient_id)
  )
  insert into task (id, kind, patient_id, team_id, owner_staff_id, due_on, subject_id, detail, opened_by_id)
  select uuidv7(), owed.kind, ledger.patient_id, ledger.team_id,
    (select before.owner_staff_id from task as before
      where before.patient_id = ledger.patient_id and before.subject_id = owed.subject and before.team_id = ledger.team_id
        and before.closed_at is null and before.kind = any (kinds) order by before.opened_at desc, before.id desc limit 1),
    owed.due, owed.subject, owed.words, by_whom
  from ledger cross join lateral jsonb_to_recordset(ledger.owed) as owed (kind task_kind, subject uuid, due date, words text)
  on conflict (kind, patient_id, team_id, subject_id) where closed_at is null do nothing;
  get diagnostics opened = row_count;

  standing := array(select id from task where subject_id = any (pathways || tests) and closed_at is null and kind = any (kinds));
  update task set detail = owed.words, version = task.version + 1,
    due_on = case when access.is_postponed_since(task.id, owed.since) then task.due_on else owed.due end
  from (
    select pathway.patient_id, held.team_id, one.kind, one.subject, one.due, one.words, one.since
    from jsonb_to_recordset(wanted) as said (pathway uuid, owed jsonb)
    join follow_up_pathway as pathway on pathway.id = said.pathway
    join unnest(pathways, holders) as held (id, team_id) on held.id = pathway.id
    cross join lateral jsonb_to_recordset(said.owed) as one (kind task_kind, subject uuid, due date, words text, since timestamptz)
  ) as owed
  where task.id = any (standing) and task.patient_id = owed.patient_id and task.team_id = owed.team_id and task.kind = owed.kind
    and task.subject_id = owed.subject and (task.detail is distinct from owed.words
      or (task.due_on <> owed.due and not access.is_postponed_since(task.id, owed.since)));
  get diagnostics moved = row_count;

  update task set closed_at = now(), closed_by_id = by_whom, version = task.version + 1,
    closure = case when exists (
      select from jsonb_to_recordset(pathway.met) as done (kind task_kind, subject uuid)
      where done.subject = task.subject_id and done.kind = task.kind) then 'met'::task_closure else 'superseded' end
  from (
    select pathway.id, pathway.patient_id, held.team_id, said.owed, said.met
    from jsonb_to_recordset(wanted) as said (pathway uuid, owed jsonb, met jsonb)
    join follow_up_pathway as pathway on pathway.id = said.pathway
    join unnest(pathways, holders) as held (id, team_id) on held.id = pathway.id
  ) as pathway
  where task.id = any (standing) and task.patient_id = pathway.patient_id
    and (task.subject_id = pathway.id
      or exists (select from surveillance_test as test where test.id = task.subject_id and test.pathway_id = pathway.id))
    and not (task.team_id = pathway.team_id and exists (
      select from jsonb_to_recordset(pathway.owed) as owed (kind task_kind, subject uuid)
      where owed.kind = task.kind and owed.subject = task.subject_id));
  get diagnostics closed = row_count;
  return opened + moved + closed;
end $$;
-- What access.owe_on_pathways would open, move, name otherwise or close makes a ledger differ.
-- owed: [{pathway, kind, subject, due, words, since}].
create or replace function access.ledgers_that_differ(pathways uuid[], owed jsonb) returns setof uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with asked as materialized (
    select id, patient_id, access.holding_team(team_id, patient_id) as team_id from follow_up_pathway
    where id = any (pathways) and session_user = 'worker' and access.system_job() is not null
  ), wanted as materialized (
    select pathway, kind, subject, due, words, since
    from jsonb_to_recordset(owed)
      as wanted (pathway uuid, kind task_kind, subject uuid, due date, words text, since timestamptz)
  ), standing as materialized (
    select asked.id as pathway, task.id, task.kind, task.subject_id as subject, task.due_on as due, task.detail as words,
      task.team_id = asked.team_id as is_own
    from asked join task on task.patient_id = asked.patient_id and task.closed_at is null
    where task.kind in ('request_surveillance_test', 'find_missed_test', 'chase_test_result', 'review_result', 'tell_result',
        'see_after_recall', 'review_suspended_pathway', 'review_follow_up')
      and (task.subject_id = asked.id
        or exists (select from surveillance_test as test where test.id = task.subject_id and test.pathway_id = asked.id))
  )
  select wanted.pathway from wanted
  where not exists (
    select from standing where standing.pathway = wanted.pathway and standing.kind = wanted.kind and standing.subject = wanted.subject
      and standing.is_own and standing.words is not distinct from wanted.words
      and (standing.due = wanted.due or access.is_postponed_since(standing.id, wanted.since)))
  union
  select standing.pathway from standing
  where not standing.is_own or not exists (
    select from wanted where wanted.pathway = standing.pathway and wanted.kind = standing.kind and wanted.subject = standing.subject)
$$;
reset role;
revoke create on schema access from access_rules;

-- What is owed on a pathway went to its team alone. Where that team has let go of the person, as it may once the pathway has ended,
-- a correction that was filed later opened nothing for anybody. Now it goes, as results outside a pathway do, to the team that
-- answers: access.holding_team says who holds the tasks of a pathway. Where no hospital or community team has the person in
-- care nothing opens, and what is open stays where it is.
grant create on schema access to access_rules;
set role access_rules;
-- The team of a pathway while it has the person in care, else the one that has had them longest; where none has, the team itself.
-- Called by the functions of the ledger, which say who may ask.
create function access.holding_team(wanted_team uuid, wanted_patient uuid) returns uuid language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
  select coalesce((
    select care.team_id
    from care_relationship as care join team on team.id = care.team_id
    where care.patient_id = wanted_patient and team.kind <> 'practice' and care.ended_on is null
    order by care.team_id <> wanted_team, care.started_on, care.id
    limit 1), wanted_team)
$$;
revoke all on function access.holding_team(uuid, uuid) from public;
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
  update task set due_on = owed.due, version = task.version + 1
  from (
    select pathway.patient_id, held.team_id, one.kind, one.subject, one.due
    from jsonb_to_recordset(wanted) as said (pathway uuid, owed jsonb)
    join follow_up_pathway as pathway on pathway.id = said.pathway
    join unnest(pathways, holders) as held (id, team_id) on held.id = pathway.id
    cross join lateral jsonb_to_recordset(said.owed) as one (kind task_kind, subject uuid, due date)
  ) as owed
  where task.id = any (standing) and task.patient_id = owed.patient_id and task.team_id = owed.team_id and task.kind = owed.kind
    and task.subject_id = owed.subject and task.due_on <> owed.due
    and not exists (select from task_event where task_event.task_id = task.id and task_event.kind = 'postponed');
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
create or replace function access.ledgers_that_differ(pathways uuid[], owed jsonb) returns setof uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with asked as materialized (
    select id, patient_id, access.holding_team(team_id, patient_id) as team_id from follow_up_pathway
    where id = any (pathways) and session_user = 'worker' and access.system_job() is not null
  ), wanted as materialized (
    select pathway, kind, subject, due from jsonb_to_recordset(owed) as wanted (pathway uuid, kind task_kind, subject uuid, due date)
  ), standing as materialized (
    select asked.id as pathway, task.kind, task.subject_id as subject, task.due_on as due, task.team_id = asked.team_id as is_own,
      exists (select from task_event where task_event.task_id = task.id and task_event.kind = 'postponed') as is_postponed
    from asked join task on task.patient_id = asked.patient_id and task.closed_at is null
    where task.kind in ('request_surveillance_test', 'find_missed_test', 'chase_test_result', 'review_result', 'tell_result',
        'see_after_recall', 'review_suspended_pathway', 'review_follow_up')
      and (task.subject_id = asked.id
        or exists (select from surveillance_test as test where test.id = task.subject_id and test.pathway_id = asked.id))
  )
  select wanted.pathway from wanted
  where not exists (
    select from standing where standing.pathway = wanted.pathway and standing.kind = wanted.kind and standing.subject = wanted.subject
      and standing.is_own and (standing.due = wanted.due or standing.is_postponed))
  union
  select standing.pathway from standing
  where not standing.is_own or not exists (
    select from wanted where wanted.pathway = standing.pathway and wanted.kind = standing.kind and wanted.subject = standing.subject)
$$;
-- Also an ended pathway is looked at while one of its tests waits for a result, its review or its telling.
create or replace function access.follow_up_ledger() returns table (pathway_id uuid, patient_id uuid, team_id uuid, open integer, doubled integer)
language sql stable security definer set search_path = pg_catalog, public, pg_temp set work_mem = '64MB' as $$
  with live as materialized (
    select pathway.id, pathway.patient_id,
      case when own.id is not null then pathway.team_id else access.holding_team(pathway.team_id, pathway.patient_id) end as team_id
    from follow_up_pathway as pathway join patient on patient.id = pathway.patient_id
    left join care_relationship as own
      on own.patient_id = pathway.patient_id and own.team_id = pathway.team_id and own.ended_on is null
    where patient.died_on is null
      and (pathway.ended_on is null or exists (
        select from surveillance_test as test where test.pathway_id = pathway.id and test.settled_at is null))
      and (session_user not in ('app', 'worker') or pathway.team_id = any ((select access.my_clinical_teams())::uuid[])
        or own.id is null)
  ), mine as materialized (
    select live.id, live.patient_id, live.team_id from live
    where session_user not in ('app', 'worker') or live.team_id = any ((select access.my_clinical_teams())::uuid[])
  ), counted as (
    select mine.id as pathway_id, task.subject_id as subject, count(*)::integer as open
    from mine
    join task on task.patient_id = mine.patient_id and task.team_id = mine.team_id and task.closed_at is null
    left join surveillance_test as test on test.id = task.subject_id and test.pathway_id = mine.id
    where task.subject_id = mine.id or test.id is not null
    group by mine.id, task.subject_id
  )
  select mine.id, mine.patient_id, mine.team_id, coalesce(sum(counted.open), 0)::integer,
    (count(*) filter (where counted.open > 1 and counted.subject <> mine.id))::integer
  from mine left join counted on counted.pathway_id = mine.id
  group by mine.id, mine.patient_id, mine.team_id
$$;
reset role;
revoke create on schema access from access_rules;

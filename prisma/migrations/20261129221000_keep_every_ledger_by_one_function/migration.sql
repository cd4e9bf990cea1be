-- The ledger of follow-up was kept by two functions that held the same rules, one for a pathway of somebody in one's care and
-- one for many, for jobs. Now access.owe_on_pathways keeps them all: each pathway is of somebody in the caller's care, or the
-- caller is a job. `wanted` is a list of {pathway, owed, met}: owed is [{kind, subject, due, words}], one for each subject; met,
-- [{kind, subject}], what its facts say was done. What is owed as before keeps its task, its owner and a day that somebody
-- postponed it to; what moved on keeps its owner. What is open about them is found first and named by id: a planner that has to
-- guess how long the lists are would rather read the whole ledger.
grant create on schema access to access_rules;
set role access_rules;
create or replace function access.owe_on_pathways(wanted jsonb) returns integer
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  is_job boolean := access.is_job();
  by_whom uuid := case when session_user = 'worker' then null else access.staff_id() end;
  kinds task_kind[] := array['request_surveillance_test', 'find_missed_test', 'chase_test_result', 'review_result', 'tell_result',
    'see_after_recall', 'review_suspended_pathway', 'review_follow_up'];
  pathways uuid[] := array(select pathway from jsonb_to_recordset(wanted) as said (pathway uuid));
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
  tests := array(select id from surveillance_test where pathway_id = any (pathways));
  if exists (
    select from jsonb_to_recordset(wanted) as said (pathway uuid, owed jsonb)
    cross join lateral jsonb_to_recordset(said.owed) as owed (kind task_kind, subject uuid)
    where owed.kind <> all (kinds) or not (owed.subject = said.pathway
      or exists (select from surveillance_test as test where test.id = owed.subject and test.pathway_id = said.pathway))) then
    raise exception 'not of this pathway' using errcode = 'check_violation';
  end if;

  with ledger as materialized (
    select pathway.patient_id, pathway.team_id, said.owed
    from jsonb_to_recordset(wanted) as said (pathway uuid, owed jsonb)
    join follow_up_pathway as pathway on pathway.id = said.pathway
    join patient on patient.id = pathway.patient_id
    where patient.died_on is null and access.team_cares(pathway.team_id, pathway.patient_id)
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
    select pathway.patient_id, pathway.team_id, one.kind, one.subject, one.due
    from jsonb_to_recordset(wanted) as said (pathway uuid, owed jsonb)
    join follow_up_pathway as pathway on pathway.id = said.pathway
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
    select pathway.id, pathway.patient_id, pathway.team_id, said.owed, said.met
    from jsonb_to_recordset(wanted) as said (pathway uuid, owed jsonb, met jsonb)
    join follow_up_pathway as pathway on pathway.id = said.pathway
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
grant execute on function access.owe_on_pathways(jsonb) to app;
drop function access.owe_on_pathway(uuid, jsonb, jsonb);
reset role;
revoke create on schema access from access_rules;

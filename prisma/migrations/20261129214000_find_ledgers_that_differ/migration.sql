-- At night nearly every ledger of follow-up agrees with what is owed: those that do not are found for many pathways at once,
-- and access.owe_on_pathway is called for them alone. What it would open, move or close makes a ledger differ.
-- owed: [{pathway, kind, subject, due}]. For jobs only: it says nothing of people to anybody else.
create function access.ledgers_that_differ(pathways uuid[], owed jsonb) returns setof uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with asked as materialized (
    select id, patient_id, team_id from follow_up_pathway
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
revoke all on function access.ledgers_that_differ(uuid[], jsonb) from public;
grant execute on function access.ledgers_that_differ(uuid[], jsonb) to worker, access_rules;
grant create on schema access to access_rules;
alter function access.ledgers_that_differ(uuid[], jsonb) owner to access_rules;
revoke create on schema access from access_rules;

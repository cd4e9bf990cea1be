-- The ledger of one pathway, made to agree with what is owed on it, whichever teams hold its tasks.
-- owed: [{kind, subject, due, words}], one for each subject; met: [{subject, kind}], what its facts say was done.
-- What is owed as before keeps its task, its owner and a day that somebody postponed it to; what moved on keeps its owner.
grant select on follow_up_pathway, surveillance_test to access_rules;
grant select on task_event to access_rules;
create policy decide on follow_up_pathway to access_rules using (true);
create policy decide on surveillance_test to access_rules using (true);

create function access.owe_on_pathway(wanted_pathway uuid, owed jsonb, met jsonb) returns integer
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  pathway follow_up_pathway;
  is_job boolean := session_user = 'worker' and access.system_job() is not null;
  by_whom uuid := case when session_user = 'worker' then null else access.staff_id() end;
  kinds task_kind[] := array['request_surveillance_test', 'find_missed_test', 'chase_test_result', 'review_result', 'tell_result',
    'see_after_recall', 'review_suspended_pathway', 'review_follow_up'];
  subjects uuid[];
  opened integer := 0;
  moved integer;
  closed integer;
begin
  select * into pathway from follow_up_pathway where id = wanted_pathway;
  if pathway.id is null or not (is_job or access.has_care(pathway.patient_id, 'clinician', 'support_worker')) then
    raise exception 'not in care' using errcode = 'insufficient_privilege';
  end if;
  subjects := array(select id from surveillance_test where pathway_id = pathway.id) || pathway.id;
  if exists (select from jsonb_to_recordset(owed) as wanted (kind task_kind, subject uuid)
      where wanted.subject <> all (subjects) or wanted.kind <> all (kinds)) then
    raise exception 'not of this pathway' using errcode = 'check_violation';
  end if;
  if access.team_cares(pathway.team_id, pathway.patient_id)
    and not exists (select from patient where patient.id = pathway.patient_id and patient.died_on is not null) then
    insert into task (id, kind, patient_id, team_id, owner_staff_id, due_on, subject_id, detail, opened_by_id)
    select uuidv7(), wanted.kind, pathway.patient_id, pathway.team_id,
      (select before.owner_staff_id from task as before
        where before.patient_id = pathway.patient_id and before.subject_id = wanted.subject and before.team_id = pathway.team_id
          and before.closed_at is null and before.kind = any (kinds) order by before.opened_at desc, before.id desc limit 1),
      wanted.due, wanted.subject, wanted.words, by_whom
    from jsonb_to_recordset(owed) as wanted (kind task_kind, subject uuid, due date, words text)
    on conflict (kind, patient_id, team_id, subject_id) where closed_at is null do nothing;
    get diagnostics opened = row_count;
  end if;
  update task set due_on = wanted.due, version = task.version + 1
  from jsonb_to_recordset(owed) as wanted (kind task_kind, subject uuid, due date, words text)
  where task.patient_id = pathway.patient_id and task.team_id = pathway.team_id and task.kind = wanted.kind
    and task.subject_id = wanted.subject and task.closed_at is null and task.due_on <> wanted.due
    and not exists (select from task_event where task_event.task_id = task.id and task_event.kind = 'postponed');
  get diagnostics moved = row_count;
  update task set closed_at = now(), closed_by_id = by_whom, version = task.version + 1,
    closure = case when exists (select from jsonb_to_recordset(met) as done (subject uuid, kind task_kind)
      where done.subject = task.subject_id and done.kind = task.kind) then 'met'::task_closure else 'superseded' end
  where task.patient_id = pathway.patient_id and task.closed_at is null and task.kind = any (kinds)
    and task.subject_id = any (subjects)
    and not (task.team_id = pathway.team_id and exists (
      select from jsonb_to_recordset(owed) as wanted (kind task_kind, subject uuid)
      where wanted.kind = task.kind and wanted.subject = task.subject_id));
  get diagnostics closed = row_count;
  return opened + moved + closed;
end $$;
revoke all on function access.owe_on_pathway(uuid, jsonb, jsonb) from public;
grant execute on function access.owe_on_pathway(uuid, jsonb, jsonb) to app, worker, access_rules;
grant create on schema access to access_rules;
alter function access.owe_on_pathway(uuid, jsonb, jsonb) owner to access_rules;
revoke create on schema access from access_rules;

-- The proof that nobody is lost: each pathway that goes on of somebody alive, with how many tasks of its own team are open
-- about it, and how many of its tests have more than one. Staff see the pathways of their hospital teams; the operator, all.
create function access.follow_up_ledger() returns table (pathway_id uuid, patient_id uuid, team_id uuid, open integer, doubled integer)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with live as materialized (
    select pathway.id, pathway.patient_id, pathway.team_id
    from follow_up_pathway as pathway join patient on patient.id = pathway.patient_id
    where pathway.ended_on is null and patient.died_on is null
      and (session_user not in ('app', 'worker') or pathway.team_id = any ((select access.my_clinical_teams())::uuid[]))
  ), about as (
    select live.id as pathway_id, live.id as subject from live
    union all select test.pathway_id, test.id from surveillance_test as test join live on live.id = test.pathway_id
  ), counted as (
    select about.pathway_id, about.subject, count(*)::integer as open
    from about
    join live on live.id = about.pathway_id
    join task on task.patient_id = live.patient_id and task.subject_id = about.subject and task.team_id = live.team_id
      and task.closed_at is null
    group by about.pathway_id, about.subject
  )
  select live.id, live.patient_id, live.team_id, coalesce(sum(counted.open), 0)::integer,
    (count(*) filter (where counted.open > 1 and counted.subject <> live.id))::integer
  from live left join counted on counted.pathway_id = live.id
  group by live.id, live.patient_id, live.team_id
$$;
revoke all on function access.follow_up_ledger() from public;
grant execute on function access.follow_up_ledger() to app, worker, access_rules;
grant create on schema access to access_rules;
alter function access.follow_up_ledger() owner to access_rules;
revoke create on schema access from access_rules;
set role access_rules;
grant execute on function access.follow_up_ledger() to owner;
reset role;

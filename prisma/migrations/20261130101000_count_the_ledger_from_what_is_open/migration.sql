-- The check of the ledger joined every test of ten years with the tasks about it: four times the rows for each year that people
-- are followed up. It begins with what is open now.
grant create on schema access to access_rules;
set role access_rules;
create or replace function access.follow_up_ledger() returns table (pathway_id uuid, patient_id uuid, team_id uuid, open integer, doubled integer)
language sql stable security definer set search_path = pg_catalog, public, pg_temp set work_mem = '64MB' as $$
  with live as materialized (
    select pathway.id, pathway.patient_id, pathway.team_id
    from follow_up_pathway as pathway join patient on patient.id = pathway.patient_id
    where pathway.ended_on is null and patient.died_on is null
      and (session_user not in ('app', 'worker') or pathway.team_id = any ((select access.my_clinical_teams())::uuid[]))
  ), counted as (
    select live.id as pathway_id, task.subject_id as subject, count(*)::integer as open
    from live
    join task on task.patient_id = live.patient_id and task.team_id = live.team_id and task.closed_at is null
    left join surveillance_test as test on test.id = task.subject_id and test.pathway_id = live.id
    where task.subject_id = live.id or test.id is not null
    group by live.id, task.subject_id
  )
  select live.id, live.patient_id, live.team_id, coalesce(sum(counted.open), 0)::integer,
    (count(*) filter (where counted.open > 1 and counted.subject <> live.id))::integer
  from live left join counted on counted.pathway_id = live.id
  group by live.id, live.patient_id, live.team_id
$$;
reset role;
revoke create on schema access from access_rules;

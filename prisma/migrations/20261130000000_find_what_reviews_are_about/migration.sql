-- A page of open tasks of one kind was found by two functions of one shape, one for reviews and one for the rest, and both asked
-- whether the task's own team has the patient in care, where row security asks it of any team of the caller's. One function now,
-- which asks as row security does.
-- only_single: of reviews of results those alone that somebody looks at one at a time.
create index result_review_of_patient on result_review (patient_id, result_id);
grant create on schema access to access_rules;
set role access_rules;
drop function access.reviews_waiting(uuid[], integer, date, uuid, boolean);
drop function access.tasks_waiting(uuid[], task_kind, integer, date, uuid);
create function access.tasks_waiting(
  wanted_teams uuid[], wanted_kind task_kind, most integer, after_on date, after_id uuid, only_single boolean)
returns table (id uuid) language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select first.id
  from unnest(wanted_teams) as own (team_id)
  cross join lateral (
    select task.id, task.due_on
    from task
    where task.team_id = own.team_id and task.kind = wanted_kind and task.closed_at is null
      and (task.due_on, task.id) > (coalesce(after_on, '-infinity'::date), coalesce(after_id, '00000000-0000-0000-0000-000000000000'::uuid))
      and exists (
        select from care_relationship as care
        where care.patient_id = task.patient_id and care.team_id = any ((select access.my_teams())::uuid[])
          and care.started_on <= access.today() and (care.ended_on is null or care.ended_on > access.today()))
      and (not only_single or access.is_reviewed_singly(task.subject_id))
    order by task.due_on, task.id limit most
  ) as first
  where own.team_id = any ((select access.my_teams())::uuid[])
  order by first.due_on, first.id limit most
$$;
revoke all on function access.tasks_waiting(uuid[], task_kind, integer, date, uuid, boolean) from public;
grant execute on function access.tasks_waiting(uuid[], task_kind, integer, date, uuid, boolean) to app;

-- What reviews are about: the results of these ids, filed for these tests or chosen for them, with the versions before and after
-- each and those of the same order. Row security would ask about each of the hundreds of results that a patient of many years has.
-- It gives ids alone, of patients whom the caller has in care; the caller's own policies still stand when the rows are read.
create function access.results_about(wanted_patients uuid[], subjects uuid[]) returns setof uuid language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
  with mine as materialized (
    select id from unnest(wanted_patients) as wanted (id)
    where id = any ((select access.my_clinical_emergency_patients())::uuid[]) or exists (
      select from care_relationship as care
      where care.patient_id = wanted.id and care.team_id = any ((select access.my_clinical_teams())::uuid[])
        and care.started_on <= access.today() and (care.ended_on is null or care.ended_on > access.today()))
  ), named as materialized (
    select result.id, patient_id, replaces_id, order_number from result
    where patient_id in (select id from mine) and result.id in (
      select id from unnest(subjects) as own (id)
      union select filed.id from result as filed where filed.test_id = any (subjects)
      union select chosen.result_id from chosen_test as chosen where chosen.test_id = any (subjects))
  ), before as materialized (
    select id from named union select replaces_id from named where replaces_id is not null
  )
  select id from before
  union select later.id from result as later join before on later.replaces_id = before.id
  union select other.id from named join result as other on other.patient_id = named.patient_id and other.order_number = named.order_number
$$;
revoke all on function access.results_about(uuid[], uuid[]) from public;
grant execute on function access.results_about(uuid[], uuid[]) to app;

-- Of these patients, as far as they are in the caller's care, those with a result in force that nobody reviewed, filed for a test
-- that is none of these subjects. What was reviewed is taken away by the indexes alone: of ten years nearly all of it was.
create function access.with_other_results(wanted_patients uuid[], subjects uuid[]) returns setof uuid language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
  with unreviewed as materialized (
    select id from result where patient_id = any (wanted_patients)
    except select result_id from result_review where patient_id = any (wanted_patients)
  )
  select distinct result.patient_id
  from unreviewed join result on result.id = unreviewed.id
  where result.test_id <> all (subjects)
    and not exists (select from result as later where later.replaces_id = result.id)
    and exists (
      select from care_relationship as care
      where care.patient_id = result.patient_id and care.team_id = any ((select access.my_clinical_teams())::uuid[])
        and care.started_on <= access.today() and (care.ended_on is null or care.ended_on > access.today()))
$$;
revoke all on function access.with_other_results(uuid[], uuid[]) from public;
grant execute on function access.with_other_results(uuid[], uuid[]) to app;
reset role;
revoke create on schema access from access_rules;

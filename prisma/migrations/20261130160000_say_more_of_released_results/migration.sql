-- What goes with a result that a practice may read, of one patient: whether a rule objects to it, what was decided on it since,
-- and the day from which the person knows. Nothing of a result that is not released, no rule, no note and nobody's name: asked
-- past row security, since a practice reads neither judgements nor reviews. Which reviews stand is as in
-- lib/results/review-state.ts.
grant create on schema access to access_rules;
set role access_rules;
create function access.said_of_released(wanted_patient uuid)
returns table (result_id uuid, has_alerts boolean, decision result_decision, told_on date)
language sql stable security definer rows 20
set search_path = pg_catalog, public, pg_temp as $$
  select released.id, coalesce(judged.alerts <> '[]', false), (
      select review.decision from result_review as review
      where review.result_id = released.id and (judged.id is null or judged.alerts = '[]' or review.id > judged.id)
      order by review.id desc limit 1), (
      select min(told.on_day) from (
        select telling.on as on_day from result_telling as telling where telling.result_id = released.id
        union all
        select event.on from surveillance_test as test join surveillance_test_event as event on event.test_id = test.id
        where test.patient_id = released.patient_id and event.kind = 'told' and released.id = any (event.result_ids)) as told)
  from result as released
  left join lateral (
    select judgement.id, judgement.alerts from result_judgement as judgement
    where judgement.result_id = released.id order by judgement.id desc limit 1) as judged on true
  where released.patient_id = wanted_patient
    and (wanted_patient = any ((select access.my_clinical_emergency_patients())::uuid[]) or exists (
      select from care_relationship as care
      where care.patient_id = wanted_patient
        and care.team_id = any ((select access.my_practice_teams() || access.my_clinical_teams())::uuid[])
        and care.started_on <= access.today() and (care.ended_on is null or care.ended_on > access.today())))
    and access.is_released(released.id)
$$;
revoke all on function access.said_of_released(uuid) from public;
grant execute on function access.said_of_released(uuid) to app;
reset role;
revoke create on schema access from access_rules;

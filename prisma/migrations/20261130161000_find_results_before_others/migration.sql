-- Of each of these results the last versions of the same before its day, as far as their patients are in the caller's care: care
-- is looked up once for each patient instead of for each of their results, since a list shows the values before fifty at once.
grant create on schema access to access_rules;
set role access_rules;
create function access.results_before(shown_ids uuid[], most int)
returns table (shown_id uuid, shown_unit text, id uuid, value_text text, unit text, outcome report_outcome, status result_status,
  sampled_on date, reported_at timestamptz, recorded_at timestamptz, order_number text, replaces_id uuid)
language sql stable security definer rows 300
set search_path = pg_catalog, public, pg_temp as $$
  with shown as materialized (
    select result.id, result.patient_id, result.analyte_code, result.unit, result.sampled_on from result
    where result.id = any (shown_ids)
  ), mine as materialized (
    select wanted.patient_id from (select distinct patient_id from shown) as wanted
    where wanted.patient_id = any ((select access.my_clinical_emergency_patients())::uuid[]) or exists (
      select from care_relationship as care
      where care.patient_id = wanted.patient_id and care.team_id = any ((select access.my_clinical_teams())::uuid[])
        and care.started_on <= access.today() and (care.ended_on is null or care.ended_on > access.today()))
  )
  select shown.id, shown.unit, before.id, before.value_text, before.unit, before.outcome, before.status, before.sampled_on,
    before.reported_at, before.recorded_at, before.order_number, before.replaces_id
  from mine join shown using (patient_id) cross join lateral (
    select * from result as one
    where one.patient_id = shown.patient_id and one.analyte_code = shown.analyte_code and one.sampled_on < shown.sampled_on
    order by one.sampled_on desc, one.id desc limit most) as before
$$;
revoke all on function access.results_before(uuid[], int) from public;
grant execute on function access.results_before(uuid[], int) to app;
reset role;
revoke create on schema access from access_rules;

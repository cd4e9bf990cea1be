-- A practice reads the version that stands (lib/results/result.ts), whichever came last: any that is not preliminary before one
-- that is, then the one issued last, and none counts as issued later than it came.
grant create on schema access to access_rules;
set role access_rules;
create or replace function access.is_released(wanted uuid) returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
  select coalesce((
    select true from result_release as release
    where release.result_id = wanted and release.released_at <= now() and (
      release.basis = 'signed_off' or coalesce((
        select judgement.is_in_range from result_judgement as judgement
        where judgement.result_id = wanted order by judgement.id desc limit 1), false))
    limit 1), false)
    and not exists (
      select from result as own join result as other
        on other.patient_id = own.patient_id and other.analyte_code = own.analyte_code and other.id <> own.id
        and (other.replaces_id = own.id or other.id = own.replaces_id
          or (other.order_number = own.order_number and other.sampled_on = own.sampled_on))
      where own.id = wanted
        and (other.status <> 'preliminary', least(other.reported_at, other.recorded_at), other.status, other.recorded_at, other.id)
          > (own.status <> 'preliminary', least(own.reported_at, own.recorded_at), own.status, own.recorded_at, own.id))
$$;
reset role;
revoke create on schema access from access_rules;

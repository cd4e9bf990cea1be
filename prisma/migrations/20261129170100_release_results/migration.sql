-- A result may be released by its protocol and, judged otherwise since, again by a person: each is a fact.
drop index result_release_result_id_key;
create index result_release_result_id_idx on result_release (result_id);

-- Whether a practice may read a result: released by a person, or by the policy of its test while no rule objects to it; and no
-- later version has taken its place. Asked past row security, since a practice reads neither judgements nor what is not
-- released yet.
grant select on result, result_release, result_judgement to access_rules;
create policy decide on result to access_rules using (true);
create policy decide on result_release to access_rules using (true);
create policy decide on result_judgement to access_rules using (true);
grant create on schema access to access_rules;
set role access_rules;
create function access.is_released(wanted uuid) returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
  select coalesce((
    select true from result_release as release
    where release.result_id = wanted and release.released_at <= now() and (
      release.basis = 'signed_off' or coalesce((
        select judgement.is_in_range from result_judgement as judgement
        where judgement.result_id = wanted order by judgement.id desc limit 1), false))
    limit 1), false)
    and not exists (select from result as later where later.replaces_id = wanted)
$$;
revoke all on function access.is_released(uuid) from public;
grant execute on function access.is_released(uuid) to app;
reset role;
revoke create on schema access from access_rules;

drop policy read_released on result;
do $$
begin
  execute format('create policy read_released on result for select to app using (%s and access.is_released(result.id))',
    access.in_care_of('result.patient_id', 'my_practice_teams'));
end $$;

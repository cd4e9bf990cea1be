-- A review stands until a rule objects to what it did not know: that a result is judged by other rules than before, and none
-- objects, asks nobody to look at it again. The same as lib/results/review-state.ts.
grant create on schema access to access_rules;
set role access_rules;
create or replace function access.is_reviewed_singly(task_subject uuid) returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(bool_or(not coalesce(judged.is_in_range, false)), true)
  from (
    select result.id from result where result.id = task_subject
    union select result.id from result where result.test_id = task_subject
    union select chosen.result_id from chosen_test as chosen where chosen.test_id = task_subject
  ) as waiting
  left join lateral (
    select judgement.id, judgement.is_in_range, judgement.alerts from result_judgement as judgement
    where judgement.result_id = waiting.id order by judgement.id desc limit 1) as judged on true
  where not exists (select from result as later where later.replaces_id = waiting.id)
    and not exists (
      select from result_review as review
      where review.result_id = waiting.id and (judged.alerts = '[]' or review.id > judged.id))
$$;
reset role;
revoke create on schema access from access_rules;

-- A letter that tells a result may wait to be posted while the result is corrected. What it says is out of date then: it does
-- not leave, as long as somebody owes the person the news (the review or the telling of what came), or has told them since.
grant create on schema access to access_rules;
grant select on result_telling to access_rules;
create policy decide on result_telling to access_rules using (true);
set role access_rules;
create function access.is_told_anew(telling uuid) returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
  with told as (
    select event.patient_id, event.test_id as subject, unnest(event.result_ids) as result_id
    from surveillance_test_event as event where event.id = telling
    union all
    select own.patient_id, null, own.result_id from result_telling as own where own.id = telling
  ), later as (
    select told.subject, version.id
    from told join result on result.id = told.result_id
    join result as version on version.patient_id = result.patient_id and version.analyte_code = result.analyte_code
      and version.id > result.id and (version.replaces_id = result.id or version.order_number = result.order_number)
  )
  select exists (
      select from later join task on task.subject_id in (later.subject, later.id)
      where task.kind in ('review_result', 'tell_result') and task.closed_at is null)
    or exists (select from later join result_telling as own on own.result_id = later.id)
    or exists (
      select from surveillance_test_event as event join surveillance_test_event as again using (test_id)
      where event.id = telling and again.kind = 'told' and again.id > event.id)
$$;
create or replace function access.answered_messages(wanted uuid[]) returns setof uuid language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
  select message.id from message
  where message.id = any (wanted) and case
    when message.about like '%:notice' then exists (
      select from message as letter join message_event as event on event.message_id = letter.id
      where letter.about = left(message.about, -7) and event.kind in ('stopped', 'withdrawn', 'answered', 'told_otherwise', 'not_needed'))
    when message.about ~ '^test_(due|overdue):' then not exists (
      select from task where task.subject_id = split_part(message.about, ':', 2)::uuid and task.closed_at is null
        and task.kind in ('request_surveillance_test', 'find_missed_test'))
    when message.about like 'result_to_discuss:%' then not exists (
      select from task where task.subject_id = split_part(message.about, ':', 2)::uuid and task.closed_at is null
        and task.kind = 'tell_result')
    when message.about like 'told:%' and message.recipient = 'person' then
      access.is_told_anew(split_part(message.about, ':', 2)::uuid)
    else false end
$$;
revoke all on function access.is_told_anew(uuid) from public;
reset role;
revoke create on schema access from access_rules;

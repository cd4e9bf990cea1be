-- A letter that asks for a test says its day, and what it is about names it. Moved to another day before the letter leaves, the test
-- gets a letter of its own in time: the one that says the old day does not leave.
grant create on schema access to access_rules;
set role access_rules;
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
      or exists (
        select from surveillance_test as test
        where test.id = split_part(message.about, ':', 2)::uuid and split_part(message.about, ':', 3) <> ''
          and to_char(test.due_on, 'YYYY-MM-DD') <> split_part(message.about, ':', 3))
    when message.about like 'result_to_discuss:%' then not exists (
      select from task where task.subject_id = split_part(message.about, ':', 2)::uuid and task.closed_at is null
        and task.kind = 'tell_result')
    when message.about like 'told:%' and message.recipient = 'person' then
      access.is_told_anew(split_part(message.about, ':', 2)::uuid)
    else false end
$$;
reset role;
revoke create on schema access from access_rules;

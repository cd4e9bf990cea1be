-- What a letter asks for may have happened before it leaves: the test was done, somebody was told, the letter that a notice
-- announces was stopped. Asked past row security, by the ids of messages alone, since the one who posts letters need not be
-- of the team whose task says so. What `about` holds: lib/messages/message.ts.
grant create on schema access to access_rules;
grant select on message, message_event to access_rules;
create policy decide on message to access_rules using (true);
create policy decide on message_event to access_rules using (true);
set role access_rules;
create function access.answered_messages(wanted uuid[]) returns setof uuid language sql stable security definer
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
    else false end
$$;
revoke all on function access.answered_messages(uuid[]) from public;
grant execute on function access.answered_messages(uuid[]) to app, worker;
reset role;
revoke create on schema access from access_rules;

-- Letters whose day has come are written by night, as a named job: it reads the facts of follow-up and how to reach the
-- person, and writes to the person alone.
grant select (id, nhs_number, title, given_name, family_name, born_on, died_on, mobile_telephone, email, address_line_1,
  address_line_2, postcode, shares_with_practice) on patient to worker;
grant select (id, name, organisation_id, telephone, recall_days, result_review_working_days, result_telling_working_days,
  result_chase_days) on team to worker;
grant select (id, name) on organisation to worker;
grant insert on message to worker;
do $$
declare each_table text;
begin
  foreach each_table in array array['patient', 'team', 'organisation', 'stratification_decision', 'follow_up_pathway', 'pathway_protocol',
    'pathway_event', 'surveillance_test', 'surveillance_test_event', 'result', 'result_judgement', 'result_review', 'result_release',
    'result_telling', 'chosen_test',
    'message', 'message_event', 'contact_block'] loop
    execute format($policy$create policy write_letters on %I for select to worker using ((select access.system_job()) = 'write_letters')$policy$, each_table);
  end loop;
end $$;
create policy write_letters_to_people on message for insert to worker with check (
  (select access.system_job()) = 'write_letters' and recipient = 'person' and recorded_by_id is null
  and access.team_cares(team_id, patient_id));

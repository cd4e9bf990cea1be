-- The listener takes results in as a named job: it finds whose a result is, keeps and judges it and makes the ledger agree. It
-- opens what that needs and no more; of a person it reads by what they are known.
grant select (id, nhs_number, title, given_name, family_name, born_on, died_on) on patient to worker;
grant select (id, patient_id, team_id, started_on, ended_on) on care_relationship to worker;
grant select (id, organisation_id, kind, name, recall_days, result_review_working_days, result_telling_working_days, result_chase_days)
  on team to worker;
grant select on follow_up_pathway, stratification_decision, pathway_protocol, pathway_event, surveillance_test, surveillance_test_event,
  result, result_judgement, result_review, result_release, inbound_message, unmatched_result to worker;
grant insert on surveillance_test, result, result_judgement, result_release, inbound_message, unmatched_result to worker;
grant update (due_on, window_from, overdue_on, settled_at, version) on surveillance_test to worker;
do $$
declare each_table text;
begin
  foreach each_table in array array['patient', 'care_relationship', 'team', 'follow_up_pathway', 'stratification_decision', 'pathway_protocol',
    'pathway_event', 'surveillance_test', 'surveillance_test_event', 'result', 'result_judgement', 'result_review', 'result_release',
    'inbound_message', 'unmatched_result'] loop
    execute format($policy$create policy receive_messages on %I for select to worker using ((select access.system_job()) = 'receive_message')$policy$, each_table);
  end loop;
  foreach each_table in array array['surveillance_test', 'result_judgement', 'result_release', 'unmatched_result'] loop
    execute format($policy$create policy receive_messages_in on %I for insert to worker with check ((select access.system_job()) = 'receive_message')$policy$, each_table);
  end loop;
end $$;
create policy receive_messages_in on inbound_message for insert to worker with check (
  (select access.system_job()) = 'receive_message' and source = 'message');
-- A result from a message names it, and nobody who typed it; a job signs nothing off.
create policy receive_messages_in on result for insert to worker with check (
  (select access.system_job()) = 'receive_message' and source = 'message' and message_id is not null and recorded_by_id is null);
create policy receive_messages_only on result_release as restrictive for insert to worker with check (
  basis <> 'signed_off' and recorded_by_id is null);
create policy receive_messages_change on surveillance_test for update to worker
  using ((select access.system_job()) = 'receive_message') with check ((select access.system_job()) = 'receive_message');
-- Which organisation the listener takes messages in for, by its ODS code.
grant select (id, ods_code) on organisation to worker;
create policy receive_messages on organisation for select to worker using ((select access.system_job()) = 'receive_message');

-- Every night what is owed is worked out anew, as a named job; and when a result comes by message. The job reads the facts of
-- follow-up, keeps the rows of tests, and keeps the ledger through access.owe_on_pathway.
grant select on stratification_decision, follow_up_pathway, pathway_protocol, pathway_event, surveillance_test, surveillance_test_event,
  result, result_review to worker;
grant insert, update on surveillance_test to worker;
grant select (id, born_on, died_on) on patient to worker;
grant select (id, name, telephone, recall_days, result_chase_days, result_review_working_days, result_telling_working_days) on team to worker;
do $$
declare each_table text;
begin
  foreach each_table in array array['stratification_decision', 'follow_up_pathway', 'pathway_protocol', 'pathway_event', 'surveillance_test',
    'surveillance_test_event', 'result', 'result_review', 'patient', 'team'] loop
    execute format($policy$create policy work_out_follow_up on %I for select to worker
      using ((select access.system_job()) in ('recompute_follow_up', 'receive_message'))$policy$, each_table);
  end loop;
end $$;
create policy keep_tests on surveillance_test for insert to worker
  with check ((select access.system_job()) in ('recompute_follow_up', 'receive_message'));
create policy move_tests on surveillance_test for update to worker
  using ((select access.system_job()) in ('recompute_follow_up', 'receive_message'))
  with check ((select access.system_job()) in ('recompute_follow_up', 'receive_message'));

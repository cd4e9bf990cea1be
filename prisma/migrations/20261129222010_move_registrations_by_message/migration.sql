-- A practice that a hospital system states moves the registration by the same functions as the page and the import of a list do.
-- The listener may do so for the one person whom the transaction names (access.message_about), and for nobody else. The language
-- that the person speaks is kept current like the other parts of a record.
grant select (preferred_language), update (preferred_language) on patient to worker;
grant select (recorded_at, recorded_by_id) on care_relationship to worker;
grant select (kind, shared_plan_read_days, assessment_days_after_diagnosis, assessment_days_after_treatment, assessment_days_after_offer,
  care_plan_days_after_assessment, care_plan_review_days, summary_days_after_treatment, practice_answer_working_days,
  contact_answer_working_hours, review_first_days, review_second_months, review_first_look_back_months, review_second_look_back_months,
  review_registration_months, review_invitation_gap_days, review_recording_notice_days) on team to worker;

-- What is handed over: which versions there are, who has them and what is asked. Of a plan nothing that it says is read.
do $$
declare fact record;
begin
  for fact in select * from (values
    ('care_plan', 'id, patient_id, team_id'), ('care_plan_version', 'id, patient_id, care_plan_id, number'),
    ('treatment_summary', 'id, patient_id, team_id, phase_ended_on')
  ) as wanted (name, columns) loop
    execute format('grant select (%s) on %I to worker', fact.columns, fact.name);
    execute format('create policy receive_registration on %I for select to worker using (patient_id = (select access.message_about()))', fact.name);
  end loop;
  for fact in select unnest(array['care_plan_share', 'treatment_summary_version', 'treatment_summary_delivery', 'practice_request',
    'practice_request_event']) as name loop
    execute format('grant select on %I to worker', fact.name);
    execute format('create policy receive_registration on %I for select to worker using (patient_id = (select access.message_about()))', fact.name);
  end loop;
end $$;
grant select (id, care_plan_id, version_number) on care_plan_event to worker;
grant select (kind, icd10_code, recorded_at) on diagnosis to worker;

-- Written in nobody's name, of that person alone, and to a practice only where the person is registered with it.
grant insert on care_plan_share, treatment_summary_delivery, practice_request, practice_request_event to worker;
create policy receive_registration_in on care_plan_share for insert to worker with check (
  patient_id = (select access.message_about()) and shared_by_id is null and seen_at is null and access.team_cares(team_id, patient_id));
create policy receive_registration_in on treatment_summary_delivery for insert to worker with check (
  patient_id = (select access.message_about()) and recorded_by_id is null and seen_at is null
  and recipient = 'practice' and channel = 'in_service' and access.team_cares(team_id, patient_id));
create policy receive_registration_in on practice_request for insert to worker with check (
  patient_id = (select access.message_about()) and access.team_cares(practice_team_id, patient_id));
create policy receive_registration_in on practice_request_event for insert to worker with check (
  patient_id = (select access.message_about()) and recorded_by_id is null and recorded_by_link_id is null and kind in ('asked', 'ended'));
-- What is asked again in the words of the summary that stands.
grant update (what, detail, snomed_code, due_on, version) on practice_request to worker;
create policy receive_registration_change on practice_request for update to worker
  using (patient_id = (select access.message_about())) with check (patient_id = (select access.message_about()));

-- They all ask who cares for the person (access.has_care), where the listener has its say.
set role access_rules;
grant execute on function access.team_cares(uuid, uuid), access.care_team_of(uuid), access.end_practice_tasks(uuid),
  access.register_with_practice(uuid, uuid), access.move_review_actions(uuid, uuid, date), access.open_reviews_of(uuid[]),
  access.team_that_follows(uuid) to worker;
reset role;

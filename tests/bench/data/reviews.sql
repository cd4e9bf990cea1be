-- The cancer care reviews of practices: held after every third diagnosis that is old enough, with three actions, one of
-- them still to be done; of the rest every second person was invited once. What is owed becomes tasks.

create unlogged table bench.reviewed as
select n, id, practice, team, diagnosed_on, diagnosed_on + 60 as held_on from bench.person
where n % 3 = 0 and diagnosed_on + 60 <= access.today();

insert into cancer_care_review (id, patient_id, team_id, diagnosis_id, held_on, mode, length, carer_present, schema_number, content,
  outcome_summary, shared_with_hospital, snomed_code, recorded_by_id)
select bench.id(86, n), id, bench.id(4, practice), bench.id(32, n), held_on, 'telephone', 'brief', false, 1,
  jsonb_build_object('templateVersion', '2026-11', 'wishes', null, 'sections', '[]'::jsonb),
  'Tired and otherwise well. Walks every day; sleeps badly before scans.', true, '720006006', bench.id(6, practice, 0)
from bench.reviewed;

insert into review_action (id, patient_id, review_id, team_id, owner_kind, owner_team_id, what, due_on, is_shared)
select bench.id(87, n, place), id, bench.id(86, n), bench.id(4, practice),
  (array['person', 'practice', 'hospital_team'])[1 + place]::review_action_owner, case when place = 2 then bench.id(2, team) end,
  (array['Walk every day', 'Check the blood count', 'Look at the stiff arm'])[1 + place], held_on + 30, true
from bench.reviewed cross join generate_series(0, 2) as place;

insert into review_action_event (id, patient_id, action_id, kind, "on")
select bench.id(88, n, place), id, bench.id(87, n, place), 'done', held_on + 20
from bench.reviewed cross join generate_series(1, 2) as place;

insert into review_fact (id, patient_id, team_id, diagnosis_id, kind, "on", channel)
select bench.id(89, n), id, bench.id(4, practice), bench.id(32, n), 'invited', diagnosed_on + 35, 'letter'
from bench.person where n % 3 <> 0 and n % 2 = 0;

-- What a record tells: diagnosis and treatments, the story, who to call, assessments with their concerns.

insert into diagnosis (id, patient_id, team_id, icd10_code, tumour_group, laterality, diagnosed_on, stage_in_words)
select bench.id(32, n), id, bench.id(2, team), (array['C50.9', 'C61', 'C18.9'])[1 + (team - 1) % 3],
  (array['breast', 'urology', 'colorectal'])[1 + (team - 1) % 3], case when team % 3 = 1 then 'L' end, diagnosed_on, 'Stage IIA'
from bench.person;

insert into treatment (id, patient_id, team_id, diagnosis_id, modality, intent, started_on, ended_on)
select bench.id(33, n, place), id, bench.id(2, team), bench.id(32, n), (array['01', '05'])[1 + place], '01',
  diagnosed_on + 20 + 40 * place, case when place = 0 then diagnosed_on + 21 end
from bench.person cross join generate_series(0, 1) as place;

insert into about_me_version (id, patient_id, number, most_important, important_people, how_to_communicate, wellness, please_do,
  please_do_not, how_to_support, worth_knowing, supported_by, told_on)
select bench.id(34, n), id, 1, 'Being able to play with my grandchildren, and to keep the allotment going.',
  'My wife and my two daughters, who live near by.', 'In the mornings, by telephone; please say who you are first.',
  'I sleep badly and tire easily, but walk every day when I can.', 'Tell me what happens next before you do it.',
  'Do not talk about me as if I were not there.', 'Write down what was said, for my wife to read.', 'I was a bus driver for thirty years.',
  'My daughter helped me', diagnosed_on + 5
from bench.person;

insert into key_contact (id, patient_id, role, staff_id, team_id, name, relationship, telephone, started_on)
select bench.id(35, n, place), id, (array['cancer_nurse_specialist', 'support_worker', 'carer'])[1 + place]::key_contact_role,
  case when place < 2 then bench.id(5, team, place * 5) end, case when place < 2 then bench.id(2, team) end,
  (array['Beryl Jones', 'Rohan Patel', 'Joan Walker'])[1 + place], case when place = 2 then 'Wife' end, '01632 960103', diagnosed_on
from bench.person cross join generate_series(0, 2) as place;

insert into assessment_offer (id, patient_id, team_id, outcome, pathway_point, staff_role_code, offered_on)
select bench.id(36, n, place), id, bench.id(2, team), 'accepted',
  (array['initial_diagnosis', 'during_treatment'])[1 + place]::pathway_point, '04', diagnosed_on + 10 + 10 * place
from bench.person cross join generate_series(0, 1) as place;

insert into needs_assessment (id, patient_id, team_id, offer_id, follows_id, catalogue_version, pathway_point, mode, completed_by,
  interpreter_code, staff_role_code, completed_on, no_concerns)
select bench.id(37, n, place), id, bench.id(2, team), bench.id(36, n, place), case when place = 1 then bench.id(37, n, 0) end, '2026-11',
  (array['initial_diagnosis', 'during_treatment'])[1 + place]::pathway_point, 'in_person', 'person', '4', '04',
  diagnosed_on + 15 + 10 * place, false
from bench.person cross join generate_series(0, 1) as place;

-- Concerns come from twelve of the catalogue, four in each assessment, two of them in both.
create unlogged table bench.concern as
select row_number() over (order by position) - 1 as place, code, label
from concern_definition where catalogue_version = '2026-11' order by position limit 12;

insert into concern (id, patient_id, assessment_id, code, label, score, own_words, added_by, priority, change)
select bench.id(38 + assessment, n, priority), person.id, bench.id(37, n, assessment), concern.code, concern.label,
  bench.pick(n, 10 + priority, 11), case when priority = 1 then 'I am worn out by the afternoon' end, 'person', priority,
  case when assessment = 1 and priority > 2 then 'changed' else 'new' end::concern_change
from bench.person as person
cross join generate_series(0, 1) as assessment cross join generate_series(1, 4) as priority
join bench.concern as concern on concern.place = (n + case assessment when 0 then priority - 1 else 6 - priority end) % 12;

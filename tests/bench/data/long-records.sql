-- Twenty people of each of the first eight teams have a second cancer that was treated for ten years: 230 more entries in
-- each record, from which a treatment summary is drafted.

create unlogged table bench.long_record as
select n, id, team, access.today() - 3650 as since
from (select person.*, row_number() over (partition by team order by n) as place from bench.person as person where team <= 8) as each
where place <= 20;

insert into diagnosis (id, patient_id, team_id, icd10_code, tumour_group, laterality, diagnosed_on, stage_in_words)
select bench.id(90, n), id, bench.id(2, team), 'C50.9', 'breast', 'R', since, 'Stage IIB' from bench.long_record;

insert into treatment_phase (id, patient_id, team_id, diagnosis_id, name, started_on, ended_on)
select bench.id(91, n, phase), id, bench.id(2, team), bench.id(90, n), format('Line %s', phase + 1), since + 360 * phase, since + 360 * phase + 350
from bench.long_record cross join generate_series(0, 9) as phase;

insert into treatment (id, patient_id, team_id, diagnosis_id, phase_id, modality, intent, started_on, ended_on, note)
select bench.id(92, n, place), id, bench.id(2, team), bench.id(90, n), bench.id(91, n, place / 8),
  (array['01', '02', '05', '03', '21', '02', '03', '02'])[1 + place % 8], '02', since + 45 * place, since + 45 * place + 20,
  'Six cycles, the dose reduced after the third; told what to look for.'
from bench.long_record cross join generate_series(0, 79) as place;

insert into performance_status (id, patient_id, team_id, grade, assessed_on)
select bench.id(93, n, place), id, bench.id(2, team), (place % 3)::text, since + 90 * place
from bench.long_record cross join generate_series(0, 39) as place;

insert into assessment_offer (id, patient_id, team_id, outcome, pathway_point, staff_role_code, offered_on)
select bench.id(94, n, place), id, bench.id(2, team), 'accepted', 'during_treatment', '04', since + 140 * place
from bench.long_record cross join generate_series(0, 24) as place;

insert into needs_assessment (id, patient_id, team_id, offer_id, catalogue_version, pathway_point, mode, completed_by, interpreter_code,
  staff_role_code, completed_on, no_concerns)
select bench.id(95, n, place), id, bench.id(2, team), bench.id(94, n, place), '2026-11', 'during_treatment', 'in_person', 'person', '4', '04',
  since + 140 * place + 5, true
from bench.long_record cross join generate_series(0, 24) as place;

insert into key_contact (id, patient_id, role, name, relationship, telephone, started_on, ended_on)
select bench.id(96, n, place), id, 'carer', 'Joan Walker', 'Neighbour', '01632 960103', since + 110 * place, since + 110 * place + 100
from bench.long_record cross join generate_series(0, 29) as place;

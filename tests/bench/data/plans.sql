-- A plan for each person, agreed and shared with the practice, with three actions.

insert into care_plan (id, patient_id, team_id, assessment_id)
select bench.id(48, n), id, bench.id(2, team), bench.id(37, n, 1) from bench.person;

insert into plan_item (id, patient_id, care_plan_id, concern_id, concern_code, concern_label, score_at_start, what_matters, goal, position)
select bench.id(49, n, place), person.id, bench.id(48, n), concern.id, concern.code, concern.label, concern.score,
  'Playing with my grandchildren', 'Walk to the park and back', place + 1
from bench.person as person cross join generate_series(0, 2) as place
join concern on concern.id = bench.id(39, n, place + 1);

-- The third is asked of the practice where the person's number ends in nine.
insert into action (id, patient_id, team_id, plan_item_id, what, owner_kind, owner_staff_id, owner_team_id, due_on)
select bench.id(50, n, place), id, bench.id(2, team), bench.id(49, n, place),
  (array['Walk for ten minutes every day', 'Ring to ask how the walking goes', 'Check the blood count'])[1 + place],
  case when place = 0 then 'person' when place = 2 and n % 10 = 9 then 'practice' else 'team' end::action_owner_kind, null,
  case when place = 0 then null when place = 2 and n % 10 = 9 then bench.id(4, practice) else bench.id(2, team) end,
  access.today() + bench.pick(n, 20 + place, 60)
from bench.person cross join generate_series(0, 2) as place;

insert into action_event (id, patient_id, action_id, kind, "on")
select bench.id(51, n, place), id, bench.id(50, n, place), 'opened', diagnosed_on + 30
from bench.person cross join generate_series(0, 2) as place;

insert into care_plan_event (id, patient_id, care_plan_id, kind, "on", version_number, staff_role_code)
select bench.id(52, n, place), id, bench.id(48, n), (array['drafted', 'offered', 'agreed'])[1 + place]::care_plan_event_kind,
  diagnosed_on + 28 + place, case when place = 2 then 1 end, '01'
from bench.person cross join generate_series(0, 2) as place;

insert into care_plan_version (id, patient_id, care_plan_id, team_id, number, schema_number, content, content_hash, changes, agreed_on,
  agreed_with, review_on)
select bench.id(53, n), id, bench.id(48, n), bench.id(2, team), 1, 1,
  jsonb_build_object(
    'person', jsonb_build_object('givenName', 'Anne', 'familyName', 'Walker', 'preferredName', null, 'nhsNumber', nhs_number, 'bornOn', '1950-01-01'),
    'team', jsonb_build_object('name', 'Breast team', 'organisation', 'Trust', 'telephone', '01632 960101'),
    'assessedOn', diagnosed_on + 25,
    'agreement', jsonb_build_object('on', diagnosed_on + 30, 'with', 'the person', 'reviewOn', diagnosed_on + 114, 'isShared', true, 'practice', 'Surgery'),
    'items', (select jsonb_agg(jsonb_build_object('id', bench.id(49, n, place),
        'concern', jsonb_build_object('code', 'tired', 'label', 'Tired ' || place, 'score', 4 + place, 'ownWords', null, 'addedBy', 'person', 'isPriority', true),
        'whatMatters', 'Playing with my grandchildren', 'goal', 'Walk to the park and back',
        'actions', jsonb_build_array(jsonb_build_object('id', bench.id(50, n, place), 'what', 'Walk for ten minutes every day', 'help', null,
          'owner', jsonb_build_object('kind', 'person', 'name', 'Anne'), 'dueOn', diagnosed_on + 60, 'finished', null))) order by place)
      from generate_series(0, 2) as place)),
  md5(n::text) || md5(id::text), '{}', diagnosed_on + 30, 'the person', diagnosed_on + 114
from bench.person;

insert into care_plan_share (id, patient_id, care_plan_version_id, team_id, shared_at, seen_at)
select bench.id(54, n), id, bench.id(53, n), bench.id(4, practice), (diagnosed_on + 30)::timestamptz,
  case when n % 10 <> 8 then (diagnosed_on + 33)::timestamptz end
from bench.person;

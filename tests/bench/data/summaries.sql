-- A treatment summary for every second person, signed and sent to the practice, with three requests. Of those of the last year
-- one in ten is not read yet; of their requests most are done, some wait for an answer, some are accepted and still to be done.

-- A field as the record has it.
create function bench.known(value text) returns jsonb language sql immutable parallel safe as $$
  select jsonb_build_object('value', value, 'fromRecord', true)
$$;

create unlogged table bench.summed_up as
select n, id, team, practice, diagnosed_on, diagnosed_on + 22 as ended_on, diagnosed_on > access.today() - 400 as is_recent
from bench.person where n % 2 = 0;

insert into treatment_summary (id, patient_id, team_id, diagnosis_id, phase, phase_ended_on, content, drafted_at)
select bench.id(80, n), id, bench.id(2, team), bench.id(32, n), 'Surgery', ended_on, content, null
from bench.summed_up cross join lateral (
  select jsonb_build_object('amendmentReason', null, 'sections', jsonb_object_agg(name, jsonb_build_object('fields', case name
      when 'diagnosis' then jsonb_build_object('icd10Code', bench.known((array['C50.9', 'C61', 'C18.9'])[1 + (team - 1) % 3]),
        'name', bench.known('Cancer'), 'stage', bench.known('Stage IIA'))
      when 'information' then jsonb_build_object('told', bench.known(repeat('What treatment was for, what may come of it, and what to look for. ', 20)))
      else '{}' end, 'items', '[]'::jsonb))) as content
  from unnest(array['who', 'diagnosis', 'treatment', 'consequences', 'alerts', 'contacts', 'plan', 'requests', 'referrals',
    'information', 'lifestyle', 'administration', 'codes']) as name) as written;

insert into treatment_summary_version (id, patient_id, summary_id, team_id, number, schema_number, content, content_hash, changes, signed_on)
select bench.id(81, n), person.id, summary.id, summary.team_id, 1, 1, summary.content || jsonb_build_object(
    'person', jsonb_build_object('givenName', 'Anne', 'familyName', 'Walker', 'preferredName', null, 'nhsNumber', '9990000018', 'bornOn', '1950-01-01'),
    'team', jsonb_build_object('name', 'Breast team', 'organisation', 'Trust', 'telephone', '01632 960101'),
    'phase', 'Surgery', 'phaseEndedOn', ended_on, 'signed', jsonb_build_object('on', ended_on + 20, 'by', 'Beryl Jones')),
  md5(n::text) || md5(person.id::text), '{}', ended_on + 20
from bench.summed_up as person join treatment_summary as summary on summary.id = bench.id(80, n);

insert into treatment_summary_delivery (id, patient_id, version_id, recipient, team_id, channel, sent_on, seen_at)
select bench.id(82, n), id, bench.id(81, n), 'practice', bench.id(4, practice), 'in_service', ended_on + 20,
  case when n % 20 <> 0 or not is_recent then (ended_on + 23)::timestamptz end
from bench.summed_up;

create unlogged table bench.request as
select n, place, person.id as patient_id, person.team, person.practice, ended_on,
  case when not is_recent then 'done' when bench.pick(n, 60 + place, 100) < 8 then 'asked' when bench.pick(n, 60 + place, 100) < 13 then 'accepted' else 'done' end as state,
  (array['code_diagnosis_and_treatment', 'medication_review', 'breast_bone_density'])[place] as code,
  (array['Code the diagnosis and the treatment', 'Review medicines', 'Bone density if on an aromatase inhibitor'])[place] as what
from bench.summed_up as person cross join generate_series(1, 3) as place;

insert into practice_request (id, patient_id, summary_id, team_id, practice_team_id, code, what, detail, due_on, answer_due_on)
select bench.id(83, n, place), patient_id, bench.id(80, n), bench.id(2, team), bench.id(4, practice), code, what,
  'As the summary says, with the dates in it.', ended_on + 50, ended_on + 34
from bench.request;

insert into practice_request_event (id, patient_id, request_id, kind, "on")
select bench.id(84, n, place), patient_id, bench.id(83, n, place), 'asked'::practice_request_event_kind, ended_on + 20 from bench.request
union all
select bench.id(85, n, place), patient_id, bench.id(83, n, place), state::practice_request_event_kind, ended_on + 25
from bench.request where state <> 'asked';

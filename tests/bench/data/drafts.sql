-- A finished draft of a twelve-concern assessment for everybody in the care of the teams of `$1`, following the last
-- assessment: what was raised then has changed, the rest is new.
-- $2: who typed it. Replaces drafts that are there.

insert into draft (id, patient_id, team_id, form, content, version, created_by_id, updated_by_id)
select uuidv7(), person.id, bench.id(2, person.team), 'needs_assessment', jsonb_build_object(
    'catalogueVersion', '2026-11', 'followsId', latest.id,
    'completedOn', jsonb_build_object('day', to_char(access.today(), 'DD'), 'month', to_char(access.today(), 'MM'), 'year', to_char(access.today(), 'YYYY')),
    'mode', 'in_person', 'completedBy', 'person', 'proxyName', '', 'proxyRelationship', '', 'interpreter', '4',
    'pathwayPoint', 'during_treatment', 'staffRole', '01', 'noConcerns', false, 'concerns', answers.typed),
  1, $2, $2
from bench.person as person
cross join lateral (
  select id from needs_assessment as assessment where assessment.patient_id = person.id
  order by completed_on desc, recorded_at desc limit 1
) as latest
cross join lateral (
  select jsonb_object_agg(concern.code, jsonb_build_object('label', '', 'picked', true, 'score', ((person.n + concern.place) % 11)::text,
      'ownWords', case when concern.place < 3 then 'I am worn out by the afternoon' else '' end, 'byStaff', false,
      'priority', (concern.place + 1)::text,
      'change', case when raised.code is null then '' else 'changed' end)) as typed
  from bench.concern as concern
  left join concern as raised on raised.patient_id = person.id and raised.assessment_id = latest.id and raised.code = concern.code
) as answers
where bench.id(2, person.team) = any ($1::uuid[])
on conflict (patient_id, team_id, form, subject_id) do update set content = excluded.content, version = 1

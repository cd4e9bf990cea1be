-- Follow-up: a pathway for each of the last people, on ten teams, with every test of ten years, as the rules plan it (see
-- follow-up-plans.ts). All but the last of each test are over: done, resulted, reviewed and told, one in sixty not needed.
-- The last stands where it may: not done, without a result, waiting for review, to be told, told. It is all as of yesterday.

create unlogged table bench.followed as
select person.n, person.id, person.team, bench.id(2, person.team) as team_id, plan.*, n % 33 = 0 as is_suspended, access.today() - 1 as day
from bench.person as person join bench.plan as plan using (tumour_group, plan_number) where person.plan_number is not null;

insert into stratification_decision (id, patient_id, team_id, diagnosis_id, stream, criteria, can_self_manage, is_digital, reasons,
  prerequisites, decided_on, recorded_at)
select bench.id(100, n), id, team_id, bench.id(32, n),
  (array['supported_self_management', 'supported_self_management', 'nurse_led', 'clinician_led'])[1 + bench.pick(n, 60, 4)]::follow_up_stream,
  '{}', true, n % 5 <> 0, 'Well, and knows what to look for', '{}', started_on, started_on::timestamptz
from bench.followed;

insert into follow_up_pathway (id, patient_id, team_id, diagnosis_id, decision_id, anchor_on, started_on, suspended_on,
  listed_as)
select bench.id(101, n), followed.id, team_id, bench.id(32, n), bench.id(100, n), anchor_on, started_on, case when is_suspended then day - 12 end,
  lower(family_name || e'\t' || given_name)
from bench.followed join patient on patient.id = followed.id;

insert into pathway_protocol (id, patient_id, pathway_id, number, protocol_code, protocol_version, content, overrides, recorded_at)
select bench.id(102, n), id, bench.id(101, n), 1, code, version, content, overrides, started_on::timestamptz from bench.followed;

insert into pathway_event (id, patient_id, pathway_id, kind, "on", by_on, reason, recorded_at)
select bench.id(103, n), id, bench.id(101, n), 'suspended', day - 12, day + 20, 'In hospital for something else', (day - 12)::timestamptz
from bench.followed where is_suspended;

-- `is_last`: the last of its kind whose window has begun. What is done falls within ten days of its due day.
create unlogged table bench.test as
with placed as (
  select n, id, team_id, day, is_suspended, item_code, occurrence, due_on, opens_on, closes_on, overdue_on, name, result_within_days, analyte,
    row_number() over (partition by n order by due_on, item_code)::int as number,
    lead(opens_on, 1, 'infinity') over (partition by n, item_code order by due_on) > day and opens_on <= day as is_last,
    bench.pick(n, 100 + row_number() over (partition by n order by due_on, item_code)::int, 100) as luck,
    least(due_on - 10 + bench.pick(n, 200 + row_number() over (partition by n order by due_on, item_code)::int, 21), closes_on) as done_on
  from bench.followed join bench.planned_test using (tumour_group, plan_number) join bench.known_test as known on known.code = item_code
)
select *, case
    when opens_on > day then 'not_yet'
    when not is_last or day - done_on > 90 then case when bench.pick(n, 300 + number, 60) = 0 then 'settled' else 'told' end
    when done_on > day or luck < 4 then case when luck % 2 = 0 then 'requested' else 'due' end
    when day - done_on < 4 or luck < 12 then 'done'
    when day - done_on < 7 or luck < 42 then 'resulted'
    when day - done_on < 9 or luck < 52 then 'reviewed'
    else 'told' end as state,
  is_last and luck between 12 and 16 as is_out_of_range
from placed;
-- The day of each step: none is later than yesterday.
alter table bench.test add column resulted_on date, add column reviewed_on date, add column told_on date, add column row_id uuid,
  add column result_id uuid;
update bench.test set resulted_on = least(done_on + 3, day), reviewed_on = least(done_on + 5, day), told_on = least(done_on + 8, day),
  row_id = bench.id(104, n, number), result_id = bench.id(105, n, number);
-- Only the first of those that are to come is kept as a row; nothing is asked for while suspended.
delete from bench.test as test using (
  select n, number, row_number() over (partition by n order by number) as ahead from bench.test where state = 'not_yet') as later
where later.n = test.n and later.number = test.number and (ahead > 1 or is_suspended);
delete from bench.test where is_suspended and state in ('requested', 'due');
analyze bench.test;

insert into surveillance_test (id, patient_id, pathway_id, team_id, item_code, occurrence, test_code, due_on, window_from, overdue_on,
  settled_at, opened_at)
select row_id, id, bench.id(101, n), team_id, item_code, occurrence, item_code, due_on, opens_on, overdue_on,
  case state when 'told' then told_on::timestamptz when 'settled' then overdue_on::timestamptz end, opens_on::timestamptz
from bench.test;

insert into surveillance_test_event (id, patient_id, test_id, kind, "on", told_by, result_ids, note, recorded_at)
select bench.id(106, n, number), id, row_id, 'requested'::surveillance_test_event_kind, opens_on, null::told_by, '{}'::uuid[], null,
  opens_on::timestamptz
from bench.test where state not in ('not_yet', 'due')
union all
select bench.id(107, n, number), id, row_id, 'done', done_on, null, '{}', null, done_on::timestamptz
from bench.test where state in ('done', 'resulted', 'reviewed', 'told')
union all
select bench.id(108, n, number), id, row_id, 'told', told_on, 'letter', array[result_id], null, told_on::timestamptz
from bench.test where state = 'told'
union all
select bench.id(108, n, number), id, row_id, 'not_needed', overdue_on, null, '{}', 'Was done elsewhere', overdue_on::timestamptz
from bench.test where state = 'settled';

create unlogged table bench.result as
select *, resulted_on::timestamptz + interval '9 hours' as received_at from bench.test where state in ('resulted', 'reviewed', 'told');

insert into result (id, patient_id, team_id, test_id, source, analyte_code, value_text, comparator, value, unit, report_text, outcome, status,
  sampled_on, reported_at, recorded_at)
select result_id, id, team_id, row_id, 'by_hand', coalesce(analyte, item_code), value, case when value like '<%' then '<' end,
  ltrim(value, '<')::numeric, case when analyte is not null then 'µg/L' end, case when analyte is null then 'Nothing new is seen.' end,
  case when analyte is null then case when is_out_of_range then 'uncertain' else 'nothing_new' end::report_outcome end, 'final', done_on,
  received_at, received_at
from bench.result
cross join lateral (select case when analyte = 'psa' then case when is_out_of_range then '4.5' when n % 2 = 0 then '<0.01' else '0.0' || 1 + number % 5 end
  when analyte = 'cea' then case when is_out_of_range then '9.1' else 1 + number % 3 || '.' || n % 10 end end as value) as said;

insert into result_judgement (id, patient_id, result_id, team_id, is_in_range, alerts, protocol_code, protocol_version, judged_at)
select bench.id(110, test.n, number), test.id, result_id, test.team_id, not is_out_of_range, case when is_out_of_range then jsonb_build_array(
    jsonb_build_object('key', 'limit ' || result_id, 'rule', 'limit', 'proposes', 'repeat', 'protocol', jsonb_build_object('id', code,
      'version', version), 'resultId', result_id, 'certainty', 'sure', 'on', done_on, 'values', jsonb_build_array(jsonb_build_object(
      'resultId', result_id, 'sampleOn', done_on, 'words', 'as above')), 'words', 'Above the limit that the protocol sets.')) else '[]' end,
  code, version, received_at
from bench.result as test join bench.followed using (n);

insert into result_review (id, patient_id, result_id, team_id, decision, reviewed_on, recorded_at)
select bench.id(111, n, number), id, result_id, team_id, case when is_out_of_range then 'continue' else 'in_range' end::result_decision,
  reviewed_on, reviewed_on::timestamptz + interval '12 hours'
from bench.result where state <> 'resulted';

insert into result_release (id, patient_id, result_id, basis, released_at, recorded_at)
select bench.id(112, n, number), id, result_id, case when is_out_of_range then 'signed_off' else 'at_once' end::release_basis,
  reviewed_on::timestamptz + interval '12 hours', reviewed_on::timestamptz + interval '12 hours'
from bench.result where state <> 'resulted' or not is_out_of_range;

-- What is owed about each.
create unlogged table bench.owed as
select n, number, id, team_id, row_id as subject_id, name as words, opens_on as since, case
    when state = 'not_yet' or state = 'due' and day < overdue_on then 'request_surveillance_test'
    when state in ('due', 'requested') then 'find_missed_test'
    when state = 'done' then 'chase_test_result'
    when state = 'resulted' then 'review_result'
    else 'tell_result' end::task_kind as kind,
  case
    when state = 'not_yet' or state = 'due' and day < overdue_on then due_on
    when state in ('due', 'requested') then overdue_on
    when state = 'done' then done_on + coalesce(result_within_days, 21)
    when state = 'resulted' then received.two_later
    else greatest(least(reviewed.five_later, done_on + 21), reviewed_on) end as due_on
from bench.test
left join bench.working_day as received on received."on" = resulted_on
left join bench.working_day as reviewed on reviewed."on" = reviewed_on
where state not in ('told', 'settled')
union all
select n, 0, id, team_id, bench.id(101, n), null, day - 12, 'review_suspended_pathway', day + 20 from bench.followed where is_suspended;

-- Four tasks a person: two open with the hospital team, one closed there, one of the practice that is mostly closed.
-- Those of treatment summaries come after.

insert into task (id, kind, patient_id, team_id, owner_staff_id, due_on, subject_id, detail, opened_at, closed_at, closure)
select bench.id(64, n, place), kind, id, team_id, case when place < 3 and bench.pick(n, 30 + place, 2) = 0
    then bench.id(5, team, bench.pick(n, 40 + place, 8)) end,
  case when is_open then access.today() + bench.pick(n, 50 + place, 300) - 60 else diagnosed_on + 30 end, subject_id, detail,
  diagnosed_on::timestamptz, case when not is_open then (diagnosed_on + 29)::timestamptz end, case when not is_open then 'met'::task_closure end
from bench.person
cross join lateral (values
  (0, case n % 3 when 0 then 'offer_assessment' when 1 then 'record_assessment' else 'agree_care_plan' end, bench.id(2, team),
    case when n % 3 = 2 then bench.id(37, n, 1) else id end, case when n % 3 = 2 then '4 concerns, top: fatigue 8' end, true),
  (1, case n % 2 when 0 then 'complete_action' else 'review_care_plan' end, bench.id(2, team),
    case when n % 2 = 0 then bench.id(50, n, 1) else bench.id(48, n) end,
    case when n % 2 = 0 then 'Ring to ask how the walking goes' end, true),
  (2, 'record_assessment', bench.id(2, team), id, null, false),
  (3, case when n % 10 = 9 then 'answer_practice_request' else 'read_shared_plan' end, bench.id(4, practice),
    case when n % 10 = 9 then bench.id(50, n, 2) else bench.id(54, n) end, null, n % 10 >= 8)
) as task (place, kind_name, team_id, subject_id, detail, is_open)
cross join lateral (select kind_name::task_kind as kind) as typed;

-- What a treatment summary leaves: to be read, to be answered and looked for, and to be done.
insert into task (id, kind, patient_id, team_id, due_on, subject_id, detail, opened_at)
select bench.id(65, n), 'read_treatment_summary'::task_kind, patient_id, team_id, sent_on + 7, delivery.id, 'Version 1', sent_on::timestamptz
from treatment_summary_delivery as delivery join bench.summed_up as person on person.id = patient_id where seen_at is null
union all
select bench.id(66, n, place), 'answer_summary_request', patient_id, bench.id(4, practice), ended_on + 34, bench.id(83, n, place), what,
  (ended_on + 20)::timestamptz
from bench.request where state = 'asked'
union all
select bench.id(67, n, place), 'await_practice_answer', patient_id, bench.id(2, team), ended_on + 35, bench.id(83, n, place), what,
  (ended_on + 20)::timestamptz
from bench.request where state = 'asked'
union all
select bench.id(68, n, place), 'complete_summary_request', patient_id, bench.id(4, practice), ended_on + 50, bench.id(83, n, place), what,
  (ended_on + 25)::timestamptz
from bench.request where state = 'accepted';

-- The reviews that practices owe, while somebody still asks for them; and what the held ones left to be done.
insert into task (id, kind, patient_id, team_id, due_on, subject_id, opened_at)
select bench.id(69, n), 'hold_first_review'::task_kind, id, bench.id(4, practice), diagnosed_on + 93, bench.id(32, n), diagnosed_on::timestamptz
from bench.person where n not in (select n from bench.reviewed) and access.today() <= diagnosed_on + interval '15 months'
union all
select bench.id(70, n), 'hold_second_review', id, bench.id(4, practice), (diagnosed_on + interval '12 months')::date, bench.id(32, n),
  diagnosed_on::timestamptz
from bench.person where access.today() <= diagnosed_on + interval '24 months'
union all
select bench.id(71, n), 'complete_review_action', id, bench.id(4, practice), held_on + 30, bench.id(87, n), held_on::timestamptz
from bench.reviewed;

-- What follow-up owes.
insert into task (id, kind, patient_id, team_id, owner_staff_id, due_on, subject_id, detail, opened_at)
select bench.id(72, n, number), kind, id, team_id, null, due_on, subject_id, words, since::timestamptz from bench.owed;

-- What the trigger would have counted.
insert into task_count (scope, scope_id, kind, due_on, open)
select 'team'::task_count_scope, team_id, kind, due_on, count(*) from task where closed_at is null group by 2, 3, 4
union all
select 'owner', owner_staff_id, kind, due_on, count(*) from task where closed_at is null and owner_staff_id is not null group by 2, 3, 4;

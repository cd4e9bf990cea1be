-- Hospitals with three teams each, practices, and who works there. Run by the bootstrap superuser with triggers and
-- foreign keys off; `bench.patients` and `bench.teams` say how many.

create schema bench;

-- An id that sorts by `n`, as ids made one after another do (UUID version 7), and is the same in every run.
create function bench.id(kind int, n bigint, place int default 0) returns uuid language sql immutable parallel safe as $$
  select ('0' || to_hex((1767225600000 + n) * 65536 + 28672 + kind) || to_hex(-9223372036854775808 + place * 281474976710656 + n))::uuid
$$;

-- A number from 0 up to `below` that looks random and is the same in every run.
create function bench.pick(n bigint, salt int, below int) returns int language sql immutable parallel safe as $$
  select (abs(hashint8extended(n, salt) % below))::int
$$;

insert into organisation (id, ods_code, name, kind)
select bench.id(1, n), 'ZB' || lpad(n::text, 3, '0'), format('Trust %s (fictitious)', n), 'nhs_trust'
from generate_series(1, ceil(current_setting('bench.teams')::int / 3.0)::int) as n;

insert into team (id, organisation_id, code, name, kind, tumour_group, telephone)
select bench.id(2, n), bench.id(1, 1 + (n - 1) / 3), format('BENCH-%s', n), format('Trust %s %s team', 1 + (n - 1) / 3, tumour.site),
  'specialist', tumour.site, '01632 960101'
from generate_series(1, current_setting('bench.teams')::int) as n
cross join lateral (select (array['breast', 'urology', 'colorectal'])[1 + (n - 1) % 3] as site) as tumour;

insert into organisation (id, ods_code, name, kind)
select bench.id(3, n), 'Y' || lpad(n::text, 5, '0'), format('Surgery %s (fictitious)', n), 'gp_practice'
from generate_series(1, 100) as n;

insert into team (id, organisation_id, code, name, kind, telephone)
select bench.id(4, n), bench.id(3, n), 'Y' || lpad(n::text, 5, '0'), format('Surgery %s (fictitious)', n), 'practice', '01632 960102'
from generate_series(1, 100) as n;

-- Eight in each hospital team, two in each practice.
insert into staff (id, email, given_name, family_name, staff_role_code)
select bench.id(5, n, place), format('staff.%s.%s@example.org', n, place),
  (array['Beryl', 'Samuel', 'Aisha', 'Tomasz', 'Grace', 'Rohan', 'Megan', 'Owen'])[1 + place % 8],
  (array['Jones', 'Okoro', 'Khan', 'Nowak', 'Evans', 'Patel', 'Murphy', 'Hughes'])[1 + bench.pick(n, place, 8)], '01'
from generate_series(1, current_setting('bench.teams')::int) as n cross join generate_series(0, 7) as place
union all
select bench.id(6, n, place), format('practice.%s.%s@example.org', n, place), 'Priya', 'Shah', '08'
from generate_series(1, 100) as n cross join generate_series(0, 1) as place;

insert into team_member (id, staff_id, team_id, role, started_on)
select bench.id(7, n, place), bench.id(5, n, place), bench.id(2, n),
  case when place < 5 then 'clinician' else 'support_worker' end::team_role, date '2020-01-01'
from generate_series(1, current_setting('bench.teams')::int) as n cross join generate_series(0, 7) as place
union all
select bench.id(8, n, place), bench.id(6, n, place), bench.id(4, n), 'gp'::team_role, date '2020-01-01'
from generate_series(1, 100) as n cross join generate_series(0, 1) as place;

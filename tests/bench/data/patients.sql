-- The people, each in the care of one hospital team and registered with one practice, with what a list or a banner shows.

-- NHS numbers of the range kept for tests, in order, leaving out those that have no check digit.
create unlogged table bench.person as
with numbered as (
  select first, row_number() over (order by first) as n, check_digit
  from generate_series(0, 999999) as first
  cross join lateral (
    select (11 - (9 * 10 + 9 * 9 + 9 * 8 + first / 100000 % 10 * 7 + first / 10000 % 10 * 6 + first / 1000 % 10 * 5 + first / 100 % 10 * 4
      + first / 10 % 10 * 3 + first % 10 * 2) % 11) % 11 as check_digit
  ) as checked
  where check_digit < 10
)
select n, bench.id(16, n) as id, format('999%s%s', lpad(first::text, 6, '0'), check_digit) as nhs_number,
  coalesce(followed.team, 1 + bench.pick(n, 1, current_setting('bench.teams')::int)) as team, followed.tumour_group, followed.plan_number, plan.born_on,
  -- Eight large practices have 2,000 people each under cancer care.
  case when n <= 16000 then 1 + n % 8 else 9 + bench.pick(n, 2, 92) end as practice,
  coalesce(plan.anchor_on - 20, access.today() - 40 - bench.pick(n, 3, 700)) as diagnosed_on
from numbered
-- The last are on follow-up with ten large teams, ten years after they were diagnosed.
left join lateral (
  select team, (array['breast', 'urology', 'colorectal'])[1 + (team - 1) % 3] as tumour_group,
    bench.pick(n, 8, (select count(*)::int from bench.plan where plan.tumour_group = (array['breast', 'urology', 'colorectal'])[1 + (team - 1) % 3])) as plan_number
  from (select 1 + bench.pick(n, 9, least(10, current_setting('bench.teams')::int)) as team) as large
  where n > current_setting('bench.patients')::int - current_setting('bench.followed')::int
) as followed on true
left join bench.plan as plan using (tumour_group, plan_number)
where n <= current_setting('bench.patients')::int;

insert into patient (id, nhs_number, title, given_name, family_name, preferred_name, search_name, born_on, sex, gender, ethnic_category,
  address_line_1, address_line_2, postcode, mobile_telephone, email, preferred_language, interpreter_required, information_needs,
  communication_note, created_at)
select person.id, nhs_number, (array['Mrs', 'Mr', 'Ms', null])[1 + bench.pick(n, 4, 4)], given, family,
  case when n % 5 = 0 then left(given, 3) end, lower(given || family), coalesce(person.born_on, date '1930-01-01' + bench.pick(n, 5, 25000)), (1 + n % 2)::text,
  (1 + n % 2)::text, 'A', (1 + n % 90) || ' Mill Lane', 'Southmere', 'ZZ99 3VZ', '07700 900' || lpad((n % 1000)::text, 3, '0'),
  format('person.%s@example.org', n), case when n % 20 = 0 then 'pl' else 'en' end, n % 20 = 0,
  '{}', case when n % 7 = 0 then 'Speak up, hears better on the left' end, now() - interval '1 year'
from bench.person as person
cross join lateral (select
  (array['Anne', 'Derek', 'Fatima', 'George', 'Hannah', 'Ivan', 'Joan', 'Kwame', 'Lena', 'Maurice', 'Nadia', 'Oliver', 'Pamela',
    'Quentin', 'Ruth', 'Stephen', 'Theresa', 'Umar', 'Violet', 'William'])[1 + bench.pick(n, 6, 20)] as given,
  (array['Adeyemi', 'Barker', 'Clarke', 'Davies', 'Eriksson', 'Fletcher', 'Grant', 'Hussain', 'Iqbal', 'Jenkins', 'Kaur', 'Lewis',
    'Morgan', 'Nguyen', 'O''Neill', 'Price', 'Quinn', 'Roberts', 'Smith', 'Taylor', 'Usman', 'Vaughan', 'Walker', 'Young'])
    [1 + bench.pick(n, 7, 24)] as family) as named;

insert into patient_identifier (id, patient_id, organisation_id, value)
select bench.id(17, n), id, bench.id(1, 1 + (team - 1) / 3), 'H' || lpad(n::text, 8, '0') from bench.person;

insert into care_relationship (id, patient_id, team_id, basis, started_on)
select bench.id(18, n), id, bench.id(2, team), 'import'::care_relationship_basis, diagnosed_on from bench.person
union all
select bench.id(19, n), id, bench.id(4, practice), 'registration', date '2015-01-01' from bench.person;

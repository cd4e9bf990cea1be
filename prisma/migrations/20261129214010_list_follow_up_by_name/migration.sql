-- The list of people on follow-up is in the order of their names. A large team follows up thousands, and had all of them read,
-- policed and sorted for each page of twenty-five. Each pathway keeps the name that it is listed by, so that an index of its
-- team has the order: in lower case, the family name, a tab, the given name. It follows the person's.
alter table follow_up_pathway add column listed_as text not null default '';

grant update (listed_as) on follow_up_pathway to access_rules;

create function access.name_pathway() returns trigger language plpgsql volatile security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
  new.listed_as := (select lower(family_name || e'\t' || given_name) from patient where id = new.patient_id);
  return new;
end $$;
create function access.rename_pathways() returns trigger language plpgsql volatile security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
  update follow_up_pathway set listed_as = lower(new.family_name || e'\t' || new.given_name) where patient_id = new.id;
  return null;
end $$;
revoke all on function access.name_pathway(), access.rename_pathways() from public;
create trigger name_pathway before insert on follow_up_pathway for each row execute function access.name_pathway();
create trigger rename_pathways after update of family_name, given_name on patient for each row
  when (old.family_name <> new.family_name or old.given_name <> new.given_name) execute function access.rename_pathways();

-- The rows that are there already, whoever owns the table.
alter table follow_up_pathway no force row level security;
alter table patient no force row level security;
update follow_up_pathway as pathway set listed_as = lower(patient.family_name || e'\t' || patient.given_name)
from patient where patient.id = pathway.patient_id;
alter table follow_up_pathway force row level security;
alter table patient force row level security;

create index follow_up_pathway_open_by_name on follow_up_pathway (team_id, listed_as, id) where ended_on is null;
create index surveillance_test_unsettled_of_team on surveillance_test (team_id, overdue_on) where settled_at is null;

-- A page of the pathways that go on with the actor's hospital teams: the living, in care, by name. Beneath row security, which
-- would ask about each of thousands before the order is looked at; the caller's own policies stand when the rows are read.
-- shown: all, suspended, or overdue by that day. `place` is the order.
create function access.follow_up_by_name(shown text, day date, most integer, beyond integer)
returns table (id uuid, place bigint) language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with overdue as materialized (
    select test.pathway_id
    from unnest(access.my_clinical_teams()) as own (team_id)
    join surveillance_test as test on test.team_id = own.team_id
    where shown = 'overdue' and test.settled_at is null and test.overdue_on <= day
      and not exists (select from surveillance_test_event as event where event.test_id = test.id and event.kind = 'done')
      and not exists (select from result where result.test_id = test.id)
  )
  select first.id, row_number() over (order by first.listed_as, first.id)
  from unnest(access.my_clinical_teams()) as own (team_id)
  cross join lateral (
    select pathway.id, pathway.listed_as
    from follow_up_pathway as pathway
    where pathway.team_id = own.team_id and pathway.ended_on is null
      and (shown = 'all' or (shown = 'suspended') = (pathway.suspended_on is not null))
      and (shown <> 'overdue' or pathway.id in (select pathway_id from overdue))
      and exists (select from patient where patient.id = pathway.patient_id and patient.died_on is null)
      and exists (
        select from care_relationship as care
        where care.patient_id = pathway.patient_id and care.team_id = pathway.team_id and care.started_on <= access.today()
          and (care.ended_on is null or care.ended_on > access.today()))
    order by pathway.listed_as, pathway.id limit most + beyond
  ) as first
  order by first.listed_as, first.id limit most offset beyond
$$;
grant select on surveillance_test_event to access_rules;
create policy decide on surveillance_test_event to access_rules using (true);
revoke all on function access.follow_up_by_name(text, date, integer, integer) from public;
grant execute on function access.follow_up_by_name(text, date, integer, integer) to app, access_rules;
grant create on schema access to access_rules;
alter function access.name_pathway() owner to access_rules;
alter function access.rename_pathways() owner to access_rules;
alter function access.follow_up_by_name(text, date, integer, integer) owner to access_rules;
revoke create on schema access from access_rules;

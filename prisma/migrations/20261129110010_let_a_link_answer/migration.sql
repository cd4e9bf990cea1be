-- A practice without accounts: who came by a link and gave the person's date of birth. An actor of its own, named by the
-- setting `app.link_session`; what it may see and say is lib/access/link-table.ts, decided here again.

do $$
declare each_table text;
begin
  foreach each_table in array array['document_link', 'document_link_event', 'document_link_session'] loop
    execute format('alter table %I enable row level security', each_table);
    execute format('alter table %I force row level security', each_table);
    execute format('grant select, insert on %I to access_rules', each_table);
    execute format('create policy decide on %I to access_rules using (true) with check (true)', each_table);
  end loop;
end $$;
grant update (last_seen_at, ended_at) on document_link_session to access_rules;
grant insert on access_log to access_rules;
grant usage on sequence access_log_id_seq to access_rules;
create policy append_as_rules on access_log for insert to access_rules with check (true);

-- The same figures as lib/document-links/link-rules.ts and lib/access/link-limits.ts; a test compares them.
create function access.link_idle_limit() returns interval language sql immutable return interval '30 minutes';
create function access.link_session_limit() returns interval language sql immutable return interval '2 hours';
create function access.link_tries() returns integer language sql immutable return 5;
create function access.link_openings() returns integer language sql immutable return 10;

-- Where a link stands for whoever would open it, in the order of lib/document-links/link-rules.ts.
create function access.link_state(wanted uuid) returns text language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
  select case
    when exists (select from document_link_event as event where event.link_id = link.id and event.kind = 'revoked') then 'revoked'
    when exists (select from document_link as later where later.delivery_id = link.delivery_id and later.id > link.id) then 'replaced'
    when (select count(*) from document_link_event as event where event.link_id = link.id and event.kind = 'refused') >= access.link_tries() then 'locked'
    when exists (select from document_link_event as event where event.link_id = link.id and event.kind = 'finished')
      or (select count(*) from document_link_event as event where event.link_id = link.id and event.kind = 'opened') >= access.link_openings() then 'used'
    when link.expires_at <= now() then 'expired'
    else 'live' end
  from document_link as link where link.id = wanted
$$;

-- The link of the live session. A link that was taken back or replaced ends its sessions; one that ran out or was used up
-- lets them come to their own end.
create function access.my_link() returns table (session_id uuid, link_id uuid, patient_id uuid, delivery_id uuid, version_id uuid,
  summary_id uuid, version_number integer, summary_team_id uuid, team_id uuid)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select session.id, link.id, link.patient_id, link.delivery_id, version.id, version.summary_id, version.number, version.team_id, link.team_id
  from document_link_session as session
  join document_link as link on link.id = session.link_id
  join treatment_summary_delivery as delivery on delivery.id = link.delivery_id
  join treatment_summary_version as version on version.id = delivery.version_id
  where session.id = nullif(current_setting('app.link_session', true), '')::uuid
    and nullif(current_setting('app.session', true), '') is null
    and session.ended_at is null and session.expires_at > now() and session.last_seen_at > now() - access.link_idle_limit()
    and not exists (select from document_link_event as event where event.link_id = link.id and event.kind = 'revoked')
    and not exists (select from document_link as later where later.delivery_id = link.delivery_id and later.id > link.id)
$$;
create function access.link_id() returns uuid language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$ select mine.link_id from access.my_link() as mine $$;
create function access.link_patient() returns uuid language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$ select mine.patient_id from access.my_link() as mine $$;
create function access.link_delivery() returns uuid language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$ select mine.delivery_id from access.my_link() as mine $$;
create function access.link_version() returns uuid language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$ select mine.version_id from access.my_link() as mine $$;

-- How the document stands to the practice now; only a current one is answered. Null without a link.
create function access.link_standing() returns text language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
  select case
    when patient.died_on is not null then 'died'
    when not exists (select from care_relationship as care
      where care.patient_id = mine.patient_id and care.team_id = mine.team_id and care.started_on <= access.today()
        and (care.ended_on is null or care.ended_on > access.today())) then 'moved'
    when exists (select from treatment_summary_version as later
      where later.summary_id = mine.summary_id and later.number > mine.version_number) then 'superseded'
    else 'current' end
  from access.my_link() as mine join patient on patient.id = mine.patient_id
$$;
-- What the summary asks of that practice.
create function access.link_requests() returns uuid[] language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(array_agg(request.id), '{}')
  from access.my_link() as mine join practice_request as request on request.summary_id = mine.summary_id and request.practice_team_id = mine.team_id
  where access.link_standing() = 'current'
$$;
-- Whose names and telephone numbers stand on the page: the practice, and the teams that signed and ask.
create function access.link_teams() returns uuid[] language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(array_agg(distinct named.id), '{}')
  from access.my_link() as mine,
    lateral (select mine.team_id union select mine.summary_team_id
      union select request.team_id from practice_request as request where request.id = any (access.link_requests())) as named (id)
$$;
-- Read, and each request answered for good.
create function access.link_is_settled() returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
  select exists (select from treatment_summary_delivery as delivery where delivery.id = access.link_delivery() and delivery.seen_at is not null)
    and not exists (
      select from unnest(access.link_requests()) as request (id)
      where not exists (select from practice_request_event as event
        where event.request_id = request.id and event.kind in ('done', 'declined', 'withdrawn', 'ended')))
$$;

-- At the door, as role app_auth. Looking changes nothing: mail scanners open links too.
create function access.find_document_link(wanted_hash text)
returns table (team_name text, team_telephone text, expires_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select team.name, team.telephone, link.expires_at
  from document_link as link
  join treatment_summary_delivery as delivery on delivery.id = link.delivery_id
  join treatment_summary_version as version on version.id = delivery.version_id
  join team on team.id = version.team_id
  where link.token_hash = wanted_hash and access.link_state(link.id) = 'live'
$$;

-- One try at a link. Tries of the same link come one after the other, so that however many arrive together count.
-- `dead` is said of a link that is unknown, over, or just had its last wrong try.
create function access.try_document_link(wanted_hash text, born date, session_hash text)
returns table (outcome text, tries_left integer)
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  link document_link%rowtype;
  opened uuid := uuidv7();
  refused integer;
begin
  select known.* into link from document_link as known where known.token_hash = wanted_hash;
  if link.id is null then
    return query select 'dead', 0;
    return;
  end if;
  perform pg_advisory_xact_lock(hashtextextended(link.id::text, 481015));
  if access.link_state(link.id) <> 'live' then
    insert into access_log (event, patient_id, entity_id, detail, chain, sequence, at, actor_kind, previous_hash, hash)
    values ('document_link.refused', link.patient_id, link.id, jsonb_build_object('link', link.id, 'why', access.link_state(link.id)), 0, 0, now(), '', '', '');
    return query select 'dead', 0;
    return;
  end if;
  if not exists (select from patient where patient.id = link.patient_id and patient.born_on = born) then
    insert into document_link_event (id, patient_id, link_id, kind) values (uuidv7(), link.patient_id, link.id, 'refused');
    select count(*) into refused from document_link_event as event where event.link_id = link.id and event.kind = 'refused';
    insert into access_log (event, patient_id, entity_id, detail, chain, sequence, at, actor_kind, previous_hash, hash)
    values ('document_link.refused', link.patient_id, link.id, jsonb_build_object('link', link.id, 'why', 'born_on'), 0, 0, now(), '', '', '');
    return query select case when refused < access.link_tries() then 'wrong' else 'dead' end, access.link_tries() - refused;
    return;
  end if;
  insert into document_link_session (id, link_id, token_hash, expires_at) values (opened, link.id, session_hash, now() + access.link_session_limit());
  insert into document_link_event (id, patient_id, link_id, kind) values (uuidv7(), link.patient_id, link.id, 'opened');
  insert into access_log (event, session_id, patient_id, entity_id, detail, chain, sequence, at, actor_kind, previous_hash, hash)
  values ('document_link.opened', opened, link.patient_id, link.id, jsonb_build_object('link', link.id), 0, 0, now(), '', '', '');
  return query select 'opened', 0;
end $$;

-- The link session behind a request, by the hash of the cookie's value, or no row. Asking counts as use.
create function access.begin_link_request(wanted_hash text)
returns table (session_id uuid, link_id uuid, patient_id uuid, delivery_id uuid, summary_id uuid, practice_team_id uuid, expires_at timestamptz)
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
declare session document_link_session%rowtype;
begin
  select live.* into session from document_link_session as live
  where live.token_hash = wanted_hash and live.ended_at is null and live.expires_at > now()
    and live.last_seen_at > now() - access.link_idle_limit();
  if session.id is null or access.link_state(session.link_id) in ('revoked', 'replaced') then
    return;
  end if;
  if session.last_seen_at < now() - interval '1 minute' then
    update document_link_session set last_seen_at = now() where id = session.id;
  end if;
  return query
    select session.id, link.id, link.patient_id, link.delivery_id, version.summary_id, link.team_id, link.expires_at
    from document_link as link
    join treatment_summary_delivery as delivery on delivery.id = link.delivery_id
    join treatment_summary_version as version on version.id = delivery.version_id
    where link.id = session.link_id;
end $$;

-- Leaves the document: the session of the setting ends.
create function access.end_link_session() returns integer
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare ended integer;
begin
  update document_link_session set ended_at = now()
  where id = nullif(current_setting('app.link_session', true), '')::uuid and ended_at is null;
  get diagnostics ended = row_count;
  return ended;
end $$;

-- The team that follows what a practice says of a request: the one that asked; where its care has ended, another hospital
-- or community team that cares. For whoever may say something of it.
create function access.team_that_follows(wanted uuid) returns uuid language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
  select care.team_id
  from practice_request as request
  join care_relationship as care on care.patient_id = request.patient_id
  join team on team.id = care.team_id and team.kind <> 'practice'
  where request.id = wanted and care.started_on <= access.today() and (care.ended_on is null or care.ended_on > access.today())
    and (request.id = any (access.link_requests()) or access.has_care(request.patient_id, 'clinician', 'support_worker', 'gp'))
  order by care.team_id = request.team_id desc, team.name
  limit 1
$$;

do $$
declare routine regprocedure;
begin
  for routine in select p.oid::regprocedure from pg_proc p where p.pronamespace = 'access'::regnamespace and p.proname = any (array[
    'link_idle_limit', 'link_session_limit', 'link_tries', 'link_openings', 'link_state', 'my_link', 'link_id', 'link_patient', 'link_delivery',
    'link_version', 'link_standing', 'link_requests', 'link_teams', 'link_is_settled', 'find_document_link', 'try_document_link',
    'begin_link_request', 'end_link_session', 'team_that_follows']) loop
    execute format('revoke all on function %s from public', routine);
    execute format('grant execute on function %s to access_rules', routine);
  end loop;
end $$;
-- The two at the door are for the log-in role alone; the others for whoever is inside.
grant execute on function access.find_document_link(text), access.try_document_link(text, date, text) to app_auth;
grant execute on function access.link_id(), access.link_patient(), access.link_delivery(), access.link_version(), access.link_standing(),
  access.link_requests(), access.link_teams(), access.link_is_settled(), access.begin_link_request(text), access.end_link_session(),
  access.team_that_follows(uuid) to app;

grant create on schema access to access_rules;
do $$
declare routine regprocedure;
begin
  for routine in select p.oid::regprocedure from pg_proc p where p.pronamespace = 'access'::regnamespace and p.prosecdef
    and pg_get_userbyid(p.proowner) <> 'access_rules' loop
    execute format('alter function %s owner to access_rules', routine);
  end loop;
end $$;

-- What a link must be able to set off: the tasks of its own requests and of its own reading, and nothing else of anybody's.
set role access_rules;
create or replace function access.open_task(
  wanted_kind task_kind, wanted_patient uuid, wanted_team uuid, owner uuid, due date, subject uuid, words text) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare opened uuid;
begin
  if not (access.team_cares(wanted_team, wanted_patient) and (
    access.has_care(wanted_patient, 'clinician', 'support_worker', 'gp')
    or (wanted_kind in ('complete_summary_request', 'settle_declined_request') and wanted_patient = access.link_patient()
      and subject = any (access.link_requests())))) then
    raise exception 'not in care' using errcode = 'insufficient_privilege';
  end if;
  if owner is not null and not exists (select from team_member as member where member.team_id = wanted_team and member.staff_id = owner) then
    raise exception 'the owner is not of the team' using errcode = 'check_violation';
  end if;
  insert into task (id, kind, patient_id, team_id, owner_staff_id, due_on, subject_id, detail, opened_by_id)
  values (uuidv7(), wanted_kind, wanted_patient, wanted_team, owner, due, subject, words, access.staff_id())
  on conflict (kind, patient_id, team_id, subject_id) where closed_at is null do nothing
  returning id into opened;
  return opened;
end $$;

create or replace function access.close_tasks(
  wanted_patient uuid, wanted_subject uuid, wanted_kinds task_kind[], how task_closure, why text) returns integer
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare closed integer;
begin
  if not (access.has_care(wanted_patient, 'clinician', 'support_worker', 'gp')
    or (wanted_patient = access.link_patient() and coalesce(
      (wanted_subject = any (access.link_requests()) and wanted_kinds <@ array['answer_summary_request', 'complete_summary_request',
        'await_practice_answer', 'settle_declined_request']::task_kind[])
      or (wanted_subject = access.link_delivery() and wanted_kinds <@ array['read_treatment_summary']::task_kind[]), false))) then
    raise exception 'not in care' using errcode = 'insufficient_privilege';
  end if;
  with ended as (
    update task set closed_at = now(), closed_by_id = access.staff_id(), closure = how, closed_reason = why, version = version + 1
    where patient_id = wanted_patient and closed_at is null
      and (wanted_subject is null or subject_id = wanted_subject)
      and (wanted_kinds is null or kind = any (wanted_kinds))
    returning id
  )
  select count(*) into closed from ended;
  return closed;
end $$;

-- By a link, only what it has declined itself.
create or replace function access.end_practice_requests(wanted_patient uuid, wanted_request uuid, why text, from_day date) returns integer
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare ended integer;
begin
  if not (access.has_care(wanted_patient, 'clinician', 'support_worker', 'gp')
    or coalesce(wanted_patient = access.link_patient() and wanted_request = any (access.link_requests()) and exists (
      select from practice_request_event as said
      where said.request_id = wanted_request and said.kind = 'declined' and said.recorded_by_link_id = access.link_id()), false)) then
    raise exception 'not in care' using errcode = 'insufficient_privilege';
  end if;
  insert into practice_request_event (id, patient_id, request_id, kind, "on", note, recorded_by_id)
  select uuidv7(), request.patient_id, request.id, 'ended', from_day, why, access.staff_id()
  from practice_request as request
  where request.patient_id = wanted_patient and (wanted_request is null or request.id = wanted_request)
    and not exists (
      select from practice_request_event as event
      where event.request_id = request.id and event.kind in ('done', 'withdrawn', 'ended'));
  get diagnostics ended = row_count;
  return ended;
end $$;

-- The actor is read from the session, never from the writer; of a link, every entry says which.
create or replace function access.chain_entry() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
declare
  head access_log_chain%rowtype;
  link uuid;
begin
  if session_user = 'app' then
    new.staff_id := access.staff_id();
    if new.staff_id is not null then
      new.actor_kind := 'staff';
      new.session_id := nullif(current_setting('app.session', true), '')::uuid;
    else
      link := access.link_id();
      if link is null then
        raise exception 'an access log entry needs an actor' using errcode = 'insufficient_privilege';
      end if;
      new.actor_kind := 'practice link';
      new.session_id := nullif(current_setting('app.link_session', true), '')::uuid;
      new.detail := new.detail || jsonb_build_object('link', link);
    end if;
  elsif session_user = 'worker' then
    new.actor_kind := 'job ' || coalesce(access.system_job(), 'without a name');
    new.staff_id := null;
  elsif session_user = 'app_auth' then
    new.actor_kind := case when new.event like 'document_link.%' then 'practice link' else 'log-in' end;
  else
    new.actor_kind := 'operator';
  end if;
  new.at := clock_timestamp();
  new.chain := access.chain_of(new.patient_id, new.staff_id, new.entity_id);
  update access_log_chain set sequence = sequence + 1 where chain = new.chain returning * into head;
  new.sequence := head.sequence;
  new.previous_hash := head.hash;
  new.hash := access.hash_entry(new);
  update access_log_chain set hash = new.hash where chain = new.chain;
  return new;
end $$;
reset role;
revoke create on schema access from access_rules;

-- The hospital team: makes links of what it sent to a practice, sees what became of them, takes them back.
call access.police_by_patient('document_link', 'my_clinical_teams', 'my_clinical_teams', null);
call access.police_by_patient('document_link_event', 'my_clinical_teams', 'my_clinical_teams', null);
revoke select on document_link from app;
grant select (id, patient_id, purpose, delivery_id, team_id, channel, issued_at, issued_by_id, expires_at) on document_link to app;
create policy in_own_name on document_link as restrictive for insert to app with check (
  issued_by_id = (select access.staff_id()) and coalesce((
    select true from treatment_summary_delivery as delivery
    where delivery.id = document_link.delivery_id and delivery.team_id = document_link.team_id and delivery.channel = 'in_service' limit 1), false));
create policy who_says_what on document_link_event as restrictive for insert to app with check (
  case when (select access.link_id()) is null then kind = 'revoked' and recorded_by_id = (select access.staff_id())
    else link_id = (select access.link_id()) and kind in ('read', 'answered', 'finished') and recorded_by_id is null end);
create policy by_link_note on document_link_event for insert to app with check (link_id = (select access.link_id()));

-- The link: one delivery, its version, what is asked there, and whose names stand on it. Named to be asked last.
create policy by_link_read on treatment_summary_delivery for select to app using (id = (select access.link_delivery()));
create policy by_link_read on treatment_summary_version for select to app using (id = (select access.link_version()));
create policy by_link_read on practice_request for select to app using (id = any ((select access.link_requests())::uuid[]));
create policy by_link_read on practice_request_event for select to app using (request_id = any ((select access.link_requests())::uuid[]));
create policy by_link_read on team for select to app using (id = any ((select access.link_teams())::uuid[]));

grant update (seen_by_link_id) on treatment_summary_delivery to app;
create policy by_link_mark_seen on treatment_summary_delivery for update to app
  using (id = (select access.link_delivery()) and (select access.link_standing()) = 'current')
  with check (id = (select access.link_delivery()) and seen_by_link_id = (select access.link_id()));
create policy seen_in_own_name on treatment_summary_delivery as restrictive for update to app
  using (true) with check (seen_by_link_id is null or seen_by_link_id = (select access.link_id()));
create policy by_link_answer on practice_request_event for insert to app with check (
  kind in ('accepted', 'done', 'declined') and request_id = any ((select access.link_requests())::uuid[]) and recorded_by_id is null);
create policy said_in_own_name on practice_request_event as restrictive for insert to app
  with check (recorded_by_link_id is not distinct from (select access.link_id()));
create policy by_link_submit on submission for all to app
  using (link_id = (select access.link_id())) with check (link_id = (select access.link_id()));

-- Policies of one table are asked in the order of their names, backwards: care, which nearly always answers, comes first.
do $$
declare each record;
begin
  for each in select polname, polrelid::regclass as police from pg_policy where polname = 'read_in_emergency' loop
    execute format('alter policy %I on %s rename to emergency_read', each.polname, each.police);
  end loop;
end $$;

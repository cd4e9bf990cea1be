-- An entry took its place in the chain by one update of the chain's head and gave it its hash by another, and asked the session
-- through functions that set the search path anew for each entry: a quarter of a millisecond for each thing read or changed,
-- a fifth of what the database does for a message. What an entry holds and how it is hashed is as before.

-- Without a search path of its own, so that it becomes part of the statement that calls it: every name says where it is from.
create function access.hash_of(
  previous_hash text, chain smallint, sequence bigint, at timestamptz, actor_kind text, staff_id uuid, session_id uuid, event text,
  patient_id uuid, entity_id uuid, detail jsonb) returns text language sql stable as $$
  select pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(pg_catalog.jsonb_build_array(previous_hash, chain, sequence,
    pg_catalog.to_char(pg_catalog.timezone('UTC', at), 'YYYY-MM-DD"T"HH24:MI:SS.US'), actor_kind, staff_id, session_id,
    event, patient_id, entity_id, detail)::pg_catalog.text, 'UTF8')), 'hex')
$$;
revoke all on function access.hash_of(text, smallint, bigint, timestamptz, text, uuid, uuid, text, uuid, uuid, jsonb) from public;
grant execute on function access.hash_of(text, smallint, bigint, timestamptz, text, uuid, uuid, text, uuid, uuid, jsonb)
  to access_rules, auditor, owner;

create or replace function access.hash_entry(entry access_log) returns text language sql stable as $$
  select access.hash_of(entry.previous_hash, entry.chain, entry.sequence, entry.at, entry.actor_kind, entry.staff_id, entry.session_id,
    entry.event, entry.patient_id, entry.entity_id, entry.detail)
$$;

grant create on schema access to access_rules;
set role access_rules;
-- The actor is read from the session, never from the writer; of a link, every entry says which.
create or replace function access.chain_entry() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
declare
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
    -- As access.system_job().
    new.actor_kind := 'job ' || coalesce(nullif(current_setting('app.job', true), ''), 'without a name');
    new.staff_id := null;
  elsif session_user = 'app_auth' then
    new.actor_kind := case when new.event like 'document_link.%' then 'practice link' else 'log-in' end;
  else
    new.actor_kind := 'operator';
  end if;
  new.at := clock_timestamp();
  new.chain := access.chain_of(new.patient_id, new.staff_id, new.entity_id);
  update access_log_chain as head set sequence = head.sequence + 1,
    hash = access.hash_of(head.hash, new.chain, head.sequence + 1, new.at, new.actor_kind, new.staff_id, new.session_id, new.event,
      new.patient_id, new.entity_id, new.detail)
  where head.chain = new.chain
  returning with (old as before, new as after) before.hash, after.sequence, after.hash
  into new.previous_hash, new.sequence, new.hash;
  return new;
end $$;
reset role;
revoke create on schema access from access_rules;

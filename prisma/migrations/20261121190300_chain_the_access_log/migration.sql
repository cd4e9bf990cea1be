-- Audit: insert only, and each row carries the hash of the one before it in its chain. Sixteen chains, so that writers seldom wait.

create function access.hash_entry(entry access_log) returns text language sql stable
set search_path = pg_catalog, public, pg_temp as $$
  select encode(sha256(convert_to(jsonb_build_array(entry.previous_hash, entry.chain, entry.sequence,
    to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), entry.actor_kind, entry.staff_id, entry.session_id,
    entry.event, entry.patient_id, entry.entity_id, entry.detail)::text, 'UTF8')), 'hex')
$$;

-- The actor is read from the session, never from the writer.
create function access.chain_entry() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
declare head access_log_chain%rowtype;
begin
  if session_user = 'app' then
    new.actor_kind := 'staff';
    new.staff_id := access.staff_id();
    new.session_id := nullif(current_setting('app.session', true), '')::uuid;
    if new.staff_id is null then
      raise exception 'an access log entry needs an actor' using errcode = 'insufficient_privilege';
    end if;
  elsif session_user = 'worker' then
    new.actor_kind := 'job ' || coalesce(access.system_job(), 'without a name');
    new.staff_id := null;
  elsif session_user = 'app_auth' then
    new.actor_kind := 'log-in';
  else
    new.actor_kind := 'operator';
  end if;
  new.at := clock_timestamp();
  new.chain := get_byte(uuid_send(coalesce(new.patient_id, new.staff_id, new.entity_id, '00000000-0000-0000-0000-000000000000'::uuid)), 15) & 15;
  update access_log_chain set sequence = sequence + 1 where chain = new.chain returning * into head;
  new.sequence := head.sequence;
  new.previous_hash := head.hash;
  new.hash := access.hash_entry(new);
  update access_log_chain set hash = new.hash where chain = new.chain;
  return new;
end $$;
create trigger chain_entry before insert on access_log for each row execute function access.chain_entry();

revoke all on function access.hash_entry(access_log), access.chain_entry() from public;
grant execute on function access.hash_entry(access_log) to access_rules, auditor, owner;
grant create on schema access to access_rules;
alter function access.chain_entry() owner to access_rules;
revoke create on schema access from access_rules;

-- Breaks in the chains: altered, missing or swapped entries, and a tail that is shorter than the chain's head says.
create function access.verify_access_log() returns table (chain smallint, sequence bigint, fault text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with walked as (
    select log.chain, log.sequence, log.hash, log.previous_hash, access.hash_entry(log) as computed,
      lag(log.hash) over chained as before_hash, lag(log.sequence) over chained as before_sequence
    from access_log as log window chained as (partition by log.chain order by log.sequence)
  )
  select walked.chain, walked.sequence, 'altered' from walked where hash <> computed
  union all
  select walked.chain, walked.sequence, 'missing before' from walked where sequence <> coalesce(before_sequence, 0) + 1
  union all
  select walked.chain, walked.sequence, 'not linked' from walked
    where previous_hash <> coalesce(before_hash, encode(sha256(convert_to('alongside access log, chain ' || walked.chain, 'UTF8')), 'hex'))
  union all
  select head.chain, head.sequence, 'tail missing' from access_log_chain as head
    where head.sequence <> coalesce((select max(log.sequence) from access_log as log where log.chain = head.chain), 0)
$$;
revoke all on function access.verify_access_log() from public;
grant execute on function access.verify_access_log() to auditor;
grant create on schema access to access_rules;
alter function access.verify_access_log() owner to access_rules;
revoke create on schema access from access_rules;

grant insert on access_log to app, app_auth, worker;
grant usage on sequence access_log_id_seq to app, app_auth, worker;
create policy append on access_log for insert to app, app_auth, worker with check (true);
grant select on access_log, access_log_chain to auditor;
create policy read_all on access_log for select to auditor using (true);
create policy read_all on access_log_chain for select to auditor using (true);

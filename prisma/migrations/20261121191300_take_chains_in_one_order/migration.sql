-- Which chain of the access log an entry belongs to, said once: writers of several entries take their chains in this order.
create function access.chain_of(patient_id uuid, staff_id uuid, entity_id uuid) returns integer language sql immutable
return get_byte(uuid_send(coalesce(patient_id, staff_id, entity_id, '00000000-0000-0000-0000-000000000000'::uuid)), 15) & 15;
revoke all on function access.chain_of(uuid, uuid, uuid) from public;
grant execute on function access.chain_of(uuid, uuid, uuid) to app, access_rules;

grant create on schema access to access_rules;
set role access_rules;
create or replace function access.chain_entry() returns trigger language plpgsql security definer
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

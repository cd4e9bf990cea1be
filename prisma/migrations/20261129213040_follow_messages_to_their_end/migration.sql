-- The worker asks carriers afterwards what became of a message, and says so.
alter policy send_messages_note on message_event with check (
  (select access.system_job()) = 'send_message'
  and kind in ('handing_over', 'sent', 'failed', 'stopped', 'uncertain', 'delivered', 'not_delivered'));

-- Who is in the care of a hospital or community team: letters of a team whose care has ended may still be another's to send.
grant create on schema access to access_rules;
set role access_rules;
create function access.in_care_of_a_hospital(wanted uuid[]) returns setof uuid language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
  select distinct care.patient_id
  from care_relationship as care join team on team.id = care.team_id
  where care.patient_id = any (wanted) and team.kind <> 'practice'
    and care.started_on <= access.today() and (care.ended_on is null or care.ended_on > access.today())
$$;
revoke all on function access.in_care_of_a_hospital(uuid[]) from public;
grant execute on function access.in_care_of_a_hospital(uuid[]) to app, worker;
reset role;
revoke create on schema access from access_rules;

-- What is asked of a practice ends when the person dies, whoever records the death; and what a practice declines ends where
-- no hospital team is left to find another way.

-- All of the patient's that are not settled, or one. The caller closes the tasks.
create function access.end_practice_requests(wanted_patient uuid, wanted_request uuid, why text, from_day date) returns integer
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare ended integer;
begin
  if not access.has_care(wanted_patient, 'clinician', 'support_worker', 'gp') then
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

-- What a request is about, for who may read it: the summary itself the practice may not read, only what was sent to it.
create function access.background_of_request(wanted uuid)
returns table (diagnosis_id uuid, phase text, phase_ended_on date, delivery_id uuid)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select summary.diagnosis_id, summary.phase, summary.phase_ended_on,
    (select delivery.id
     from treatment_summary_delivery as delivery join treatment_summary_version as version on version.id = delivery.version_id
     where version.summary_id = summary.id and delivery.team_id = request.practice_team_id and delivery.channel = 'in_service'
     order by version.number desc limit 1)
  from practice_request as request join treatment_summary as summary on summary.id = request.summary_id
  where request.id = wanted and (
    access.has_care(request.patient_id, 'clinician', 'support_worker')
    or request.patient_id = any (access.my_clinical_emergency_patients())
    or (request.practice_team_id = any (access.my_practice_teams()) and access.has_care(request.patient_id, 'gp')))
$$;

do $$
declare each_table text;
begin
  foreach each_table in array array['treatment_summary', 'treatment_summary_version', 'treatment_summary_delivery',
    'practice_request', 'practice_request_event'] loop
    execute format('grant select on %I to access_rules', each_table);
    execute format('create policy decide on %I to access_rules using (true) with check (true)', each_table);
  end loop;
end $$;
grant insert on practice_request_event to access_rules;

do $$
declare routine regprocedure;
begin
  foreach routine in array array['access.end_practice_requests(uuid, uuid, text, date)', 'access.background_of_request(uuid)']::regprocedure[] loop
    execute format('revoke all on function %s from public', routine);
    execute format('grant execute on function %s to app, access_rules', routine);
  end loop;
end $$;
grant create on schema access to access_rules;
alter function access.end_practice_requests(uuid, uuid, text, date) owner to access_rules;
alter function access.background_of_request(uuid) owner to access_rules;
revoke create on schema access from access_rules;

-- What was being written of a treatment and never signed goes when nobody owes it any more: its diagnosis was recorded in
-- error, the care of its team has ended, or its task was closed. What was signed is kept by its versions.
create function access.discard_summary_drafts(wanted_patient uuid, wanted uuid[]) returns integer
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare discarded integer;
begin
  if not access.has_care(wanted_patient, 'clinician', 'support_worker') then
    raise exception 'not in care' using errcode = 'insufficient_privilege';
  end if;
  delete from treatment_summary as summary
  where summary.patient_id = wanted_patient and summary.id = any (wanted)
    and not exists (select from treatment_summary_version as version where version.summary_id = summary.id);
  get diagnostics discarded = row_count;
  return discarded;
end $$;
grant delete on treatment_summary to access_rules;
revoke all on function access.discard_summary_drafts(uuid, uuid[]) from public;
grant execute on function access.discard_summary_drafts(uuid, uuid[]) to app, access_rules;
grant create on schema access to access_rules;
alter function access.discard_summary_drafts(uuid, uuid[]) owner to access_rules;
revoke create on schema access from access_rules;

-- Two invitations in vain excuse once the time to answer the second is over, which is a night on which nobody records
-- anything: the nightly job ends such a task too, by the rule of lib/cancer-care-reviews/review-excuses.ts, and says why.
grant create on schema access to access_rules;
set role access_rules;
create or replace function access.end_lapsed_reviews(from_day date) returns integer
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare lapsed integer;
begin
  if access.system_job() is null then
    raise exception 'not a job' using errcode = 'insufficient_privilege';
  end if;
  with ended as (
    update task set closed_at = now(), closure = 'superseded', closed_reason = past.why, version = task.version + 1
    from (
      select open.id, case when from_day > review_window.asked_until then 'Diagnosed too long ago'
          when review_window.invited_in_vain then 'No answer to two invitations'
          else 'Recorded or registered too late' end as why
      from task as open
      join diagnosis on diagnosis.id = open.subject_id and diagnosis.patient_id = open.patient_id
      join team on team.id = open.team_id
      join care_relationship as care on care.patient_id = open.patient_id and care.team_id = open.team_id and care.ended_on is null
      cross join lateral (
        select case open.kind when 'hold_first_review' then diagnosis.diagnosed_on + team.review_first_days
            else (diagnosis.diagnosed_on + make_interval(months => team.review_second_months))::date end as due_on,
          (diagnosis.diagnosed_on + make_interval(months => case open.kind when 'hold_first_review'
            then team.review_first_look_back_months else team.review_second_look_back_months end))::date as asked_until,
          exists (
            select from review_fact as earlier join review_fact as later
              on later.patient_id = earlier.patient_id and later.diagnosis_id = earlier.diagnosis_id and later.kind = 'invited'
            where earlier.patient_id = open.patient_id and earlier.diagnosis_id = open.subject_id and earlier.kind = 'invited'
              and earlier."on" >= diagnosis.diagnosed_on
                + case open.kind when 'hold_first_review' then 0 else team.review_first_days + 1 end
              and later."on" - earlier."on" >= team.review_invitation_gap_days
              and from_day - later."on" >= team.review_invitation_gap_days
              and not exists (select from voided_fact as voided where voided.entity_id in (earlier.id, later.id))
          ) as invited_in_vain
      ) as review_window
      where open.kind in ('hold_first_review', 'hold_second_review') and open.closed_at is null and (
        from_day > review_window.asked_until
        or review_window.invited_in_vain
        or (from_day > review_window.due_on and (
          (diagnosis.recorded_at at time zone 'Europe/London')::date + team.review_recording_notice_days > review_window.due_on
          or care.started_on > (review_window.due_on - make_interval(months => team.review_registration_months))::date)))
    ) as past
    where task.id = past.id
    returning task.id
  )
  select count(*) into lapsed from ended;
  return lapsed;
end $$;
reset role;
revoke create on schema access from access_rules;

-- What must hold for every row, whoever writes it.

-- Modulus 11, NHS Data Dictionary "NHS NUMBER".
create function is_nhs_number(value text) returns boolean
language sql immutable parallel safe as $$
  select value ~ '^[0-9]{10}$' and value !~ '^(.)\1*$' and (
    select case (11 - sum(substr(value, position, 1)::int * (11 - position)) % 11)
             when 11 then 0 else 11 - sum(substr(value, position, 1)::int * (11 - position)) % 11
           end
    from generate_series(1, 9) as position
  ) = substr(value, 10, 1)::int
$$;

alter table patient
  add constraint patient_nhs_number_valid check (is_nhs_number(nhs_number)),
  add constraint patient_died_after_birth check (died_on is null or died_on >= born_on),
  add constraint patient_names_length check (
    char_length(family_name) between 1 and 200 and char_length(given_name) between 0 and 200
    and char_length(coalesce(preferred_name, '')) <= 200 and char_length(coalesce(title, '')) <= 35),
  add constraint patient_sex_known check (sex in ('1', '2', '9', 'X')),
  add constraint patient_text_length check (
    char_length(coalesce(communication_note, '')) <= 10000
    and char_length(coalesce(address_line_1, '')) <= 200 and char_length(coalesce(address_line_2, '')) <= 200);
create index patient_born_on_idx on patient (born_on);

alter table staff add constraint staff_email_lower_case check (email = lower(email) and email like '%_@_%');

alter table team add constraint team_standards_possible check (
  assessment_days_after_diagnosis between 1 and 365 and assessment_days_after_treatment between 1 and 365
  and assessment_days_after_offer between 1 and 365 and care_plan_days_after_assessment between 1 and 365
  and care_plan_review_days between 1 and 730 and shared_plan_read_days between 1 and 365);

alter table team_member add constraint team_member_ends_after_start check (ended_on is null or ended_on >= started_on);
alter table organisation_role add constraint organisation_role_ends_after_start check (ended_on is null or ended_on >= started_on);
alter table care_relationship add constraint care_relationship_ends_after_start check (ended_on is null or ended_on >= started_on);
create unique index care_relationship_one_open on care_relationship (patient_id, team_id) where ended_on is null;
alter table key_contact
  add constraint key_contact_ends_after_start check (ended_on is null or ended_on >= started_on),
  add constraint key_contact_text_length check (char_length(name) between 1 and 200);

alter table diagnosis add constraint diagnosis_code_shape check (icd10_code ~ '^[CD][0-9]{2}(\.[0-9X])?$');
alter table treatment add constraint treatment_ends_after_start check (ended_on is null or ended_on >= started_on);

alter table concern
  add constraint concern_score_range check (score between 0 and 10),
  add constraint concern_priority_positive check (priority > 0),
  add constraint concern_text_length check (char_length(label) between 1 and 200 and char_length(coalesce(own_words, '')) <= 10000);
create unique index concern_priority_once on concern (assessment_id, priority) where priority is not null;
alter table plan_item
  add constraint plan_item_score_range check (score_at_start between 0 and 10),
  add constraint plan_item_text_length check (
    char_length(coalesce(what_matters, '')) <= 10000 and char_length(coalesce(goal, '')) <= 10000);
alter table action
  add constraint action_text_length check (char_length(what) between 1 and 10000 and char_length(coalesce(help, '')) <= 10000),
  add constraint action_owner_complete check (
    (owner_kind = 'person' and owner_staff_id is null and owner_team_id is null)
    or (owner_kind = 'staff' and owner_staff_id is not null and owner_team_id is null)
    or (owner_kind in ('team', 'practice') and owner_staff_id is null and owner_team_id is not null));
alter table action_event
  add constraint action_event_score_range check (new_score between 0 and 10),
  add constraint action_event_text_length check (char_length(coalesce(note, '')) <= 10000);

alter table task
  add constraint task_closed_whole check ((closed_at is null) = (closure is null)),
  add constraint task_closed_reason check (closure is distinct from 'with_reason' or char_length(closed_reason) >= 3);
create unique index task_open_once on task (kind, patient_id, team_id, subject_id) where closed_at is null;
create index task_open_by_team on task (team_id, due_on, id) where closed_at is null;
create index task_open_by_owner on task (owner_staff_id, due_on, id) where closed_at is null;
create index task_open_by_team_kind on task (team_id, kind, due_on, id) where closed_at is null;
create index task_open_by_subject on task (subject_id) where closed_at is null;

-- Agreed and signed documents, and facts, are never changed. Only their owner could, and only by visibly disabling this.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;

do $$
declare fact text;
begin
  foreach fact in array array['assessment_offer', 'needs_assessment', 'concern', 'care_plan_event', 'care_plan_version',
    'action_event', 'task_event', 'about_me_version', 'patient_change', 'voided_fact', 'access_log'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()', fact || '_is_a_fact', fact);
    execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()', fact || '_is_kept', fact);
  end loop;
end $$;

-- The sixteen chains of the access log begin here, before row-level security closes the table to its owner.
insert into access_log_chain (chain, sequence, hash)
select chain, 0, encode(sha256(convert_to('alongside access log, chain ' || chain, 'UTF8')), 'hex') from generate_series(0, 15) as chain;


-- Cancer care reviews of a practice: what happened on the way to each, and the reviews that were held.

-- CreateEnum
CREATE TYPE "review_fact_kind" AS ENUM ('invited', 'declined', 'unsuitable', 'palliative_care');

-- CreateEnum
CREATE TYPE "review_channel" AS ENUM ('letter', 'text_message', 'telephone', 'in_person');

-- CreateEnum
CREATE TYPE "review_mode" AS ENUM ('face_to_face', 'telephone', 'video', 'home_visit');

-- CreateEnum
CREATE TYPE "review_length" AS ENUM ('brief', 'full');

-- AlterEnum
ALTER TYPE "task_kind" ADD VALUE 'hold_first_review';
ALTER TYPE "task_kind" ADD VALUE 'hold_second_review';

-- AlterTable
ALTER TABLE "team" ADD COLUMN     "review_first_days" INTEGER NOT NULL DEFAULT 93,
ADD COLUMN     "review_first_look_back_months" INTEGER NOT NULL DEFAULT 15,
ADD COLUMN     "review_invitation_gap_days" INTEGER NOT NULL DEFAULT 7,
ADD COLUMN     "review_recording_notice_days" INTEGER NOT NULL DEFAULT 28,
ADD COLUMN     "review_registration_months" INTEGER NOT NULL DEFAULT 3,
ADD COLUMN     "review_second_look_back_months" INTEGER NOT NULL DEFAULT 24,
ADD COLUMN     "review_second_months" INTEGER NOT NULL DEFAULT 12;

-- CreateTable
CREATE TABLE "review_fact" (
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "diagnosis_id" UUID NOT NULL,
    "kind" "review_fact_kind" NOT NULL,
    "on" DATE NOT NULL,
    "channel" "review_channel",
    "note" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID,

    CONSTRAINT "review_fact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cancer_care_review" (
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "diagnosis_id" UUID NOT NULL,
    "held_on" DATE NOT NULL,
    "mode" "review_mode" NOT NULL,
    "length" "review_length" NOT NULL,
    "carer_present" BOOLEAN NOT NULL,
    "schema_number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "outcome_summary" TEXT,
    "shared_with_hospital" BOOLEAN NOT NULL DEFAULT false,
    "snomed_code" TEXT NOT NULL,
    "next_review_on" DATE,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID,

    CONSTRAINT "cancer_care_review_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "review_fact_patient_id_diagnosis_id_idx" ON "review_fact"("patient_id", "diagnosis_id");

-- CreateIndex
CREATE INDEX "cancer_care_review_patient_id_diagnosis_id_idx" ON "cancer_care_review"("patient_id", "diagnosis_id");

-- CreateIndex
CREATE UNIQUE INDEX "cancer_care_review_patient_id_id_key" ON "cancer_care_review"("patient_id", "id");

-- AddForeignKey
ALTER TABLE "review_fact" ADD CONSTRAINT "review_fact_patient_id_diagnosis_id_fkey" FOREIGN KEY ("patient_id", "diagnosis_id") REFERENCES "diagnosis"("patient_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_fact" ADD CONSTRAINT "review_fact_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cancer_care_review" ADD CONSTRAINT "cancer_care_review_patient_id_diagnosis_id_fkey" FOREIGN KEY ("patient_id", "diagnosis_id") REFERENCES "diagnosis"("patient_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cancer_care_review" ADD CONSTRAINT "cancer_care_review_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What must hold for every row, whoever writes it. A month is at the least 28 days, two are 59, three 89.
alter table team add constraint team_review_standards_possible check (
  review_first_days between 1 and 365 and review_second_months between 1 and 36
  and review_first_days <= review_second_months * 30 - 3
  and review_first_look_back_months between 1 and 60 and review_first_days <= review_first_look_back_months * 30 - 3
  and review_second_look_back_months between review_second_months and 60
  and review_registration_months between 0 and 12 and review_invitation_gap_days between 1 and 90
  and review_recording_notice_days between 0 and 180);
alter table review_fact
  add constraint review_fact_channel check ((kind = 'invited') = (channel is not null)),
  add constraint review_fact_reason check (kind <> 'unsuitable' or coalesce(char_length(note), 0) >= 3),
  add constraint review_fact_text_length check (char_length(coalesce(note, '')) <= 10000);
alter table cancer_care_review
  add constraint cancer_care_review_content_size check (pg_column_size(content) <= 1000000),
  add constraint cancer_care_review_text_length check (char_length(coalesce(outcome_summary, '')) <= 10000 and snomed_code ~ '^[0-9]{6,18}$'),
  add constraint cancer_care_review_says_what_it_shares check (not shared_with_hospital or coalesce(char_length(outcome_summary), 0) >= 3),
  add constraint cancer_care_review_next_is_later check (next_review_on is null or next_review_on > held_on);

do $$
declare fact text;
begin
  foreach fact in array array['review_fact', 'cancer_care_review'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()', fact || '_is_a_fact', fact);
    execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()', fact || '_is_kept', fact);
    execute format('alter table %I enable row level security', fact);
    execute format('alter table %I force row level security', fact);
  end loop;
end $$;

-- Access: the rows are the practice's, where the person is registered now: the same as lib/access/access-table.ts. An emergency
-- does not open them to another practice.
do $$
declare protected text;
begin
  foreach protected in array array['review_fact', 'cancer_care_review'] loop
    execute format('grant select, insert on %I to app', protected);
    execute format('create policy read_in_care on %I for select to app using (%s)',
      protected, access.in_care_of(protected || '.patient_id', 'my_practice_teams'));
    execute format('create policy create_in_care on %I for insert to app with check (team_id = any ((select access.my_practice_teams())::uuid[]) and %s)',
      protected, access.in_care_of(protected || '.patient_id', 'my_practice_teams'));
    execute format('grant select on %I to access_rules', protected);
    execute format('create policy decide on %I to access_rules using (true) with check (true)', protected);
  end loop;
  execute format('create policy read_reviews_in_practice on voided_fact for select to app using (entity in (%L, %L) and %s)',
    'review_fact', 'cancer_care_review', access.in_care_of('voided_fact.patient_id', 'my_practice_teams'));
  execute format('create policy void_reviews_in_practice on voided_fact for insert to app with check (entity in (%L, %L) and %s)',
    'review_fact', 'cancer_care_review', access.in_care_of('voided_fact.patient_id', 'my_practice_teams'));
  -- What a practice recorded, that practice takes back, and why it did stays there.
  execute format('create policy reviews_are_the_practices on voided_fact as restrictive for select to app using (entity not in (%L, %L) or %s)',
    'review_fact', 'cancer_care_review', access.in_care_of('voided_fact.patient_id', 'my_practice_teams'));
  execute format('create policy reviews_are_voided_by_practices on voided_fact as restrictive for insert to app with check (entity not in (%L, %L) or %s)',
    'review_fact', 'cancer_care_review', access.in_care_of('voided_fact.patient_id', 'my_practice_teams'));
end $$;
grant select on voided_fact to access_rules;
create policy decide on voided_fact to access_rules using (true) with check (true);
grant update (review_first_days, review_second_months, review_first_look_back_months, review_second_look_back_months,
  review_registration_months, review_invitation_gap_days, review_recording_notice_days) on team to app;

-- That something happened, when, and how it was sent, for everybody who has the patient in care: no reason, no content.
create function access.review_course_of(wanted uuid)
returns table (id uuid, diagnosis_id uuid, kind text, "on" date, channel review_channel, recorded_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select step.* from (
    select fact.id, fact.diagnosis_id, fact.kind::text, fact."on", fact.channel, fact.recorded_at
    from review_fact as fact where fact.patient_id = wanted
    union all
    select review.id, review.diagnosis_id, 'reviewed', review.held_on, null::review_channel, review.recorded_at
    from cancer_care_review as review where review.patient_id = wanted
  ) as step
  where ((select access.has_care(wanted, 'clinician', 'support_worker', 'gp'))
      or wanted = any ((select access.my_clinical_emergency_patients())::uuid[]))
    and not exists (select from voided_fact as voided where voided.entity_id = step.id)
  order by step."on", step.recorded_at, step.id
$$;

-- What the practice shares of its reviews with the hospital, and nothing else of them.
create function access.shared_review_outcomes(wanted uuid)
returns table (id uuid, diagnosis_id uuid, team_id uuid, held_on date, mode review_mode, outcome_summary text,
  next_review_on date, recorded_at timestamptz, recorded_by_id uuid)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select review.id, review.diagnosis_id, review.team_id, review.held_on, review.mode, review.outcome_summary,
    review.next_review_on, review.recorded_at, review.recorded_by_id
  from cancer_care_review as review
  where review.patient_id = wanted and review.shared_with_hospital
    and ((select access.has_care(wanted, 'clinician', 'support_worker'))
      or wanted = any ((select access.my_clinical_emergency_patients())::uuid[]))
    and not exists (select from voided_fact as voided where voided.entity_id = review.id)
  order by review.held_on desc, review.id desc
$$;

-- Ends the tasks of reviews that nobody asks for any more because of the days gone by: by the rules of
-- lib/cancer-care-reviews/review-excuses.ts for long ago, recorded late and registered late. For the nightly job alone.
create function access.end_lapsed_reviews(from_day date) returns integer
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare lapsed integer;
begin
  if access.system_job() is null then
    raise exception 'not a job' using errcode = 'insufficient_privilege';
  end if;
  with ended as (
    update task set closed_at = now(), closure = 'superseded', closed_reason = 'Too long ago to be asked for', version = task.version + 1
    from (
      select open.id
      from task as open
      join diagnosis on diagnosis.id = open.subject_id and diagnosis.patient_id = open.patient_id
      join team on team.id = open.team_id
      join care_relationship as care on care.patient_id = open.patient_id and care.team_id = open.team_id and care.ended_on is null
      cross join lateral (
        select case open.kind when 'hold_first_review' then diagnosis.diagnosed_on + team.review_first_days
            else (diagnosis.diagnosed_on + make_interval(months => team.review_second_months))::date end as due_on,
          (diagnosis.diagnosed_on + make_interval(months => case open.kind when 'hold_first_review'
            then team.review_first_look_back_months else team.review_second_look_back_months end))::date as asked_until
      ) as review_window
      where open.kind in ('hold_first_review', 'hold_second_review') and open.closed_at is null and (
        from_day > review_window.asked_until
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

do $$
declare routine regprocedure;
begin
  foreach routine in array array['access.review_course_of(uuid)', 'access.shared_review_outcomes(uuid)', 'access.end_lapsed_reviews(date)']::regprocedure[] loop
    execute format('revoke all on function %s from public', routine);
    execute format('grant execute on function %s to access_rules', routine);
  end loop;
end $$;
grant execute on function access.review_course_of(uuid), access.shared_review_outcomes(uuid) to app;
grant execute on function access.end_lapsed_reviews(date) to worker;
grant create on schema access to access_rules;
alter function access.review_course_of(uuid) owner to access_rules;
alter function access.shared_review_outcomes(uuid) owner to access_rules;
alter function access.end_lapsed_reviews(date) owner to access_rules;
revoke create on schema access from access_rules;

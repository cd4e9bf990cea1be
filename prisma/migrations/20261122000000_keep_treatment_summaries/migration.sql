-- Treatment summaries: a draft, what was signed of it, to whom it went, and what it asks of a practice.

-- CreateEnum
CREATE TYPE "summary_recipient" AS ENUM ('practice', 'person', 'other');

-- CreateEnum
CREATE TYPE "summary_channel" AS ENUM ('in_service', 'post', 'by_hand', 'secure_email', 'none');

-- CreateEnum
CREATE TYPE "practice_request_event_kind" AS ENUM ('asked', 'accepted', 'done', 'declined', 'withdrawn', 'ended');

-- AlterEnum
ALTER TYPE "task_kind" ADD VALUE 'prepare_treatment_summary';
ALTER TYPE "task_kind" ADD VALUE 'send_treatment_summary';
ALTER TYPE "task_kind" ADD VALUE 'read_treatment_summary';
ALTER TYPE "task_kind" ADD VALUE 'answer_summary_request';
ALTER TYPE "task_kind" ADD VALUE 'complete_summary_request';
ALTER TYPE "task_kind" ADD VALUE 'await_practice_answer';
ALTER TYPE "task_kind" ADD VALUE 'settle_declined_request';

-- AlterTable
ALTER TABLE "team" ADD COLUMN     "practice_answer_working_days" INTEGER NOT NULL DEFAULT 10,
ADD COLUMN     "summary_days_after_treatment" INTEGER NOT NULL DEFAULT 42;

-- CreateTable
CREATE TABLE "treatment_summary" (
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "diagnosis_id" UUID NOT NULL,
    "phase" TEXT NOT NULL,
    "phase_ended_on" DATE NOT NULL,
    "content" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by_id" UUID,
    "drafted_at" TIMESTAMPTZ(3) DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "treatment_summary_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "treatment_summary_version" (
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "summary_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "schema_number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "content_hash" TEXT NOT NULL,
    "changes" TEXT[],
    "signed_on" DATE NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "signed_by_id" UUID,

    CONSTRAINT "treatment_summary_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "treatment_summary_delivery" (
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "recipient" "summary_recipient" NOT NULL,
    "team_id" UUID,
    "recipient_name" TEXT,
    "channel" "summary_channel" NOT NULL,
    "sent_on" DATE NOT NULL,
    "note" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID,
    "seen_at" TIMESTAMPTZ(3),
    "seen_by_id" UUID,

    CONSTRAINT "treatment_summary_delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "practice_request" (
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "summary_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "practice_team_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "detail" TEXT,
    "snomed_code" TEXT,
    "due_on" DATE NOT NULL,
    "answer_due_on" DATE NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "practice_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "practice_request_event" (
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "kind" "practice_request_event_kind" NOT NULL,
    "on" DATE NOT NULL,
    "note" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID,

    CONSTRAINT "practice_request_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "treatment_summary_patient_id_id_key" ON "treatment_summary"("patient_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "treatment_summary_team_id_diagnosis_id_phase_ended_on_key" ON "treatment_summary"("team_id", "diagnosis_id", "phase_ended_on");

-- CreateIndex
CREATE UNIQUE INDEX "treatment_summary_version_patient_id_id_key" ON "treatment_summary_version"("patient_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "treatment_summary_version_summary_id_number_key" ON "treatment_summary_version"("summary_id", "number");

-- CreateIndex
CREATE INDEX "treatment_summary_delivery_team_id_patient_id_idx" ON "treatment_summary_delivery"("team_id", "patient_id");

-- CreateIndex
CREATE INDEX "treatment_summary_delivery_version_id_idx" ON "treatment_summary_delivery"("version_id");

-- CreateIndex
CREATE INDEX "practice_request_summary_id_idx" ON "practice_request"("summary_id");

-- CreateIndex
CREATE INDEX "practice_request_practice_team_id_patient_id_idx" ON "practice_request"("practice_team_id", "patient_id");

-- CreateIndex
CREATE UNIQUE INDEX "practice_request_patient_id_id_key" ON "practice_request"("patient_id", "id");

-- CreateIndex
CREATE INDEX "practice_request_event_request_id_idx" ON "practice_request_event"("request_id");

-- AddForeignKey
ALTER TABLE "treatment_summary" ADD CONSTRAINT "treatment_summary_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "treatment_summary" ADD CONSTRAINT "treatment_summary_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "treatment_summary" ADD CONSTRAINT "treatment_summary_patient_id_diagnosis_id_fkey" FOREIGN KEY ("patient_id", "diagnosis_id") REFERENCES "diagnosis"("patient_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "treatment_summary_version" ADD CONSTRAINT "treatment_summary_version_patient_id_summary_id_fkey" FOREIGN KEY ("patient_id", "summary_id") REFERENCES "treatment_summary"("patient_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "treatment_summary_delivery" ADD CONSTRAINT "treatment_summary_delivery_patient_id_version_id_fkey" FOREIGN KEY ("patient_id", "version_id") REFERENCES "treatment_summary_version"("patient_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "treatment_summary_delivery" ADD CONSTRAINT "treatment_summary_delivery_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practice_request" ADD CONSTRAINT "practice_request_patient_id_summary_id_fkey" FOREIGN KEY ("patient_id", "summary_id") REFERENCES "treatment_summary"("patient_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practice_request" ADD CONSTRAINT "practice_request_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practice_request" ADD CONSTRAINT "practice_request_practice_team_id_fkey" FOREIGN KEY ("practice_team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practice_request_event" ADD CONSTRAINT "practice_request_event_patient_id_request_id_fkey" FOREIGN KEY ("patient_id", "request_id") REFERENCES "practice_request"("patient_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What must hold for every row, whoever writes it.
alter table team add constraint team_summary_standards_possible check (
  summary_days_after_treatment between 1 and 365 and practice_answer_working_days between 1 and 60);
alter table treatment_summary
  add constraint treatment_summary_text_length check (char_length(phase) between 1 and 200),
  add constraint treatment_summary_content_size check (pg_column_size(content) <= 1000000);
alter table treatment_summary_delivery
  add constraint treatment_summary_delivery_to_whom check (
    (recipient = 'practice' and (team_id is not null or recipient_name is not null))
    or (recipient = 'person' and team_id is null)
    or (recipient = 'other' and team_id is null and recipient_name is not null)),
  add constraint treatment_summary_delivery_reason check (channel <> 'none' or char_length(note) >= 3),
  add constraint treatment_summary_delivery_in_service check (channel <> 'in_service' or team_id is not null),
  add constraint treatment_summary_delivery_text_length check (
    char_length(coalesce(recipient_name, '')) <= 200 and char_length(coalesce(note, '')) <= 10000);
create unique index treatment_summary_delivery_once_in_service on treatment_summary_delivery (version_id, team_id)
  where channel = 'in_service';
alter table practice_request add constraint practice_request_text_length check (
  char_length(what) between 1 and 1000 and char_length(coalesce(detail, '')) <= 10000);
alter table practice_request_event
  add constraint practice_request_event_text_length check (char_length(coalesce(note, '')) <= 10000),
  add constraint practice_request_event_reason check (kind not in ('declined', 'withdrawn', 'ended') or char_length(note) >= 3);
-- One answer of each kind: whoever comes second is told what the first one said.
create unique index practice_request_event_once on practice_request_event (request_id, kind) where kind <> 'asked';

do $$
declare fact text;
begin
  foreach fact in array array['treatment_summary_version', 'practice_request_event'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()', fact || '_is_a_fact', fact);
    execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()', fact || '_is_kept', fact);
  end loop;
end $$;

-- Access: the table says who, the same as lib/access/access-table.ts.
do $$
declare each_table text;
begin
  foreach each_table in array array['treatment_summary', 'treatment_summary_version', 'treatment_summary_delivery',
    'practice_request', 'practice_request_event'] loop
    execute format('alter table %I enable row level security', each_table);
    execute format('alter table %I force row level security', each_table);
  end loop;
end $$;
call access.police_by_patient('treatment_summary', 'my_clinical_teams', 'my_clinical_teams', 'my_clinical_teams');
-- Only a clinician signs.
call access.police_by_patient('treatment_summary_version', 'my_clinical_teams', 'my_clinician_teams', null);
call access.police_by_patient('treatment_summary_delivery', 'my_clinical_teams', 'my_clinical_teams', null);
call access.police_by_patient('practice_request', 'my_clinical_teams', 'my_clinical_teams', 'my_clinical_teams');
call access.police_by_patient('practice_request_event', 'my_clinical_teams', 'my_clinical_teams', null);

-- A practice: what was sent to it stays readable as sent; what is asked of it, it answers while the person is registered there.
create policy read_as_sent on treatment_summary_delivery for select to app
  using (team_id = any ((select access.my_practice_teams())::uuid[]));
grant update (seen_at, seen_by_id) on treatment_summary_delivery to app;
create policy mark_seen on treatment_summary_delivery for update to app
  using (team_id = any ((select access.my_practice_teams())::uuid[]))
  with check (team_id = any ((select access.my_practice_teams())::uuid[]));
create policy read_as_sent on treatment_summary_version for select to app using (coalesce((
  select true from treatment_summary_delivery as delivery
  where delivery.version_id = treatment_summary_version.id
    and delivery.team_id = any ((select access.my_practice_teams())::uuid[]) limit 1), false));
create policy read_asked_of_practice on practice_request for select to app using (
  practice_team_id = any ((select access.my_practice_teams())::uuid[])
  and coalesce((select true from care_relationship as care
    where care.patient_id = practice_request.patient_id and care.team_id = practice_request.practice_team_id
      and care.started_on <= (select access.today()) and (care.ended_on is null or care.ended_on > (select access.today())) limit 1), false));
create policy read_asked_of_practice on practice_request_event for select to app using (coalesce((
  select true from practice_request as request
  where request.id = practice_request_event.request_id and request.patient_id = practice_request_event.patient_id
    and request.practice_team_id = any ((select access.my_practice_teams())::uuid[]) limit 1), false));
create policy answer_as_practice on practice_request_event for insert to app with check (
  kind in ('accepted', 'done', 'declined') and coalesce((
    select true from practice_request as request
    where request.id = practice_request_event.request_id and request.patient_id = practice_request_event.patient_id
      and request.practice_team_id = any ((select access.my_practice_teams())::uuid[]) limit 1), false));

grant update (summary_days_after_treatment, practice_answer_working_days) on team to app;

-- Policies of one table are asked in the order of their names, backwards: care, which nearly always answers, comes first.
do $$
declare each record;
begin
  for each in select polname, polrelid::regclass as police from pg_policy where polname = 'read_in_emergency' loop
    execute format('alter policy %I on %s rename to emergency_read', each.polname, each.police);
  end loop;
end $$;

-- CreateEnum
CREATE TYPE "follow_up_stream" AS ENUM ('clinician_led', 'nurse_led', 'supported_self_management', 'discharge_to_practice');

-- CreateEnum
CREATE TYPE "pathway_event_kind" AS ENUM ('suspended', 'reactivated', 'recalled', 'seen_after_recall', 'transferred', 'ended');

-- CreateEnum
CREATE TYPE "pathway_end" AS ENUM ('completed', 'pathway_changed', 'discharged', 'recurrence', 'moved_away', 'person_declined', 'recorded_in_error');

-- CreateEnum
CREATE TYPE "surveillance_test_event_kind" AS ENUM ('requested', 'done', 'not_attended', 'told', 'not_needed');

-- CreateEnum
CREATE TYPE "told_by" AS ENUM ('letter', 'telephone', 'in_person', 'email', 'text_message');

-- CreateEnum
CREATE TYPE "result_source" AS ENUM ('by_hand', 'file', 'message');

-- CreateEnum
CREATE TYPE "release_basis" AS ENUM ('at_once', 'after_working_hours', 'signed_off');

-- CreateEnum
CREATE TYPE "result_status" AS ENUM ('preliminary', 'final', 'corrected', 'cancelled');

-- CreateEnum
CREATE TYPE "result_decision" AS ENUM ('in_range', 'repeat', 'contact', 'suspend', 'recall', 'continue');

-- CreateEnum
CREATE TYPE "report_outcome" AS ENUM ('normal', 'abnormal', 'inconclusive');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "task_kind" ADD VALUE 'decide_follow_up';
ALTER TYPE "task_kind" ADD VALUE 'request_surveillance_test';
ALTER TYPE "task_kind" ADD VALUE 'find_missed_test';
ALTER TYPE "task_kind" ADD VALUE 'chase_test_result';
ALTER TYPE "task_kind" ADD VALUE 'review_result';
ALTER TYPE "task_kind" ADD VALUE 'tell_result';
ALTER TYPE "task_kind" ADD VALUE 'see_after_recall';
ALTER TYPE "task_kind" ADD VALUE 'review_suspended_pathway';
ALTER TYPE "task_kind" ADD VALUE 'review_follow_up';

-- AlterTable
ALTER TABLE "team" ADD COLUMN     "follow_up_decision_days" INTEGER NOT NULL DEFAULT 42,
ADD COLUMN     "recall_days" INTEGER NOT NULL DEFAULT 14,
ADD COLUMN     "result_chase_days" INTEGER NOT NULL DEFAULT 14,
ADD COLUMN     "result_review_working_days" INTEGER NOT NULL DEFAULT 2,
ADD COLUMN     "result_telling_working_days" INTEGER NOT NULL DEFAULT 5;

-- CreateTable
CREATE TABLE "stratification_decision" (
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "diagnosis_id" UUID NOT NULL,
    "stream" "follow_up_stream" NOT NULL,
    "criteria" JSONB NOT NULL,
    "wishes" TEXT,
    "can_self_manage" BOOLEAN NOT NULL,
    "is_digital" BOOLEAN NOT NULL,
    "reasons" TEXT NOT NULL,
    "prerequisites" JSONB NOT NULL,
    "decided_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID,

    CONSTRAINT "stratification_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "follow_up_pathway" (
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "diagnosis_id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "anchor_on" DATE NOT NULL,
    "started_on" DATE NOT NULL,
    "suspended_on" DATE,
    "ended_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "follow_up_pathway_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pathway_protocol" (
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "pathway_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "protocol_code" TEXT NOT NULL,
    "protocol_version" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "overrides" JSONB NOT NULL,
    "reason" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID,

    CONSTRAINT "pathway_protocol_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pathway_event" (
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "pathway_id" UUID NOT NULL,
    "kind" "pathway_event_kind" NOT NULL,
    "on" DATE NOT NULL,
    "end" "pathway_end",
    "by_on" DATE,
    "reason" TEXT NOT NULL,
    "letter" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID,

    CONSTRAINT "pathway_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "surveillance_test" (
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "pathway_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "item_code" TEXT NOT NULL,
    "occurrence" TEXT NOT NULL,
    "test_code" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "window_from" DATE NOT NULL,
    "overdue_on" DATE NOT NULL,
    "settled_at" TIMESTAMPTZ(3),
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "surveillance_test_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "surveillance_test_event" (
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "test_id" UUID NOT NULL,
    "kind" "surveillance_test_event_kind" NOT NULL,
    "on" DATE NOT NULL,
    "told_by" "told_by",
    "result_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "note" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID,

    CONSTRAINT "surveillance_test_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "result" (
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "test_id" UUID,
    "source" "result_source" NOT NULL,
    "message_id" UUID,
    "analyte_code" TEXT NOT NULL,
    "value_text" TEXT,
    "comparator" TEXT,
    "value" DECIMAL(18,6),
    "unit" TEXT,
    "reference_range" TEXT,
    "report_text" TEXT,
    "outcome" "report_outcome",
    "status" "result_status" NOT NULL,
    "sampled_on" DATE NOT NULL,
    "reported_at" TIMESTAMPTZ(3),
    "order_number" TEXT,
    "replaces_id" UUID,
    "confirmed_slip" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID,

    CONSTRAINT "result_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "result_judgement" (
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "result_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "is_in_range" BOOLEAN NOT NULL,
    "alerts" JSONB NOT NULL,
    "protocol_code" TEXT,
    "protocol_version" TEXT,
    "judged_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "result_judgement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "result_review" (
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "result_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "decision" "result_decision" NOT NULL,
    "note" TEXT,
    "reviewed_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID,

    CONSTRAINT "result_review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "result_release" (
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "result_id" UUID NOT NULL,
    "basis" "release_basis" NOT NULL,
    "released_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID,

    CONSTRAINT "result_release_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inbound_message" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "source" "result_source" NOT NULL,
    "sending_application" TEXT NOT NULL,
    "sending_facility" TEXT NOT NULL,
    "control_id" TEXT NOT NULL,
    "message_type" TEXT NOT NULL,
    "raw" BYTEA NOT NULL,
    "content_hash" TEXT NOT NULL,
    "acknowledgement" TEXT NOT NULL,
    "answer" BYTEA NOT NULL,
    "problems" JSONB NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "inbound_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unmatched_result" (
    "id" UUID NOT NULL,
    "message_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "why" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settled_at" TIMESTAMPTZ(3),
    "settled_by_id" UUID,
    "settlement" TEXT,
    "result_id" UUID,
    "reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "unmatched_result_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "stratification_decision_patient_id_idx" ON "stratification_decision"("patient_id");

-- CreateIndex
CREATE UNIQUE INDEX "stratification_decision_patient_id_id_key" ON "stratification_decision"("patient_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "follow_up_pathway_patient_id_id_key" ON "follow_up_pathway"("patient_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "follow_up_pathway_patient_id_decision_id_key" ON "follow_up_pathway"("patient_id", "decision_id");

-- CreateIndex
CREATE UNIQUE INDEX "pathway_protocol_pathway_id_number_key" ON "pathway_protocol"("pathway_id", "number");

-- CreateIndex
CREATE INDEX "pathway_event_pathway_id_idx" ON "pathway_event"("pathway_id");

-- CreateIndex
CREATE UNIQUE INDEX "surveillance_test_patient_id_id_key" ON "surveillance_test"("patient_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "surveillance_test_pathway_id_item_code_occurrence_key" ON "surveillance_test"("pathway_id", "item_code", "occurrence");

-- CreateIndex
CREATE INDEX "surveillance_test_event_test_id_idx" ON "surveillance_test_event"("test_id");

-- CreateIndex
CREATE INDEX "result_patient_id_analyte_code_sampled_on_idx" ON "result"("patient_id", "analyte_code", "sampled_on");

-- CreateIndex
CREATE UNIQUE INDEX "result_patient_id_id_key" ON "result"("patient_id", "id");

-- CreateIndex
CREATE INDEX "result_judgement_result_id_idx" ON "result_judgement"("result_id");

-- CreateIndex
CREATE INDEX "result_review_result_id_idx" ON "result_review"("result_id");

-- CreateIndex
CREATE UNIQUE INDEX "result_release_result_id_key" ON "result_release"("result_id");

-- CreateIndex
CREATE INDEX "inbound_message_received_at_idx" ON "inbound_message"("received_at");

-- CreateIndex
CREATE UNIQUE INDEX "inbound_message_organisation_id_sending_application_sending_key" ON "inbound_message"("organisation_id", "sending_application", "sending_facility", "control_id");

-- CreateIndex
CREATE INDEX "unmatched_result_message_id_idx" ON "unmatched_result"("message_id");

-- AddForeignKey
ALTER TABLE "stratification_decision" ADD CONSTRAINT "stratification_decision_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stratification_decision" ADD CONSTRAINT "stratification_decision_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stratification_decision" ADD CONSTRAINT "stratification_decision_patient_id_diagnosis_id_fkey" FOREIGN KEY ("patient_id", "diagnosis_id") REFERENCES "diagnosis"("patient_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_up_pathway" ADD CONSTRAINT "follow_up_pathway_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_up_pathway" ADD CONSTRAINT "follow_up_pathway_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_up_pathway" ADD CONSTRAINT "follow_up_pathway_patient_id_diagnosis_id_fkey" FOREIGN KEY ("patient_id", "diagnosis_id") REFERENCES "diagnosis"("patient_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_up_pathway" ADD CONSTRAINT "follow_up_pathway_patient_id_decision_id_fkey" FOREIGN KEY ("patient_id", "decision_id") REFERENCES "stratification_decision"("patient_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pathway_protocol" ADD CONSTRAINT "pathway_protocol_patient_id_pathway_id_fkey" FOREIGN KEY ("patient_id", "pathway_id") REFERENCES "follow_up_pathway"("patient_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pathway_event" ADD CONSTRAINT "pathway_event_patient_id_pathway_id_fkey" FOREIGN KEY ("patient_id", "pathway_id") REFERENCES "follow_up_pathway"("patient_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "surveillance_test" ADD CONSTRAINT "surveillance_test_patient_id_pathway_id_fkey" FOREIGN KEY ("patient_id", "pathway_id") REFERENCES "follow_up_pathway"("patient_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "surveillance_test" ADD CONSTRAINT "surveillance_test_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "surveillance_test_event" ADD CONSTRAINT "surveillance_test_event_patient_id_test_id_fkey" FOREIGN KEY ("patient_id", "test_id") REFERENCES "surveillance_test"("patient_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "result" ADD CONSTRAINT "result_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "result" ADD CONSTRAINT "result_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "result" ADD CONSTRAINT "result_patient_id_test_id_fkey" FOREIGN KEY ("patient_id", "test_id") REFERENCES "surveillance_test"("patient_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "result" ADD CONSTRAINT "result_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "inbound_message"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "result" ADD CONSTRAINT "result_patient_id_replaces_id_fkey" FOREIGN KEY ("patient_id", "replaces_id") REFERENCES "result"("patient_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "result_judgement" ADD CONSTRAINT "result_judgement_patient_id_result_id_fkey" FOREIGN KEY ("patient_id", "result_id") REFERENCES "result"("patient_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "result_review" ADD CONSTRAINT "result_review_patient_id_result_id_fkey" FOREIGN KEY ("patient_id", "result_id") REFERENCES "result"("patient_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "result_release" ADD CONSTRAINT "result_release_patient_id_result_id_fkey" FOREIGN KEY ("patient_id", "result_id") REFERENCES "result"("patient_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inbound_message" ADD CONSTRAINT "inbound_message_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unmatched_result" ADD CONSTRAINT "unmatched_result_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "inbound_message"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unmatched_result" ADD CONSTRAINT "unmatched_result_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What must hold for every row, whoever writes it.
alter table team add constraint team_follow_up_standards_possible check (
  follow_up_decision_days between 1 and 365 and result_chase_days between 1 and 90
  and result_review_working_days between 1 and 30 and result_telling_working_days between 1 and 30
  and recall_days between 1 and 60);
alter table stratification_decision add constraint stratification_decision_text_length check (
  char_length(reasons) between 3 and 10000 and char_length(coalesce(wishes, '')) <= 10000
  and pg_column_size(criteria) <= 100000 and pg_column_size(prerequisites) <= 100000);
-- One open pathway for each diagnosis: another decision ends the one before.
create unique index follow_up_pathway_one_open on follow_up_pathway (patient_id, diagnosis_id) where ended_on is null;
create index follow_up_pathway_open_of_team on follow_up_pathway (team_id, patient_id) where ended_on is null;
alter table follow_up_pathway add constraint follow_up_pathway_days check (
  (ended_on is null or ended_on >= started_on) and (suspended_on is null or suspended_on >= started_on));
alter table pathway_protocol add constraint pathway_protocol_size check (
  pg_column_size(content) <= 1000000 and pg_column_size(overrides) <= 100000
  and (number = 1 or char_length(reason) >= 3) and char_length(coalesce(reason, '')) <= 10000);
alter table pathway_event
  add constraint pathway_event_end check ((kind = 'ended') = ("end" is not null)),
  add constraint pathway_event_reason check (char_length(reason) between 3 and 10000),
  add constraint pathway_event_letter check (letter is null or (kind = 'ended' and char_length(letter) between 3 and 20000));
alter table surveillance_test
  add constraint surveillance_test_window check (window_from <= due_on and due_on <= overdue_on),
  add constraint surveillance_test_codes check (
    char_length(item_code) between 1 and 60 and char_length(occurrence) between 1 and 60 and char_length(test_code) between 1 and 60);
create index surveillance_test_unsettled on surveillance_test (pathway_id) where settled_at is null;
alter table surveillance_test_event
  add constraint surveillance_test_event_told check (
    (kind = 'told') = (told_by is not null) and (kind = 'told' or result_ids = '{}')),
  add constraint surveillance_test_event_reason check (kind <> 'not_needed' or char_length(note) >= 3),
  add constraint surveillance_test_event_text_length check (char_length(coalesce(note, '')) <= 10000);
alter table result
  add constraint result_says_something check (status = 'cancelled' or value_text is not null or report_text is not null),
  add constraint result_comparator check (comparator is null or comparator in ('<', '<=', '>', '>=')),
  add constraint result_correction check (status <> 'corrected' or source = 'message' or replaces_id is not null),
  add constraint result_text_length check (
    char_length(analyte_code) between 1 and 60 and char_length(coalesce(value_text, '')) <= 200
    and char_length(coalesce(unit, '')) <= 60 and char_length(coalesce(reference_range, '')) <= 200
    and char_length(coalesce(report_text, '')) <= 100000 and char_length(coalesce(order_number, '')) <= 200
    and char_length(coalesce(confirmed_slip, '')) <= 10000);
create index result_by_test on result (test_id) where test_id is not null;
create index result_by_message on result (message_id) where message_id is not null;
create index result_replaced on result (replaces_id) where replaces_id is not null;
alter table result_review add constraint result_review_text_length check (char_length(coalesce(note, '')) <= 10000);
alter table inbound_message add constraint inbound_message_size check (
  octet_length(raw) <= 1100000 and acknowledgement in ('AA', 'AE', 'AR'));
alter table unmatched_result
  add constraint unmatched_result_settled_whole check (
    (settled_at is null) = (settlement is null)
    and (settlement is null or settlement in ('filed', 'set_aside'))
    and (settlement is distinct from 'filed' or result_id is not null)
    and (settlement is distinct from 'set_aside' or char_length(reason) >= 3)),
  add constraint unmatched_result_size check (pg_column_size(content) <= 1100000);
create index unmatched_result_open on unmatched_result (organisation_id, created_at, id) where settled_at is null;

do $$
declare fact text;
begin
  foreach fact in array array['stratification_decision', 'pathway_protocol', 'pathway_event', 'surveillance_test_event', 'result',
    'result_judgement', 'result_review', 'result_release', 'inbound_message'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()', fact || '_is_a_fact', fact);
    execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()', fact || '_is_kept', fact);
  end loop;
end $$;

-- Access: the table says who, the same as lib/access/access-table.ts.
do $$
declare each_table text;
begin
  foreach each_table in array array['stratification_decision', 'follow_up_pathway', 'pathway_protocol', 'pathway_event', 'surveillance_test',
    'surveillance_test_event', 'result', 'result_judgement', 'result_review', 'result_release', 'inbound_message', 'unmatched_result'] loop
    execute format('alter table %I enable row level security', each_table);
    execute format('alter table %I force row level security', each_table);
  end loop;
end $$;
-- A clinician decides; support workers schedule.
call access.police_by_patient('stratification_decision', 'my_teams', 'my_clinician_teams', null);
call access.police_by_patient('follow_up_pathway', 'my_teams', 'my_clinician_teams', 'my_clinician_teams');
call access.police_by_patient('pathway_protocol', 'my_teams', 'my_clinician_teams', null);
call access.police_by_patient('pathway_event', 'my_teams', 'my_clinician_teams', null);
call access.police_by_patient('surveillance_test', 'my_teams', 'my_clinical_teams', 'my_clinical_teams');
call access.police_by_patient('surveillance_test_event', 'my_teams', 'my_clinical_teams', null);
call access.police_by_patient('result', 'my_clinical_teams', 'my_clinical_teams', null);
call access.police_by_patient('result_judgement', 'my_clinical_teams', 'my_clinical_teams', null);
call access.police_by_patient('result_release', 'my_teams', 'my_clinical_teams', null);
-- A clinician reviews any result; a support worker confirms one that was last judged to be in range.
call access.police_by_patient('result_review', 'my_clinical_teams', 'my_clinician_teams', null);
do $$
begin
  execute format($policy$create policy confirm_in_range on result_review for insert to app with check (
    decision = 'in_range' and %s and coalesce((
      select judgement.is_in_range from result_judgement as judgement
      where judgement.result_id = result_review.result_id and judgement.patient_id = result_review.patient_id
      order by judgement.judged_at desc, judgement.id desc limit 1), false))$policy$,
    access.in_care_of('result_review.patient_id', 'my_clinical_teams'));
  -- A practice reads what was released, while the person is registered there.
  execute format($policy$create policy read_released on result for select to app using (%s and coalesce((
      select true from result_release as release
      where release.result_id = result.id and release.patient_id = result.patient_id and release.released_at <= now() limit 1), false))$policy$,
    access.in_care_of('result.patient_id', 'my_practice_teams'));
end $$;

-- What could not be attached to a person belongs to the organisation that took it in: its clinical teams settle it.
create function access.my_clinical_organisations() returns uuid[] language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(array_agg(distinct team.organisation_id), '{}') from team where team.id = any (access.my_clinical_teams())
$$;
revoke all on function access.my_clinical_organisations() from public;
grant execute on function access.my_clinical_organisations() to app, worker, access_rules;
grant create on schema access to access_rules;
alter function access.my_clinical_organisations() owner to access_rules;
revoke create on schema access from access_rules;
grant select, insert on inbound_message, unmatched_result to app;
grant update (settled_at, settled_by_id, settlement, result_id, reason, version) on unmatched_result to app;
create policy own_organisation on inbound_message for select to app
  using (organisation_id = any ((select access.my_clinical_organisations())::uuid[]));
create policy take_in on inbound_message for insert to app
  with check (organisation_id = any ((select access.my_clinical_organisations())::uuid[]) and source <> 'message');
create policy own_organisation on unmatched_result for select to app
  using (organisation_id = any ((select access.my_clinical_organisations())::uuid[]));
create policy take_in on unmatched_result for insert to app
  with check (organisation_id = any ((select access.my_clinical_organisations())::uuid[]));
create policy settle on unmatched_result for update to app
  using (organisation_id = any ((select access.my_clinical_organisations())::uuid[]))
  with check (organisation_id = any ((select access.my_clinical_organisations())::uuid[]));

grant update (follow_up_decision_days, result_chase_days, result_review_working_days, result_telling_working_days, recall_days) on team to app;

-- Policies of one table are asked in the order of their names, backwards: care, which nearly always answers, comes first.
do $$
declare each record;
begin
  for each in select polname, polrelid::regclass as police from pg_policy where polname = 'read_in_emergency' loop
    execute format('alter policy %I on %s rename to emergency_read', each.polname, each.police);
  end loop;
end $$;

-- The log of contacts: who got in touch about a patient, why, how urgent it was and by when they were promised an answer;
-- and what came of it.

-- CreateEnum
CREATE TYPE "contact_caller" AS ENUM ('patient', 'carer', 'practice', 'someone_else');

-- CreateEnum
CREATE TYPE "contact_channel" AS ENUM ('telephone', 'letter', 'in_person', 'email', 'link');

-- CreateEnum
CREATE TYPE "contact_reason" AS ENUM ('symptom', 'side_effect', 'worry_of_return', 'result', 'appointment', 'medicine', 'feelings', 'practical', 'something_else');

-- CreateEnum
CREATE TYPE "contact_urgency" AS ENUM ('emergency', 'same_day', 'standard');

-- CreateEnum
CREATE TYPE "contact_event_kind" AS ENUM ('called_back', 'not_reached', 'handed_to', 'escalated', 'decided', 'moved', 'seen', 'ended');

-- CreateEnum
CREATE TYPE "contact_outcome" AS ENUM ('advice_only', 'appointment', 'back_to_pathway', 'tests_asked', 'sent_to_emergency', 'other_service');

-- AlterTable
ALTER TABLE "team" ADD COLUMN     "contact_answer_working_hours" INTEGER NOT NULL DEFAULT 8;

-- CreateTable
CREATE TABLE "contact" (
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "contacted_at" TIMESTAMPTZ(3) NOT NULL,
    "caller" "contact_caller" NOT NULL,
    "caller_name" TEXT,
    "channel" "contact_channel" NOT NULL,
    "reason" "contact_reason" NOT NULL,
    "words" TEXT NOT NULL,
    "call_back_number" TEXT,
    "questions_version" TEXT NOT NULL,
    "answers" JSONB NOT NULL,
    "urgency" "contact_urgency" NOT NULL,
    "advice_given" BOOLEAN NOT NULL DEFAULT false,
    "answer_by" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID,

    CONSTRAINT "contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact_event" (
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "kind" "contact_event_kind" NOT NULL,
    "outcome" "contact_outcome",
    "again_on" DATE,
    "appointment_on" DATE,
    "to_team_id" UUID,
    "to_staff_id" UUID,
    "note" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID,

    CONSTRAINT "contact_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "contact_patient_id_contacted_at_idx" ON "contact"("patient_id", "contacted_at");

-- CreateIndex
CREATE INDEX "contact_team_id_contacted_at_idx" ON "contact"("team_id", "contacted_at");

-- CreateIndex
CREATE UNIQUE INDEX "contact_patient_id_id_key" ON "contact"("patient_id", "id");

-- CreateIndex
CREATE INDEX "contact_event_contact_id_idx" ON "contact_event"("contact_id");

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_event" ADD CONSTRAINT "contact_event_patient_id_contact_id_fkey" FOREIGN KEY ("patient_id", "contact_id") REFERENCES "contact"("patient_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_event" ADD CONSTRAINT "contact_event_to_team_id_fkey" FOREIGN KEY ("to_team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What must hold for every row, whoever writes it.
alter table team add constraint team_contact_standards_possible check (contact_answer_working_hours between 1 and 40);
alter table contact
  add constraint contact_text_length check (
    char_length(words) between 1 and 10000 and char_length(coalesce(caller_name, '')) <= 200
    and char_length(coalesce(call_back_number, '')) <= 50),
  add constraint contact_answers_size check (jsonb_typeof(answers) = 'object' and pg_column_size(answers) <= 10000),
  add constraint contact_answer_after_contact check (answer_by > contacted_at),
  -- Nobody files an emergency without having said what to do now.
  add constraint contact_emergency_advised check (urgency <> 'emergency' or advice_given);
alter table contact_event
  add constraint contact_event_outcome check ((kind = 'decided') = (outcome is not null)),
  add constraint contact_event_appointment check (
    coalesce(kind = 'moved' or outcome = 'appointment', false) = (appointment_on is not null)),
  add constraint contact_event_again check ((kind = 'not_reached') = (again_on is not null)),
  add constraint contact_event_handed check (case kind
    when 'handed_to' then to_team_id is not null
    when 'escalated' then to_team_id is null
    else to_team_id is null and to_staff_id is null end),
  add constraint contact_event_reason check (kind not in ('decided', 'moved', 'ended') or char_length(note) >= 3),
  add constraint contact_event_text_length check (char_length(coalesce(note, '')) <= 10000);
-- Decided, seen and ended once: whoever comes second is told what the first one said.
create unique index contact_event_once on contact_event (contact_id, kind) where kind in ('decided', 'seen', 'ended');

do $$
declare fact text;
begin
  foreach fact in array array['contact', 'contact_event'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()', fact || '_is_a_fact', fact);
    execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()', fact || '_is_kept', fact);
    execute format('alter table %I enable row level security', fact);
    execute format('alter table %I force row level security', fact);
  end loop;
end $$;

-- Access: the table says who, the same as lib/access/access-table.ts. A practice records a contact and sees what comes of it.
call access.police_by_patient('contact', 'my_teams', 'my_teams', null);
call access.police_by_patient('contact_event', 'my_teams', 'my_clinical_teams', null);
-- Policies of one table are asked in the order of their names, backwards: care comes first.
alter policy read_in_emergency on contact rename to emergency_read;
alter policy read_in_emergency on contact_event rename to emergency_read;

grant update (contact_answer_working_hours) on team to app;

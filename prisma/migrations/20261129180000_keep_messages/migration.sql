-- CreateEnum
CREATE TYPE "message_channel" AS ENUM ('letter', 'email', 'text_message');

-- CreateEnum
CREATE TYPE "message_recipient" AS ENUM ('person', 'practice');

-- CreateEnum
CREATE TYPE "message_event_kind" AS ENUM ('handing_over', 'sent', 'failed', 'stopped', 'uncertain', 'withdrawn', 'answered', 'told_otherwise', 'not_needed');

-- CreateEnum
CREATE TYPE "contact_block_reason" AS ENUM ('wrong_address', 'restricted', 'opted_out');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "task_kind" ADD VALUE 'post_letter';
ALTER TYPE "task_kind" ADD VALUE 'settle_message';

-- CreateTable
CREATE TABLE "message" (
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "channel" "message_channel" NOT NULL,
    "recipient" "message_recipient" NOT NULL,
    "recipient_team_id" UUID,
    "template" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "about" TEXT NOT NULL,
    "not_before" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID,

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message_event" (
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "message_id" UUID NOT NULL,
    "kind" "message_event_kind" NOT NULL,
    "detail" TEXT,
    "on" DATE,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID,

    CONSTRAINT "message_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact_block" (
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "channel" "message_channel",
    "reason" "contact_block_reason" NOT NULL,
    "note" TEXT,
    "started_on" DATE NOT NULL,
    "ended_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID,

    CONSTRAINT "contact_block_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "message_about_key" ON "message"("about");

-- CreateIndex
CREATE INDEX "message_patient_id_idx" ON "message"("patient_id");

-- CreateIndex
CREATE UNIQUE INDEX "message_patient_id_id_key" ON "message"("patient_id", "id");

-- CreateIndex
CREATE INDEX "message_event_message_id_idx" ON "message_event"("message_id");

-- CreateIndex
CREATE INDEX "contact_block_patient_id_idx" ON "contact_block"("patient_id");

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_recipient_team_id_fkey" FOREIGN KEY ("recipient_team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_event" ADD CONSTRAINT "message_event_patient_id_message_id_fkey" FOREIGN KEY ("patient_id", "message_id") REFERENCES "message"("patient_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_block" ADD CONSTRAINT "contact_block_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What must hold for every row, whoever writes it.
alter table message
  add constraint message_to_whom check ((recipient = 'practice') = (recipient_team_id is not null)),
  add constraint message_size check (
    pg_column_size(content) <= 1000000 and char_length(template) between 1 and 60 and char_length(about) between 1 and 200);
alter table message_event
  add constraint message_event_says_why check (kind not in ('stopped', 'failed', 'uncertain', 'withdrawn', 'told_otherwise', 'not_needed') or char_length(detail) >= 3),
  add constraint message_event_text_length check (char_length(coalesce(detail, '')) <= 1000);
-- Once gone or stopped, it is over: whoever comes second finds it so.
create unique index message_event_over_once on message_event (message_id) where kind in ('sent', 'stopped');
create unique index message_event_said_once on message_event (message_id, kind) where kind in ('withdrawn', 'answered');
create unique index message_event_settled_once on message_event (message_id) where kind in ('told_otherwise', 'not_needed');
alter table contact_block
  add constraint contact_block_days check (ended_on is null or ended_on >= started_on),
  add constraint contact_block_text_length check (char_length(coalesce(note, '')) <= 1000);
create unique index contact_block_one_open on contact_block (patient_id, reason, channel) nulls not distinct where ended_on is null;
do $$
declare fact text;
begin
  foreach fact in array array['message', 'message_event'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()', fact || '_is_a_fact', fact);
    execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()', fact || '_is_kept', fact);
  end loop;
end $$;

-- Access: the table says who, the same as lib/access/access-table.ts.
do $$
declare each_table text;
begin
  foreach each_table in array array['message', 'message_event', 'contact_block'] loop
    execute format('alter table %I enable row level security', each_table);
    execute format('alter table %I force row level security', each_table);
  end loop;
end $$;
call access.police_by_patient('message', 'my_clinical_teams', 'my_clinical_teams', null);
call access.police_by_patient('message_event', 'my_clinical_teams', 'my_clinical_teams', null);
call access.police_by_patient('contact_block', 'my_clinical_teams', 'my_clinical_teams', 'my_clinical_teams');
-- Only teams that have the person in care write, and only to the practice that the person is registered with.
create policy send_among_those_who_care on message as restrictive for insert to app with check (
  access.team_cares(team_id, patient_id) and (recipient_team_id is null or access.team_cares(recipient_team_id, patient_id)));
-- What was sent to a practice stays readable to it as sent.
create policy read_as_sent on message for select to app using (
  recipient_team_id = any ((select access.my_practice_teams())::uuid[]));
create policy read_as_sent on message_event for select to app using (coalesce((
  select true from message where message.id = message_event.message_id
    and message.recipient_team_id = any ((select access.my_practice_teams())::uuid[]) limit 1), false));

-- Last of all, what a job writes in the access log is chained as any other entry is.
grant execute on function access.chain_of(uuid, uuid, uuid) to worker;
-- The worker sends, as a named job: it reads the message, how to reach the person and what stands against it.
grant select on message, message_event, contact_block to worker;
grant insert on message_event to worker;
grant select (id, name, telephone) on team to worker;
create policy send_messages on team for select to worker using ((select access.system_job()) = 'send_message');
grant select (id, title, given_name, family_name, died_on, mobile_telephone, email, address_line_1, address_line_2, postcode, shares_with_practice) on patient to worker;
do $$
declare each_table text;
begin
  foreach each_table in array array['message', 'message_event', 'contact_block', 'patient'] loop
    execute format($policy$create policy send_messages on %I for select to worker using ((select access.system_job()) = 'send_message')$policy$, each_table);
  end loop;
end $$;
create policy send_messages_note on message_event for insert to worker with check (
  (select access.system_job()) = 'send_message' and kind in ('handing_over', 'sent', 'failed', 'stopped', 'uncertain'));

-- What is purged is opened by the job that purges it, and by no other: a draft says much of a person.
do $$
declare
  each_table text;
  job text;
begin
  foreach each_table in array array['draft', 'patient_import', 'patient_import_row', 'submission', 'login_attempt', 'staff_invitation', 'staff_session'] loop
    job := case when each_table in ('draft', 'patient_import', 'patient_import_row') then 'purge_drafts' else 'purge_traces' end;
    execute format('alter policy named_job on %I using ((select access.system_job()) = %2$L) with check ((select access.system_job()) = %2$L)', each_table, job);
  end loop;
end $$;

-- Policies of one table are asked in the order of their names, backwards: care, which nearly always answers, comes first.
do $$
declare each record;
begin
  for each in select polname, polrelid::regclass as police from pg_policy where polname = 'read_in_emergency' loop
    execute format('alter policy %I on %s rename to emergency_read', each.polname, each.police);
  end loop;
end $$;

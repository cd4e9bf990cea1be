-- CreateEnum
CREATE TYPE "document_link_purpose" AS ENUM ('answer_treatment_summary');

-- CreateEnum
CREATE TYPE "document_link_event_kind" AS ENUM ('opened', 'refused', 'read', 'answered', 'finished', 'revoked');

-- AlterTable
ALTER TABLE "practice_request_event" ADD COLUMN     "recorded_by_link_id" UUID;

-- AlterTable
ALTER TABLE "submission" ADD COLUMN     "link_id" UUID,
ALTER COLUMN "staff_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "treatment_summary_delivery" ADD COLUMN     "seen_by_link_id" UUID;

-- CreateTable
CREATE TABLE "document_link" (
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "purpose" "document_link_purpose" NOT NULL,
    "delivery_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "channel" "summary_channel" NOT NULL,
    "token_hash" TEXT NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "issued_by_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "document_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document_link_event" (
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "link_id" UUID NOT NULL,
    "kind" "document_link_event_kind" NOT NULL,
    "subject_id" UUID,
    "reason" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID,

    CONSTRAINT "document_link_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document_link_session" (
    "id" UUID NOT NULL,
    "link_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "document_link_session_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "document_link_token_hash_key" ON "document_link"("token_hash");

-- CreateIndex
CREATE INDEX "document_link_delivery_id_idx" ON "document_link"("delivery_id");

-- CreateIndex
CREATE UNIQUE INDEX "document_link_patient_id_id_key" ON "document_link"("patient_id", "id");

-- CreateIndex
CREATE INDEX "document_link_event_link_id_idx" ON "document_link_event"("link_id");

-- CreateIndex
CREATE UNIQUE INDEX "document_link_session_token_hash_key" ON "document_link_session"("token_hash");

-- CreateIndex
CREATE INDEX "document_link_session_link_id_idx" ON "document_link_session"("link_id");

-- CreateIndex
CREATE UNIQUE INDEX "treatment_summary_delivery_patient_id_id_key" ON "treatment_summary_delivery"("patient_id", "id");

-- AddForeignKey
ALTER TABLE "document_link" ADD CONSTRAINT "document_link_patient_id_delivery_id_fkey" FOREIGN KEY ("patient_id", "delivery_id") REFERENCES "treatment_summary_delivery"("patient_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_link" ADD CONSTRAINT "document_link_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_link_event" ADD CONSTRAINT "document_link_event_patient_id_link_id_fkey" FOREIGN KEY ("patient_id", "link_id") REFERENCES "document_link"("patient_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_link_session" ADD CONSTRAINT "document_link_session_link_id_fkey" FOREIGN KEY ("link_id") REFERENCES "document_link"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What must always be true, which Prisma cannot say.
alter table document_link
  add constraint document_link_token_hash check (token_hash ~ '^[0-9a-f]{64}$'),
  add constraint document_link_expiry check (expires_at > issued_at and expires_at <= issued_at + interval '31 days'),
  add constraint document_link_channel check (channel in ('secure_email', 'post', 'by_hand'));
alter table document_link_event
  add constraint document_link_event_reason check (kind <> 'revoked' or char_length(reason) between 3 and 500),
  add constraint document_link_event_subject check ((kind = 'answered') = (subject_id is not null)),
  add constraint document_link_event_by check ((kind = 'revoked') = (recorded_by_id is not null));
create unique index document_link_event_once on document_link_event (link_id, kind) where kind in ('finished', 'revoked');
alter table document_link_session
  add constraint document_link_session_token_hash check (token_hash ~ '^[0-9a-f]{64}$');
alter table submission add constraint submission_of_one check (num_nonnulls(staff_id, link_id) = 1);
alter table practice_request_event
  add constraint practice_request_event_by_one check (num_nonnulls(recorded_by_id, recorded_by_link_id) <= 1);
alter table treatment_summary_delivery
  add constraint treatment_summary_delivery_seen_by_one check (num_nonnulls(seen_by_id, seen_by_link_id) <= 1);

do $$
declare fact text;
begin
  foreach fact in array array['document_link', 'document_link_event'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()', fact || '_is_a_fact', fact);
    execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()', fact || '_is_kept', fact);
  end loop;
end $$;

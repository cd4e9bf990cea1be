-- CreateEnum
CREATE TYPE "result_file_state" AS ENUM ('reviewing', 'applied', 'discarded');

-- AlterTable
ALTER TABLE "unmatched_result" ADD COLUMN     "sent_hash" TEXT;

-- CreateTable
CREATE TABLE "result_file" (
    "id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_hash" TEXT NOT NULL,
    "content" BYTEA,
    "state" "result_file_state" NOT NULL DEFAULT 'reviewing',
    "report" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "finished_by_id" UUID,

    CONSTRAINT "result_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "result_file_row" (
    "file_id" UUID NOT NULL,
    "row" INTEGER NOT NULL,
    "verdict" TEXT NOT NULL,
    "reason" TEXT,
    "content" JSONB NOT NULL,
    "outcome" TEXT,

    CONSTRAINT "result_file_row_pkey" PRIMARY KEY ("file_id","row")
);

-- CreateIndex
CREATE INDEX "result_file_team_id_created_at_idx" ON "result_file"("team_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "unmatched_result_organisation_id_sent_hash_key" ON "unmatched_result"("organisation_id", "sent_hash");

-- AddForeignKey
ALTER TABLE "result_file" ADD CONSTRAINT "result_file_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "result_file_row" ADD CONSTRAINT "result_file_row_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "result_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- A laboratory may correct by file what it never sent here, as it may by message.
alter table result drop constraint result_correction,
  add constraint result_correction check (status <> 'corrected' or source in ('message', 'file') or replaces_id is not null);
-- A row of a file is known by what it says, whoever settled it and whichever file it came in.
alter table unmatched_result add constraint unmatched_result_sent_hash check (sent_hash is null or sent_hash ~ '^[0-9a-f]{64}$');

alter table result_file
  add constraint result_file_finished_whole check ((state = 'reviewing') = (finished_at is null)),
  add constraint result_file_kept check ((state = 'reviewing') = (content is not null)),
  add constraint result_file_size check (octet_length(content) <= 1048576 and char_length(file_name) <= 1000);
alter table result_file_row
  add constraint result_file_row_verdict check (verdict in ('file', 'queue', 'known', 'rejected')),
  add constraint result_file_row_outcome check (outcome is null or outcome in ('filed', 'queued', 'known'));
create index result_file_row_waiting on result_file_row (file_id, row) where outcome is null;

-- A file is its team's; who may see it may see its rows: row security of the one decides about the other.
do $$
declare each_table text;
begin
  foreach each_table in array array['result_file', 'result_file_row'] loop
    execute format('alter table %I enable row level security', each_table);
    execute format('alter table %I force row level security', each_table);
  end loop;
end $$;
grant select, insert, update on result_file to app;
create policy own_clinical_teams on result_file for all to app
  using (team_id = any ((select access.my_clinical_teams())::uuid[])) with check (team_id = any ((select access.my_clinical_teams())::uuid[]));
grant select, insert, update, delete on result_file_row to app;
create policy own_clinical_teams on result_file_row for all to app
  using (file_id in (select id from result_file)) with check (file_id in (select id from result_file));
-- A file that nobody decided about is put away by the named job that discards drafts.
grant select (id, state, created_at), update (state, content, finished_at) on result_file to worker;
grant select (file_id), delete on result_file_row to worker;
create policy named_job on result_file to worker
  using ((select access.system_job()) is not null) with check ((select access.system_job()) is not null);
create policy named_job on result_file_row to worker
  using ((select access.system_job()) is not null) with check ((select access.system_job()) is not null);

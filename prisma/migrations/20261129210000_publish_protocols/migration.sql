-- CreateEnum
CREATE TYPE "protocol_publication_kind" AS ENUM ('published', 'withdrawn');

-- CreateTable
CREATE TABLE "protocol_publication" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "protocol_code" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "protocol_publication_kind" NOT NULL,
    "protocol_version" TEXT NOT NULL,
    "content" JSONB,
    "sites" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "approved_by" TEXT,
    "approved_on" DATE,
    "reason" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID,

    CONSTRAINT "protocol_publication_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "protocol_publication_organisation_id_protocol_code_number_key" ON "protocol_publication"("organisation_id", "protocol_code", "number");

-- AddForeignKey
ALTER TABLE "protocol_publication" ADD CONSTRAINT "protocol_publication_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What must hold for every row, whoever writes it.
alter table protocol_publication
  add constraint protocol_publication_number check (number >= 1),
  add constraint protocol_publication_names check (
    char_length(protocol_code) between 1 and 60 and char_length(protocol_version) between 1 and 60),
  add constraint protocol_publication_whole check (
    (kind = 'published' and content is not null and cardinality(sites) > 0
      and char_length(approved_by) between 3 and 200 and approved_on is not null)
    or (kind = 'withdrawn' and content is null and number > 1 and char_length(reason) >= 3)),
  add constraint protocol_publication_size check (
    pg_column_size(content) <= 1000000 and char_length(coalesce(reason, '')) <= 10000);
create trigger protocol_publication_is_a_fact before update or delete on protocol_publication
  for each row execute function refuse_change();
create trigger protocol_publication_is_kept before truncate on protocol_publication
  for each statement execute function refuse_change();

-- Access: administrators publish for their own organisation; its hospital teams read what they may choose from.
alter table protocol_publication enable row level security;
alter table protocol_publication force row level security;
grant select, insert on protocol_publication to app;
create policy read_in_organisation on protocol_publication for select to app using (
  organisation_id = any ((select access.my_clinical_organisations())::uuid[])
  or organisation_id = any ((select access.my_admin_organisations())::uuid[]));
create policy publish on protocol_publication for insert to app with check (
  organisation_id = any ((select access.my_admin_organisations())::uuid[])
  and recorded_by_id = (select access.staff_id()));
create policy set_up on protocol_publication to owner using (true) with check (true);

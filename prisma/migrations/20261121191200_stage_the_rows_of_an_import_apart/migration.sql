-- The rows of an import wait one by one, so that a large file never has to be held, read or written as a whole.
CREATE TABLE "patient_import_row" (
    "import_id" UUID NOT NULL,
    "row" INTEGER NOT NULL,
    "verdict" TEXT NOT NULL,
    "reasons" TEXT[],
    "nhs_number" CHAR(10),
    "content" JSONB NOT NULL,

    CONSTRAINT "patient_import_row_pkey" PRIMARY KEY ("import_id","row")
);

CREATE INDEX "patient_import_row_import_id_nhs_number_idx" ON "patient_import_row"("import_id", "nhs_number");

ALTER TABLE "patient_import_row" ADD CONSTRAINT "patient_import_row_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "patient_import"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "patient_import" DROP COLUMN "staged_rows";

-- Who may see the import may see its rows: row security of the one decides about the other.
alter table patient_import_row enable row level security;
alter table patient_import_row force row level security;
grant select, insert, delete on patient_import_row to app;
create policy own_clinical_teams on patient_import_row for all to app
  using (import_id in (select id from patient_import)) with check (import_id in (select id from patient_import));
grant select, delete on patient_import_row to worker;
create policy named_job on patient_import_row to worker
  using ((select access.system_job()) is not null) with check ((select access.system_job()) is not null);

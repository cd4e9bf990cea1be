-- Diagnoses and treatments: what kind, how exactly known, staged and graded; phases of treatment; performance status; and
-- what each of them said before it was changed.

-- CreateEnum
CREATE TYPE "diagnosis_kind" AS ENUM ('primary', 'recurrence', 'progression');

-- AlterTable
ALTER TABLE "diagnosis" ADD COLUMN     "basis_of_diagnosis" TEXT,
ADD COLUMN     "diagnosed_on_precision" TEXT NOT NULL DEFAULT 'day',
ADD COLUMN     "grade" TEXT,
ADD COLUMN     "kind" "diagnosis_kind" NOT NULL DEFAULT 'primary',
ADD COLUMN     "m_category" TEXT,
ADD COLUMN     "n_category" TEXT,
ADD COLUMN     "primary_diagnosis_id" UUID,
ADD COLUMN     "stage_group" TEXT,
ADD COLUMN     "t_category" TEXT,
ADD COLUMN     "tnm_edition" TEXT,
ADD COLUMN     "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "updated_by_id" UUID;

-- AlterTable
ALTER TABLE "treatment" ADD COLUMN     "given_by" TEXT,
ADD COLUMN     "outcome" TEXT,
ADD COLUMN     "phase_id" UUID;

-- CreateTable
CREATE TABLE "treatment_phase" (
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "diagnosis_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "started_on" DATE NOT NULL,
    "ended_on" DATE,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "treatment_phase_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "performance_status" (
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "grade" TEXT NOT NULL,
    "assessed_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID,

    CONSTRAINT "performance_status_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clinical_row_version" (
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "entity" TEXT NOT NULL,
    "entity_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "replaced_at" TIMESTAMPTZ(3) NOT NULL,
    "replaced_by_id" UUID,

    CONSTRAINT "clinical_row_version_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "treatment_phase_patient_id_id_key" ON "treatment_phase"("patient_id", "id");

-- CreateIndex
CREATE INDEX "performance_status_patient_id_assessed_on_idx" ON "performance_status"("patient_id", "assessed_on");

-- CreateIndex
CREATE INDEX "clinical_row_version_patient_id_idx" ON "clinical_row_version"("patient_id");

-- CreateIndex
CREATE UNIQUE INDEX "clinical_row_version_entity_id_version_key" ON "clinical_row_version"("entity_id", "version");

-- AddForeignKey
ALTER TABLE "diagnosis" ADD CONSTRAINT "diagnosis_patient_id_primary_diagnosis_id_fkey" FOREIGN KEY ("patient_id", "primary_diagnosis_id") REFERENCES "diagnosis"("patient_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "treatment" ADD CONSTRAINT "treatment_patient_id_phase_id_fkey" FOREIGN KEY ("patient_id", "phase_id") REFERENCES "treatment_phase"("patient_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "treatment_phase" ADD CONSTRAINT "treatment_phase_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "treatment_phase" ADD CONSTRAINT "treatment_phase_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "treatment_phase" ADD CONSTRAINT "treatment_phase_patient_id_diagnosis_id_fkey" FOREIGN KEY ("patient_id", "diagnosis_id") REFERENCES "diagnosis"("patient_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "performance_status" ADD CONSTRAINT "performance_status_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "performance_status" ADD CONSTRAINT "performance_status_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clinical_row_version" ADD CONSTRAINT "clinical_row_version_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What must hold for every row, whoever writes it.
alter table diagnosis
  add constraint diagnosis_course check ((kind = 'primary') = (primary_diagnosis_id is null) and primary_diagnosis_id is distinct from id),
  add constraint diagnosis_period check (
    diagnosed_on_precision in ('day', 'month', 'year')
    and (diagnosed_on_precision = 'day' or extract(day from diagnosed_on) = 1)
    and (diagnosed_on_precision <> 'year' or extract(month from diagnosed_on) = 1)),
  add constraint diagnosis_tnm_shape check (
    (t_category is null or t_category ~ '^[yr]?[cp]T[0-9a-zX]{1,3}$')
    and (n_category is null or n_category ~ '^[yr]?[cp]N[0-9a-zX]{1,3}$')
    and (m_category is null or m_category ~ '^[yr]?[cp]M[0-9a-zX]{1,3}$')
    and (tnm_edition is null or tnm_edition in ('7', '8', '9'))),
  add constraint diagnosis_text_length check (
    char_length(coalesce(basis_of_diagnosis, '')) <= 3 and char_length(coalesce(grade, '')) <= 5
    and char_length(coalesce(stage_group, '')) <= 10 and char_length(coalesce(stage_in_words, '')) <= 200);
create index diagnosis_by_primary on diagnosis (primary_diagnosis_id) where primary_diagnosis_id is not null;
alter table treatment
  add constraint treatment_outcome_once_over check (outcome is null or ended_on is not null),
  add constraint treatment_text_length check (char_length(coalesce(outcome, '')) <= 2 and char_length(coalesce(given_by, '')) <= 200);
create index treatment_by_phase on treatment (phase_id) where phase_id is not null;
alter table treatment_phase
  add constraint treatment_phase_ends_after_start check (ended_on is null or ended_on >= started_on),
  add constraint treatment_phase_text_length check (char_length(name) between 1 and 200);
alter table performance_status add constraint performance_status_grade check (grade in ('0', '1', '2', '3', '4'));
alter table clinical_row_version add constraint clinical_row_version_entity check (entity in ('diagnosis', 'treatment', 'treatment_phase'));

do $$
declare fact text;
begin
  foreach fact in array array['performance_status', 'clinical_row_version'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()', fact || '_is_a_fact', fact);
    execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()', fact || '_is_kept', fact);
  end loop;
end $$;

-- Access: phases as treatments, performance status and what rows said before as diagnoses: the same as lib/access/access-table.ts.
do $$
declare each_table text;
begin
  foreach each_table in array array['treatment_phase', 'performance_status', 'clinical_row_version'] loop
    execute format('alter table %I enable row level security', each_table);
    execute format('alter table %I force row level security', each_table);
  end loop;
end $$;
call access.police_by_patient('treatment_phase', 'my_teams', 'my_clinician_teams', 'my_clinician_teams');
call access.police_by_patient('performance_status', 'my_teams', 'my_clinician_teams', null);
call access.police_by_patient('clinical_row_version', 'my_teams', null, null);

-- Who may read a performance status learns too that it was recorded in error.
do $$
begin
  execute format($policy$create policy read_performance_status_in_care on voided_fact for select to app
    using (entity = 'performance_status' and %s)$policy$, access.in_care_of('voided_fact.patient_id', 'my_teams'));
end $$;
create policy emergency_read_performance_status on voided_fact for select to app using (
  entity = 'performance_status' and patient_id = any ((select access.my_emergency_patients())::uuid[]));

-- What was there before stays, with who changed it and when; the application cannot change such a row without moving its
-- version, nor write here itself.
grant select, insert on clinical_row_version to access_rules;
create policy decide on clinical_row_version to access_rules using (true) with check (true);
create function access.keep_clinical_row() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
declare
  before jsonb := to_jsonb(old);
  after jsonb := to_jsonb(new);
  stamp text := case when after ->> 'voided_at' is distinct from before ->> 'voided_at' then 'voided_at' else 'updated_at' end;
begin
  if session_user = 'app' and new.version <> old.version + 1 then
    raise exception 'a change of % moves its version by one', tg_table_name using errcode = 'restrict_violation';
  end if;
  insert into clinical_row_version (id, patient_id, entity, entity_id, version, content, replaced_at, replaced_by_id)
  values (uuidv7(), old.patient_id, tg_table_name, old.id, old.version, before,
    case when after ->> stamp is distinct from before ->> stamp then coalesce((after ->> stamp)::timestamptz, now()) else now() end,
    access.staff_id());
  return null;
end $$;
do $$
declare kept text;
begin
  foreach kept in array array['diagnosis', 'treatment', 'treatment_phase'] loop
    execute format('create trigger %I after update on %I for each row when (old.* is distinct from new.*) execute function access.keep_clinical_row()',
      kept || '_keeps_what_was', kept);
  end loop;
end $$;
revoke all on function access.keep_clinical_row() from public;
grant create on schema access to access_rules;
alter function access.keep_clinical_row() owner to access_rules;
revoke create on schema access from access_rules;

-- Policies of one table are asked in the order of their names, backwards: care, which nearly always answers, comes first.
do $$
declare each record;
begin
  for each in select polname, polrelid::regclass as police from pg_policy where polname = 'read_in_emergency' loop
    execute format('alter policy %I on %s rename to emergency_read', each.polname, each.police);
  end loop;
end $$;

-- AlterTable
ALTER TABLE "surveillance_test_event" ADD COLUMN     "next_on" DATE;

-- CreateTable
CREATE TABLE "result_telling" (
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "result_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "on" DATE NOT NULL,
    "told_by" "told_by" NOT NULL,
    "next_on" DATE,
    "note" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID,

    CONSTRAINT "result_telling_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "chosen_test" (
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "result_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "test_id" UUID,
    "reason" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID,

    CONSTRAINT "chosen_test_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "result_telling_result_id_idx" ON "result_telling"("result_id");

-- CreateIndex
CREATE INDEX "chosen_test_result_id_idx" ON "chosen_test"("result_id");

-- CreateIndex
CREATE INDEX "chosen_test_test_id_idx" ON "chosen_test"("test_id");

-- AddForeignKey
ALTER TABLE "result_telling" ADD CONSTRAINT "result_telling_patient_id_result_id_fkey" FOREIGN KEY ("patient_id", "result_id") REFERENCES "result"("patient_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "chosen_test" ADD CONSTRAINT "chosen_test_patient_id_result_id_fkey" FOREIGN KEY ("patient_id", "result_id") REFERENCES "result"("patient_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "chosen_test" ADD CONSTRAINT "chosen_test_patient_id_test_id_fkey" FOREIGN KEY ("patient_id", "test_id") REFERENCES "surveillance_test"("patient_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- The next date goes with the telling and with nothing else.
alter table surveillance_test_event
  add constraint surveillance_test_event_next check (next_on is null or (kind = 'told' and next_on >= "on"));
alter table result_telling
  add constraint result_telling_next check (next_on is null or next_on >= "on"),
  add constraint result_telling_text_length check (char_length(coalesce(note, '')) <= 10000);
alter table chosen_test
  add constraint chosen_test_reason check (char_length(reason) between 3 and 10000);

do $$
declare fact text;
begin
  foreach fact in array array['result_telling', 'chosen_test'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()', fact || '_is_a_fact', fact);
    execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()', fact || '_is_kept', fact);
    execute format('alter table %I enable row level security', fact);
    execute format('alter table %I force row level security', fact);
    execute format('call access.police_by_patient(%L, ''my_clinical_teams'', ''my_clinical_teams'', null)', fact);
    execute format('alter policy read_in_emergency on %I rename to emergency_read', fact);
  end loop;
end $$;

-- Jobs work out what is owed from these too. The nightly one read no judgements, so that a review from before an alert seemed to
-- stand and the second review was taken for done; it reads what the commands read.
grant select on result_telling, chosen_test to worker;
do $$
declare each_table text;
begin
  foreach each_table in array array['result_judgement', 'result_release', 'result_telling', 'chosen_test'] loop
    execute format($policy$create policy work_out_follow_up on %I for select to worker
      using ((select access.system_job()) in ('recompute_follow_up', 'receive_message'))$policy$, each_table);
  end loop;
end $$;

-- Who answers for what a team began about a patient: that team while it has them in care, else the hospital or community team that
-- has had them longest. For whoever may open tasks about them.
grant create on schema access to access_rules;
set role access_rules;
create function access.answering_team(wanted_team uuid, wanted_patient uuid) returns uuid language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
  select care.team_id
  from care_relationship as care join team on team.id = care.team_id
  where care.patient_id = wanted_patient and team.kind <> 'practice' and care.started_on <= access.today()
    and (care.ended_on is null or care.ended_on > access.today())
    and (access.is_job() or access.has_care(wanted_patient, 'clinician', 'support_worker'))
  order by care.team_id <> wanted_team, care.started_on, care.id
  limit 1
$$;
revoke all on function access.answering_team(uuid, uuid) from public;
grant execute on function access.answering_team(uuid, uuid) to app, worker;
reset role;
revoke create on schema access from access_rules;

-- CreateTable
CREATE TABLE "patient_statement" (
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "message_id" UUID NOT NULL,
    "said_at" TIMESTAMPTZ(3) NOT NULL,
    "parts" TEXT[],
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "patient_statement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "retired_number" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "message_id" UUID NOT NULL,
    "value" TEXT NOT NULL,
    "is_nhs_number" BOOLEAN NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "retired_number_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "patient_statement_patient_id_idx" ON "patient_statement"("patient_id");

-- CreateIndex
CREATE UNIQUE INDEX "retired_number_organisation_id_value_is_nhs_number_key" ON "retired_number"("organisation_id", "value", "is_nhs_number");

-- AddForeignKey
ALTER TABLE "patient_statement" ADD CONSTRAINT "patient_statement_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "patient_statement" ADD CONSTRAINT "patient_statement_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "inbound_message"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "retired_number" ADD CONSTRAINT "retired_number_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "retired_number" ADD CONSTRAINT "retired_number_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "retired_number" ADD CONSTRAINT "retired_number_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "inbound_message"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was said stays as it was said.
do $$
declare fact text;
begin
  foreach fact in array array['patient_statement', 'retired_number'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()', fact || '_is_a_fact', fact);
    execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()', fact || '_is_kept', fact);
    execute format('alter table %I enable row level security', fact);
    execute format('alter table %I force row level security', fact);
    execute format($policy$create policy receive_messages on %I for select to worker using ((select access.system_job()) = 'receive_message')$policy$, fact);
    execute format($policy$create policy receive_messages_in on %I for insert to worker with check ((select access.system_job()) = 'receive_message')$policy$, fact);
    execute format('grant select, insert on %I to worker', fact);
  end loop;
end $$;

-- The listener keeps demographics current: names, sex and how to reach the person, with an entry in the history. Neither the NHS
-- number nor the date of birth, by which a message is matched.
grant select (sex, address_line_1, address_line_2, postcode, mobile_telephone, home_telephone, email, preferred_name, version) on patient to worker;
grant update (title, given_name, family_name, search_name, sex, address_line_1, address_line_2, postcode, mobile_telephone, home_telephone, email,
  died_on, version, updated_at, updated_by_id) on patient to worker;
create policy receive_messages_change on patient for update to worker
  using ((select access.system_job()) = 'receive_message') with check ((select access.system_job()) = 'receive_message');
grant select, insert on patient_change to worker;
create policy receive_messages on patient_change for select to worker using ((select access.system_job()) = 'receive_message');
create policy receive_messages_in on patient_change for insert to worker
  with check ((select access.system_job()) = 'receive_message' and recorded_by_id is null);
grant select on patient_identifier to worker;
create policy receive_messages on patient_identifier for select to worker using ((select access.system_job()) = 'receive_message');
grant select (code) on team to worker;

-- A death that a message states closes what a recorded one closes, by the same functions: for the one person whom the message is
-- about, as long as the transaction says so. A death that is there is never changed or taken back by a message.
create function access.message_about() returns uuid language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select nullif(current_setting('app.message_about', true), '')::uuid
  where session_user = 'worker' and access.system_job() = 'receive_message'
$$;
revoke all on function access.message_about() from public;
grant execute on function access.message_about() to worker, access_rules;
create function keep_recorded_death() returns trigger language plpgsql as $$
begin
  if session_user = 'worker' then
    raise exception 'a message takes no death back' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger keep_recorded_death before update on patient for each row
  when (old.died_on is not null and new.died_on is distinct from old.died_on) execute function keep_recorded_death();
revoke all on function keep_recorded_death() from public;
do $$
declare fact record;
begin
  for fact in select * from (values
    ('diagnosis', 'id, patient_id, diagnosed_on, voided_at'), ('treatment', 'id, patient_id, started_on, ended_on, voided_at'),
    ('assessment_offer', 'id, patient_id, offered_on'), ('needs_assessment', 'id, patient_id, completed_on'),
    ('care_plan_event', 'patient_id, kind, "on"'), ('about_me_version', 'patient_id, told_on'), ('voided_fact', 'entity_id, patient_id')
  ) as wanted (name, columns) loop
    execute format('grant select (%s) on %I to worker', fact.columns, fact.name);
    execute format('create policy receive_death on %I for select to worker using (patient_id = (select access.message_about()))', fact.name);
  end loop;
end $$;
grant create on schema access to access_rules;
set role access_rules;
create or replace function access.has_care(wanted uuid, variadic roles team_role[]) returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
  select exists (select from access.my_care(wanted) as mine where mine.role = any (roles))
    or coalesce(wanted = access.message_about(), false)
$$;
grant execute on function access.discard_drafts(uuid, uuid), access.end_practice_requests(uuid, uuid, text, date), access.review_course_of(uuid) to worker;
reset role;
revoke create on schema access from access_rules;

-- What cancer care reviews agree: who does what by when, whichever side owns it; and the draft of a review, which is the practice's.

-- CreateEnum
CREATE TYPE "review_action_owner" AS ENUM ('person', 'practice', 'hospital_team');

-- CreateEnum
CREATE TYPE "review_action_event_kind" AS ENUM ('postponed', 'handed_on', 'done', 'declined', 'not_needed', 'withdrawn');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "task_kind" ADD VALUE 'hold_agreed_review';
ALTER TYPE "task_kind" ADD VALUE 'complete_review_action';
ALTER TYPE "task_kind" ADD VALUE 'answer_review_action';
ALTER TYPE "task_kind" ADD VALUE 'settle_review_action';

-- CreateTable
CREATE TABLE "review_action" (
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "owner_kind" "review_action_owner" NOT NULL,
    "owner_team_id" UUID,
    "what" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "is_shared" BOOLEAN NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID,

    CONSTRAINT "review_action_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_action_event" (
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "action_id" UUID NOT NULL,
    "kind" "review_action_event_kind" NOT NULL,
    "on" DATE NOT NULL,
    "note" TEXT,
    "due_on" DATE,
    "team_id" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID,

    CONSTRAINT "review_action_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "review_action_patient_id_review_id_idx" ON "review_action"("patient_id", "review_id");

-- CreateIndex
CREATE UNIQUE INDEX "review_action_patient_id_id_key" ON "review_action"("patient_id", "id");

-- CreateIndex
CREATE INDEX "review_action_event_action_id_idx" ON "review_action_event"("action_id");

-- AddForeignKey
ALTER TABLE "review_action" ADD CONSTRAINT "review_action_patient_id_review_id_fkey" FOREIGN KEY ("patient_id", "review_id") REFERENCES "cancer_care_review"("patient_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_action" ADD CONSTRAINT "review_action_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_action" ADD CONSTRAINT "review_action_owner_team_id_fkey" FOREIGN KEY ("owner_team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_action_event" ADD CONSTRAINT "review_action_event_patient_id_action_id_fkey" FOREIGN KEY ("patient_id", "action_id") REFERENCES "review_action"("patient_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_action_event" ADD CONSTRAINT "review_action_event_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What must hold for every row, whoever writes it.
alter table review_action
  add constraint review_action_whose check ((owner_kind = 'hospital_team') = (owner_team_id is not null)),
  add constraint review_action_asked_is_shared check (owner_team_id is null or is_shared),
  add constraint review_action_text_length check (char_length(what) between 1 and 10000);
alter table review_action_event
  add constraint review_action_event_date check ((kind = 'postponed') = (due_on is not null)),
  add constraint review_action_event_team check ((kind = 'handed_on') = (team_id is not null)),
  add constraint review_action_event_reason check (kind in ('done', 'postponed', 'handed_on') or coalesce(char_length(note), 0) >= 3),
  add constraint review_action_event_text_length check (char_length(coalesce(note, '')) <= 10000);
-- Each end is said once: whoever comes second is told what the first one said.
create unique index review_action_event_once on review_action_event (action_id, kind)
  where kind in ('done', 'declined', 'not_needed', 'withdrawn');

do $$
declare fact text;
begin
  foreach fact in array array['review_action', 'review_action_event'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()', fact || '_is_a_fact', fact);
    execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()', fact || '_is_kept', fact);
    execute format('alter table %I enable row level security', fact);
    execute format('alter table %I force row level security', fact);
    execute format('grant select on %I to access_rules', fact);
    execute format('create policy decide on %I to access_rules using (true) with check (true)', fact);
    execute format('grant select, insert on %I to app', fact);
  end loop;
  -- The practice: all of its registered people's. An emergency does not open them to another practice.
  execute format('create policy read_in_practice on review_action for select to app using (%s)',
    access.in_care_of('review_action.patient_id', 'my_practice_teams'));
  execute format('create policy create_in_practice on review_action for insert to app
    with check (team_id = any ((select access.my_practice_teams())::uuid[]) and %s)',
    access.in_care_of('review_action.patient_id', 'my_practice_teams'));
  -- Hospital teams: what the practice shares, and what is asked of one of them.
  execute format('create policy read_shared on review_action for select to app using (is_shared and %s)',
    access.in_care_of('review_action.patient_id', 'my_clinical_teams'));
  create policy emergency_read on review_action for select to app
    using (is_shared and patient_id = any ((select access.my_clinical_emergency_patients())::uuid[]));
  create policy read_with_action on review_action_event for select to app using (coalesce((
    select true from review_action as action
    where action.id = review_action_event.action_id and action.patient_id = review_action_event.patient_id limit 1), false));
  execute format('create policy answer_in_practice on review_action_event for insert to app
    with check (kind in (%L, %L, %L, %L) and %s and coalesce((
      select true from review_action as action
      where action.id = review_action_event.action_id and action.patient_id = review_action_event.patient_id limit 1), false))',
    'postponed', 'done', 'not_needed', 'withdrawn',
    access.in_care_of('review_action_event.patient_id', 'my_practice_teams'));
  execute format('create policy answer_in_hospital on review_action_event for insert to app
    with check (kind in (%L, %L, %L, %L) and %s and coalesce((
      select true from review_action as action
      where action.id = review_action_event.action_id and action.patient_id = review_action_event.patient_id
        and action.owner_kind = %L limit 1), false))',
    'postponed', 'handed_on', 'done', 'declined',
    access.in_care_of('review_action_event.patient_id', 'my_clinical_teams'), 'hospital_team');
end $$;

-- The draft of a review is the practice's, and no hospital team's: what was said in it never reaches them.
do $$
declare
  own text := 'form = ''cancer_care_review'' and team_id = any ((select access.my_practice_teams())::uuid[])';
  registered text := access.in_care_of('draft.patient_id', 'my_practice_teams');
begin
  execute format('create policy read_in_practice on draft for select to app using (%s and %s)', own, registered);
  execute format('create policy create_in_practice on draft for insert to app with check (%s and %s)', own, registered);
  execute format('create policy change_in_practice on draft for update to app using (%1$s and %2$s) with check (%1$s and %2$s)', own, registered);
  execute format('create policy discard_in_practice on draft for delete to app using (%s and %s)', own, registered);
  execute 'create policy reviews_are_the_practices on draft as restrictive for all to app
    using (form <> ''cancer_care_review'' or team_id = any ((select access.my_practice_teams())::uuid[]))
    with check (form <> ''cancer_care_review'' or team_id = any ((select access.my_practice_teams())::uuid[]))';
  execute 'alter policy of_own_team on draft
    with check (form = ''cancer_care_review'' or team_id = any ((select access.my_clinical_teams())::uuid[]))';
end $$;

-- The person moved practice: the draft of the one before goes, and what reviews agreed and is not settled is the new one's to
-- follow. Without a practice it waits for the next that is found. Whoever moves a registration may not read what was agreed.
create function access.move_review_actions(wanted_patient uuid, wanted_team uuid, settle_by date) returns integer
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare moved integer;
begin
  if not access.has_care(wanted_patient, 'clinician', 'support_worker') then
    raise exception 'not in care' using errcode = 'insufficient_privilege';
  end if;
  if wanted_team is not null and not access.team_cares(wanted_team, wanted_patient) then
    raise exception 'not in care' using errcode = 'insufficient_privilege';
  end if;
  delete from draft where patient_id = wanted_patient and form = 'cancer_care_review' and team_id is distinct from wanted_team;
  if wanted_team is null or exists (select from patient where id = wanted_patient and died_on is not null) then
    return 0;
  end if;
  insert into task (id, kind, patient_id, team_id, due_on, subject_id, detail, opened_by_id)
  select uuidv7(), owed.kind::task_kind, wanted_patient, wanted_team, owed.due_on, owed.subject_id, owed.words, access.staff_id()
  from (
    select case when declined.id is null then 'complete_review_action' else 'settle_review_action' end as kind,
      case when declined.id is null then coalesce(moved_to.due_on, action.due_on) else settle_by end as due_on,
      action.id as subject_id, left(action.what, 120) as words
    from review_action as action
    left join review_action_event as declined on declined.action_id = action.id and declined.kind = 'declined'
    left join lateral (
      select event.due_on from review_action_event as event
      where event.action_id = action.id and event.kind = 'postponed' order by event.recorded_at desc, event.id desc limit 1) as moved_to on true
    where action.patient_id = wanted_patient and (action.owner_kind <> 'hospital_team' or declined.id is not null)
      and not exists (
        select from review_action_event as event
        where event.action_id = action.id and event.kind in ('done', 'not_needed', 'withdrawn'))
    union all
    select 'hold_agreed_review', latest.next_review_on, latest.diagnosis_id, null
    from (
      select distinct on (review.diagnosis_id) review.diagnosis_id, review.next_review_on
      from cancer_care_review as review
      where review.patient_id = wanted_patient
        and not exists (select from voided_fact as voided where voided.entity_id = review.id)
      order by review.diagnosis_id, review.held_on desc, review.id desc) as latest
    where latest.next_review_on is not null
  ) as owed
  on conflict (kind, patient_id, team_id, subject_id) where closed_at is null do nothing;
  get diagnostics moved = row_count;
  return moved;
end $$;

revoke all on function access.move_review_actions(uuid, uuid, date) from public;
grant execute on function access.move_review_actions(uuid, uuid, date) to app, access_rules;
grant create on schema access to access_rules;
alter function access.move_review_actions(uuid, uuid, date) owner to access_rules;
revoke create on schema access from access_rules;

-- What came of each concern of a plan when the plan was reviewed: a fact, as the assessment before it was.
CREATE TABLE "plan_item_review" (
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "plan_item_id" UUID NOT NULL,
    "on" DATE NOT NULL,
    "outcome" "action_outcome",
    "new_score" SMALLINT,
    "note" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID,

    CONSTRAINT "plan_item_review_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "plan_item_review_plan_item_id_idx" ON "plan_item_review"("plan_item_id");

ALTER TABLE "plan_item_review" ADD CONSTRAINT "plan_item_review_patient_id_plan_item_id_fkey" FOREIGN KEY ("patient_id", "plan_item_id") REFERENCES "plan_item"("patient_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table plan_item_review
  add constraint plan_item_review_score_range check (new_score between 0 and 10),
  add constraint plan_item_review_text_length check (char_length(coalesce(note, '')) <= 10000);
create trigger plan_item_review_is_a_fact before update or delete on plan_item_review for each row execute function refuse_change();
create trigger plan_item_review_is_kept before truncate on plan_item_review for each statement execute function refuse_change();

alter table plan_item_review enable row level security;
alter table plan_item_review force row level security;
call access.police_by_patient('plan_item_review', 'my_clinical_teams', 'my_clinical_teams', null);

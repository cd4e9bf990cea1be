-- A save that comes too late is told who was first, and a person has one plan with each team, whose versions count on.
ALTER TABLE "action" ADD COLUMN     "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "updated_by_id" UUID;

ALTER TABLE "care_plan" ADD COLUMN     "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "updated_by_id" UUID;

ALTER TABLE "plan_item" ADD COLUMN     "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "updated_by_id" UUID;

CREATE UNIQUE INDEX "care_plan_patient_id_team_id_key" ON "care_plan"("patient_id", "team_id");

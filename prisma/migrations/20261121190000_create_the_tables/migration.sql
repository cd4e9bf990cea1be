
-- CreateEnum
CREATE TYPE "care_plan_event_kind" AS ENUM ('drafted', 'offered', 'agreed', 'declined', 'unable', 'reviewed', 'not_shared');

-- CreateEnum
CREATE TYPE "action_owner_kind" AS ENUM ('person', 'staff', 'team', 'practice');

-- CreateEnum
CREATE TYPE "action_event_kind" AS ENUM ('opened', 'postponed', 'reassigned', 'done', 'declined', 'not_needed');

-- CreateEnum
CREATE TYPE "action_outcome" AS ENUM ('resolved', 'better', 'same', 'worse');

-- CreateEnum
CREATE TYPE "organisation_kind" AS ENUM ('cancer_alliance', 'nhs_trust', 'community_provider', 'gp_practice');

-- CreateEnum
CREATE TYPE "team_kind" AS ENUM ('specialist', 'practice', 'community');

-- CreateEnum
CREATE TYPE "team_role" AS ENUM ('clinician', 'support_worker', 'gp');

-- CreateEnum
CREATE TYPE "organisation_role_kind" AS ENUM ('programme_lead', 'privacy_officer', 'admin');

-- CreateEnum
CREATE TYPE "care_relationship_basis" AS ENUM ('registration', 'import', 'referral', 'transfer');

-- CreateEnum
CREATE TYPE "key_contact_role" AS ENUM ('cancer_nurse_specialist', 'support_worker', 'consultant', 'neighbourhood_lead', 'carer');

-- CreateEnum
CREATE TYPE "assessment_offer_outcome" AS ENUM ('undecided', 'declined', 'accepted', 'not_offered', 'unable');

-- CreateEnum
CREATE TYPE "pathway_point" AS ENUM ('initial_diagnosis', 'start_of_treatment', 'during_treatment', 'end_of_treatment', 'recurrence', 'transition_to_palliative_care', 'prehabilitation', 'in_palliative_care', 'other');

-- CreateEnum
CREATE TYPE "assessment_mode" AS ENUM ('in_person', 'telephone', 'video', 'paper', 'own_link');

-- CreateEnum
CREATE TYPE "assessment_completer" AS ENUM ('person', 'person_with_help', 'proxy');

-- CreateEnum
CREATE TYPE "concern_author" AS ENUM ('person', 'staff');

-- CreateEnum
CREATE TYPE "concern_change" AS ENUM ('new', 'same', 'changed');

-- CreateEnum
CREATE TYPE "patient_import_state" AS ENUM ('reviewing', 'applied', 'discarded');

-- CreateEnum
CREATE TYPE "task_kind" AS ENUM ('offer_assessment', 'record_assessment', 'agree_care_plan', 'complete_action', 'review_care_plan', 'read_shared_plan', 'answer_practice_request', 'reassign_declined_action', 'find_practice');

-- CreateEnum
CREATE TYPE "task_event_kind" AS ENUM ('postponed', 'reassigned');

-- CreateEnum
CREATE TYPE "task_closure" AS ENUM ('met', 'with_reason', 'died', 'care_ended', 'superseded');

-- CreateEnum
CREATE TYPE "task_count_scope" AS ENUM ('team', 'owner');

-- CreateTable
CREATE TABLE "staff" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "given_name" TEXT NOT NULL,
    "family_name" TEXT NOT NULL,
    "staff_role_code" TEXT NOT NULL,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "staff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_credential" (
    "staff_id" UUID NOT NULL,
    "password_hash" TEXT,
    "totp_secret" TEXT,
    "totp_confirmed_at" TIMESTAMPTZ(3),
    "totp_last_step" INTEGER,
    "recovery_code_hashes" TEXT[],
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "staff_credential_pkey" PRIMARY KEY ("staff_id")
);

-- CreateTable
CREATE TABLE "staff_invitation" (
    "id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "staff_invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_session" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "staff_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_reason" TEXT,
    "browser" TEXT,
    "address" TEXT,

    CONSTRAINT "staff_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "login_attempt" (
    "id" UUID NOT NULL,
    "account_key" TEXT NOT NULL,
    "address_key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "succeeded" BOOLEAN NOT NULL,

    CONSTRAINT "login_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "emergency_access" (
    "id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "reason_code" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "emergency_access_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "care_plan" (
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "care_plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_item" (
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "care_plan_id" UUID NOT NULL,
    "concern_id" UUID,
    "concern_code" TEXT NOT NULL,
    "concern_label" TEXT NOT NULL,
    "score_at_start" SMALLINT,
    "what_matters" TEXT,
    "goal" TEXT,
    "position" INTEGER NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "plan_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "action" (
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "plan_item_id" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "help" TEXT,
    "owner_kind" "action_owner_kind" NOT NULL,
    "owner_staff_id" UUID,
    "owner_team_id" UUID,
    "due_on" DATE NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "action_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "action_event" (
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "action_id" UUID NOT NULL,
    "kind" "action_event_kind" NOT NULL,
    "on" DATE NOT NULL,
    "outcome" "action_outcome",
    "new_score" SMALLINT,
    "note" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID,

    CONSTRAINT "action_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "care_plan_event" (
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "care_plan_id" UUID NOT NULL,
    "kind" "care_plan_event_kind" NOT NULL,
    "on" DATE NOT NULL,
    "version_number" INTEGER,
    "staff_role_code" TEXT,
    "reason" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID,

    CONSTRAINT "care_plan_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "care_plan_version" (
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "care_plan_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "schema_number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "content_hash" TEXT NOT NULL,
    "changes" TEXT[],
    "agreed_on" DATE NOT NULL,
    "agreed_with" TEXT NOT NULL,
    "review_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID,

    CONSTRAINT "care_plan_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "care_plan_share" (
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "care_plan_version_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "shared_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "shared_by_id" UUID,
    "seen_at" TIMESTAMPTZ(3),
    "seen_by_id" UUID,

    CONSTRAINT "care_plan_share_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "help_entry" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "concern_code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "retired_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "help_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL,
    "ods_code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "organisation_kind" NOT NULL,
    "parent_id" UUID,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "team" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "team_kind" NOT NULL,
    "tumour_group" TEXT,
    "telephone" TEXT,
    "assessment_days_after_diagnosis" INTEGER NOT NULL DEFAULT 31,
    "assessment_days_after_treatment" INTEGER NOT NULL DEFAULT 42,
    "assessment_days_after_offer" INTEGER NOT NULL DEFAULT 14,
    "care_plan_days_after_assessment" INTEGER NOT NULL DEFAULT 14,
    "care_plan_review_days" INTEGER NOT NULL DEFAULT 84,
    "shared_plan_read_days" INTEGER NOT NULL DEFAULT 7,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "team_member" (
    "id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "role" "team_role" NOT NULL,
    "started_on" DATE NOT NULL,
    "ended_on" DATE,
    "given_by_id" UUID,

    CONSTRAINT "team_member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation_role" (
    "id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "role" "organisation_role_kind" NOT NULL,
    "started_on" DATE NOT NULL,
    "ended_on" DATE,
    "given_by_id" UUID,
    "confirmed_by_id" UUID,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "organisation_role_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "care_relationship" (
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "basis" "care_relationship_basis" NOT NULL,
    "started_on" DATE NOT NULL,
    "ended_on" DATE,
    "ended_reason" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID,

    CONSTRAINT "care_relationship_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "key_contact" (
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "role" "key_contact_role" NOT NULL,
    "staff_id" UUID,
    "team_id" UUID,
    "name" TEXT NOT NULL,
    "relationship" TEXT,
    "telephone" TEXT,
    "email" TEXT,
    "started_on" DATE NOT NULL,
    "ended_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID,

    CONSTRAINT "key_contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "diagnosis" (
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "icd10_code" TEXT NOT NULL,
    "tumour_group" TEXT NOT NULL,
    "laterality" TEXT,
    "diagnosed_on" DATE NOT NULL,
    "stage_in_words" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID,
    "voided_at" TIMESTAMPTZ(3),
    "voided_by_id" UUID,
    "voided_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "diagnosis_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "treatment" (
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "diagnosis_id" UUID,
    "modality" TEXT NOT NULL,
    "intent" TEXT,
    "started_on" DATE NOT NULL,
    "ended_on" DATE,
    "note" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID,
    "voided_at" TIMESTAMPTZ(3),
    "voided_by_id" UUID,
    "voided_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "treatment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assessment_offer" (
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "outcome" "assessment_offer_outcome" NOT NULL,
    "pathway_point" "pathway_point" NOT NULL,
    "staff_role_code" TEXT NOT NULL,
    "offered_on" DATE NOT NULL,
    "reason" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID,

    CONSTRAINT "assessment_offer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "needs_assessment" (
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "offer_id" UUID,
    "follows_id" UUID,
    "catalogue_version" TEXT NOT NULL,
    "pathway_point" "pathway_point" NOT NULL,
    "mode" "assessment_mode" NOT NULL,
    "completed_by" "assessment_completer" NOT NULL,
    "proxy_name" TEXT,
    "proxy_relationship" TEXT,
    "interpreter_code" TEXT NOT NULL,
    "staff_role_code" TEXT NOT NULL,
    "completed_on" DATE NOT NULL,
    "no_concerns" BOOLEAN NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID,

    CONSTRAINT "needs_assessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "concern" (
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "score" SMALLINT,
    "own_words" TEXT,
    "added_by" "concern_author" NOT NULL,
    "priority" SMALLINT,
    "change" "concern_change" NOT NULL DEFAULT 'new',

    CONSTRAINT "concern_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "draft" (
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "form" TEXT NOT NULL,
    "subject_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
    "content" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by_id" UUID NOT NULL,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "concern_definition" (
    "catalogue_version" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "domain_label" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "patient_label" TEXT NOT NULL,

    CONSTRAINT "concern_definition_pkey" PRIMARY KEY ("catalogue_version","code")
);

-- CreateTable
CREATE TABLE "patient" (
    "id" UUID NOT NULL,
    "nhs_number" CHAR(10) NOT NULL,
    "title" TEXT,
    "given_name" TEXT NOT NULL,
    "family_name" TEXT NOT NULL,
    "preferred_name" TEXT,
    "search_name" TEXT NOT NULL,
    "born_on" DATE NOT NULL,
    "sex" TEXT NOT NULL,
    "gender" TEXT,
    "ethnic_category" TEXT,
    "died_on" DATE,
    "address_line_1" TEXT,
    "address_line_2" TEXT,
    "postcode" TEXT,
    "mobile_telephone" TEXT,
    "home_telephone" TEXT,
    "email" TEXT,
    "preferred_language" TEXT,
    "interpreter_required" BOOLEAN,
    "information_needs" TEXT[],
    "communication_note" TEXT,
    "shares_with_practice" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "patient_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "patient_change" (
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "changes" JSONB NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID,

    CONSTRAINT "patient_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "patient_identifier" (
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "patient_identifier_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "about_me_version" (
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "most_important" TEXT,
    "important_people" TEXT,
    "how_to_communicate" TEXT,
    "wellness" TEXT,
    "please_do" TEXT,
    "please_do_not" TEXT,
    "how_to_support" TEXT,
    "worth_knowing" TEXT,
    "supported_by" TEXT,
    "told_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID,

    CONSTRAINT "about_me_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "patient_import" (
    "id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_hash" TEXT NOT NULL,
    "state" "patient_import_state" NOT NULL DEFAULT 'reviewing',
    "staged_rows" JSONB,
    "report" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "finished_by_id" UUID,

    CONSTRAINT "patient_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_log" (
    "id" BIGSERIAL NOT NULL,
    "chain" SMALLINT NOT NULL,
    "sequence" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "staff_id" UUID,
    "session_id" UUID,
    "event" TEXT NOT NULL,
    "patient_id" UUID,
    "entity_id" UUID,
    "detail" JSONB NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "access_log_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_log_chain" (
    "chain" SMALLINT NOT NULL,
    "sequence" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "access_log_chain_pkey" PRIMARY KEY ("chain")
);

-- CreateTable
CREATE TABLE "submission" (
    "id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "result" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reference_set" (
    "name" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "loaded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reference_set_pkey" PRIMARY KEY ("name","version")
);

-- CreateTable
CREATE TABLE "voided_fact" (
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "entity" TEXT NOT NULL,
    "entity_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID,

    CONSTRAINT "voided_fact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task" (
    "id" UUID NOT NULL,
    "kind" "task_kind" NOT NULL,
    "patient_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "owner_staff_id" UUID,
    "due_on" DATE NOT NULL,
    "subject_id" UUID NOT NULL,
    "detail" TEXT,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "opened_by_id" UUID,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by_id" UUID,
    "closure" "task_closure",
    "closed_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task_event" (
    "id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "kind" "task_event_kind" NOT NULL,
    "due_from" DATE,
    "due_to" DATE,
    "owner_from_id" UUID,
    "owner_to_id" UUID,
    "reason" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID,

    CONSTRAINT "task_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task_count" (
    "scope" "task_count_scope" NOT NULL,
    "scope_id" UUID NOT NULL,
    "kind" "task_kind" NOT NULL,
    "due_on" DATE NOT NULL,
    "open" INTEGER NOT NULL,

    CONSTRAINT "task_count_pkey" PRIMARY KEY ("scope","scope_id","kind","due_on")
);

-- CreateIndex
CREATE UNIQUE INDEX "staff_email_key" ON "staff"("email");

-- CreateIndex
CREATE UNIQUE INDEX "staff_invitation_token_hash_key" ON "staff_invitation"("token_hash");

-- CreateIndex
CREATE INDEX "staff_invitation_staff_id_idx" ON "staff_invitation"("staff_id");

-- CreateIndex
CREATE UNIQUE INDEX "staff_session_token_hash_key" ON "staff_session"("token_hash");

-- CreateIndex
CREATE INDEX "staff_session_staff_id_idx" ON "staff_session"("staff_id");

-- CreateIndex
CREATE INDEX "login_attempt_account_key_at_idx" ON "login_attempt"("account_key", "at");

-- CreateIndex
CREATE INDEX "login_attempt_address_key_at_idx" ON "login_attempt"("address_key", "at");

-- CreateIndex
CREATE INDEX "emergency_access_staff_id_patient_id_idx" ON "emergency_access"("staff_id", "patient_id");

-- CreateIndex
CREATE INDEX "care_plan_assessment_id_idx" ON "care_plan"("assessment_id");

-- CreateIndex
CREATE UNIQUE INDEX "care_plan_patient_id_id_key" ON "care_plan"("patient_id", "id");

-- CreateIndex
CREATE INDEX "plan_item_care_plan_id_idx" ON "plan_item"("care_plan_id");

-- CreateIndex
CREATE UNIQUE INDEX "plan_item_patient_id_id_key" ON "plan_item"("patient_id", "id");

-- CreateIndex
CREATE INDEX "action_plan_item_id_idx" ON "action"("plan_item_id");

-- CreateIndex
CREATE UNIQUE INDEX "action_patient_id_id_key" ON "action"("patient_id", "id");

-- CreateIndex
CREATE INDEX "action_event_action_id_idx" ON "action_event"("action_id");

-- CreateIndex
CREATE INDEX "care_plan_event_care_plan_id_idx" ON "care_plan_event"("care_plan_id");

-- CreateIndex
CREATE UNIQUE INDEX "care_plan_version_patient_id_id_key" ON "care_plan_version"("patient_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "care_plan_version_care_plan_id_number_key" ON "care_plan_version"("care_plan_id", "number");

-- CreateIndex
CREATE INDEX "care_plan_share_team_id_patient_id_idx" ON "care_plan_share"("team_id", "patient_id");

-- CreateIndex
CREATE UNIQUE INDEX "care_plan_share_care_plan_version_id_team_id_key" ON "care_plan_share"("care_plan_version_id", "team_id");

-- CreateIndex
CREATE INDEX "help_entry_organisation_id_concern_code_idx" ON "help_entry"("organisation_id", "concern_code");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_ods_code_key" ON "organisation"("ods_code");

-- CreateIndex
CREATE UNIQUE INDEX "team_code_key" ON "team"("code");

-- CreateIndex
CREATE INDEX "team_organisation_id_idx" ON "team"("organisation_id");

-- CreateIndex
CREATE INDEX "team_member_staff_id_idx" ON "team_member"("staff_id");

-- CreateIndex
CREATE INDEX "team_member_team_id_idx" ON "team_member"("team_id");

-- CreateIndex
CREATE INDEX "organisation_role_staff_id_idx" ON "organisation_role"("staff_id");

-- CreateIndex
CREATE INDEX "care_relationship_patient_id_team_id_idx" ON "care_relationship"("patient_id", "team_id");

-- CreateIndex
CREATE INDEX "care_relationship_team_id_patient_id_idx" ON "care_relationship"("team_id", "patient_id");

-- CreateIndex
CREATE INDEX "key_contact_patient_id_idx" ON "key_contact"("patient_id");

-- CreateIndex
CREATE UNIQUE INDEX "diagnosis_patient_id_id_key" ON "diagnosis"("patient_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "treatment_patient_id_id_key" ON "treatment"("patient_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "assessment_offer_patient_id_id_key" ON "assessment_offer"("patient_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "needs_assessment_patient_id_id_key" ON "needs_assessment"("patient_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "concern_patient_id_id_key" ON "concern"("patient_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "concern_assessment_id_code_label_key" ON "concern"("assessment_id", "code", "label");

-- CreateIndex
CREATE UNIQUE INDEX "draft_patient_id_team_id_form_subject_id_key" ON "draft"("patient_id", "team_id", "form", "subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "patient_nhs_number_key" ON "patient"("nhs_number");

-- CreateIndex
CREATE INDEX "patient_search_name_idx" ON "patient"("search_name");

-- CreateIndex
CREATE UNIQUE INDEX "patient_change_patient_id_version_key" ON "patient_change"("patient_id", "version");

-- CreateIndex
CREATE INDEX "patient_identifier_patient_id_idx" ON "patient_identifier"("patient_id");

-- CreateIndex
CREATE UNIQUE INDEX "patient_identifier_organisation_id_value_key" ON "patient_identifier"("organisation_id", "value");

-- CreateIndex
CREATE UNIQUE INDEX "about_me_version_patient_id_number_key" ON "about_me_version"("patient_id", "number");

-- CreateIndex
CREATE INDEX "patient_import_team_id_created_at_idx" ON "patient_import"("team_id", "created_at");

-- CreateIndex
CREATE INDEX "access_log_patient_id_at_idx" ON "access_log"("patient_id", "at");

-- CreateIndex
CREATE INDEX "access_log_staff_id_at_idx" ON "access_log"("staff_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "access_log_chain_sequence_key" ON "access_log"("chain", "sequence");

-- CreateIndex
CREATE INDEX "submission_created_at_idx" ON "submission"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "voided_fact_entity_id_key" ON "voided_fact"("entity_id");

-- CreateIndex
CREATE INDEX "voided_fact_patient_id_idx" ON "voided_fact"("patient_id");

-- CreateIndex
CREATE INDEX "task_patient_id_idx" ON "task"("patient_id");

-- CreateIndex
CREATE UNIQUE INDEX "task_team_id_id_key" ON "task"("team_id", "id");

-- CreateIndex
CREATE INDEX "task_event_task_id_idx" ON "task_event"("task_id");

-- AddForeignKey
ALTER TABLE "staff_credential" ADD CONSTRAINT "staff_credential_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_invitation" ADD CONSTRAINT "staff_invitation_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_session" ADD CONSTRAINT "staff_session_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "emergency_access" ADD CONSTRAINT "emergency_access_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "emergency_access" ADD CONSTRAINT "emergency_access_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "care_plan" ADD CONSTRAINT "care_plan_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "care_plan" ADD CONSTRAINT "care_plan_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "care_plan" ADD CONSTRAINT "care_plan_patient_id_assessment_id_fkey" FOREIGN KEY ("patient_id", "assessment_id") REFERENCES "needs_assessment"("patient_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_item" ADD CONSTRAINT "plan_item_patient_id_care_plan_id_fkey" FOREIGN KEY ("patient_id", "care_plan_id") REFERENCES "care_plan"("patient_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_item" ADD CONSTRAINT "plan_item_patient_id_concern_id_fkey" FOREIGN KEY ("patient_id", "concern_id") REFERENCES "concern"("patient_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action" ADD CONSTRAINT "action_patient_id_plan_item_id_fkey" FOREIGN KEY ("patient_id", "plan_item_id") REFERENCES "plan_item"("patient_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action" ADD CONSTRAINT "action_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action" ADD CONSTRAINT "action_owner_staff_id_fkey" FOREIGN KEY ("owner_staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action" ADD CONSTRAINT "action_owner_team_id_fkey" FOREIGN KEY ("owner_team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_event" ADD CONSTRAINT "action_event_patient_id_action_id_fkey" FOREIGN KEY ("patient_id", "action_id") REFERENCES "action"("patient_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "care_plan_event" ADD CONSTRAINT "care_plan_event_patient_id_care_plan_id_fkey" FOREIGN KEY ("patient_id", "care_plan_id") REFERENCES "care_plan"("patient_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "care_plan_version" ADD CONSTRAINT "care_plan_version_patient_id_care_plan_id_fkey" FOREIGN KEY ("patient_id", "care_plan_id") REFERENCES "care_plan"("patient_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "care_plan_share" ADD CONSTRAINT "care_plan_share_patient_id_care_plan_version_id_fkey" FOREIGN KEY ("patient_id", "care_plan_version_id") REFERENCES "care_plan_version"("patient_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "care_plan_share" ADD CONSTRAINT "care_plan_share_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "help_entry" ADD CONSTRAINT "help_entry_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team" ADD CONSTRAINT "team_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_member" ADD CONSTRAINT "team_member_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_member" ADD CONSTRAINT "team_member_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_role" ADD CONSTRAINT "organisation_role_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_role" ADD CONSTRAINT "organisation_role_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "care_relationship" ADD CONSTRAINT "care_relationship_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "care_relationship" ADD CONSTRAINT "care_relationship_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "key_contact" ADD CONSTRAINT "key_contact_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "key_contact" ADD CONSTRAINT "key_contact_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "key_contact" ADD CONSTRAINT "key_contact_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "diagnosis" ADD CONSTRAINT "diagnosis_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "diagnosis" ADD CONSTRAINT "diagnosis_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "treatment" ADD CONSTRAINT "treatment_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "treatment" ADD CONSTRAINT "treatment_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "treatment" ADD CONSTRAINT "treatment_patient_id_diagnosis_id_fkey" FOREIGN KEY ("patient_id", "diagnosis_id") REFERENCES "diagnosis"("patient_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment_offer" ADD CONSTRAINT "assessment_offer_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment_offer" ADD CONSTRAINT "assessment_offer_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "needs_assessment" ADD CONSTRAINT "needs_assessment_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "needs_assessment" ADD CONSTRAINT "needs_assessment_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "needs_assessment" ADD CONSTRAINT "needs_assessment_patient_id_offer_id_fkey" FOREIGN KEY ("patient_id", "offer_id") REFERENCES "assessment_offer"("patient_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "needs_assessment" ADD CONSTRAINT "needs_assessment_patient_id_follows_id_fkey" FOREIGN KEY ("patient_id", "follows_id") REFERENCES "needs_assessment"("patient_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "concern" ADD CONSTRAINT "concern_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "concern" ADD CONSTRAINT "concern_patient_id_assessment_id_fkey" FOREIGN KEY ("patient_id", "assessment_id") REFERENCES "needs_assessment"("patient_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "patient_change" ADD CONSTRAINT "patient_change_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "patient_identifier" ADD CONSTRAINT "patient_identifier_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "patient_identifier" ADD CONSTRAINT "patient_identifier_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "about_me_version" ADD CONSTRAINT "about_me_version_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "patient_import" ADD CONSTRAINT "patient_import_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "voided_fact" ADD CONSTRAINT "voided_fact_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_owner_staff_id_fkey" FOREIGN KEY ("owner_staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_event" ADD CONSTRAINT "task_event_team_id_task_id_fkey" FOREIGN KEY ("team_id", "task_id") REFERENCES "task"("team_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;


import 'server-only'
import type { Tx } from '@/lib/platform/database'
import type { AssessmentAnswers } from '../needs-assessment'

type AssessmentRow = Omit<AssessmentAnswers, 'concerns'> & {
  id: string
  patientId: string
  teamId: string
  offerId: string | null
  followsId: string | null
  catalogueVersion: string
  recordedAt: Date
  recordedById: string
}

/**
 * Inserts an assessment with its concerns, in one statement: through the client, twelve concerns cost more than all else
 * in filing.
 */
export async function insertAssessment(
  tx: Tx,
  row: AssessmentRow,
  concerns: AssessmentAnswers['concerns'],
): Promise<void> {
  await tx.$executeRaw`
    with filed as (
      insert into needs_assessment (id, patient_id, team_id, offer_id, follows_id, catalogue_version, pathway_point, mode,
        completed_by, proxy_name, proxy_relationship, interpreter_code, staff_role_code, completed_on, no_concerns,
        recorded_at, recorded_by_id)
      select "id", "patientId", "teamId", "offerId", "followsId", "catalogueVersion", "pathwayPoint", "mode",
        "completedBy", "proxyName", "proxyRelationship", "interpreterCode", "staffRoleCode", "completedOn", "noConcerns",
        "recordedAt", "recordedById"
      from jsonb_to_record(${JSON.stringify(row)}::jsonb) as assessment (
        "id" uuid, "patientId" uuid, "teamId" uuid, "offerId" uuid, "followsId" uuid, "catalogueVersion" text,
        "pathwayPoint" pathway_point, "mode" assessment_mode, "completedBy" assessment_completer, "proxyName" text,
        "proxyRelationship" text, "interpreterCode" text, "staffRoleCode" text, "completedOn" date, "noConcerns" boolean,
        "recordedAt" timestamptz, "recordedById" uuid)
    )
    insert into concern (id, patient_id, assessment_id, code, label, score, own_words, added_by, priority, change)
    select uuidv7(), ${row.patientId}::uuid, ${row.id}::uuid, "code", "label", "score", "ownWords", "addedBy", "priority", "change"
    from jsonb_to_recordset(${JSON.stringify(concerns)}::jsonb) as concern (
      "code" text, "label" text, "score" smallint, "ownWords" text, "addedBy" concern_author, "priority" smallint,
      "change" concern_change)`
}

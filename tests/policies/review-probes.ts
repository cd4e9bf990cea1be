import type { PatientEntity } from '@/lib/access/access-table'
import { seen, touched, type Context, type Probes } from './probe'

type OwnerKind = 'person' | 'practice' | 'hospital_team'

const agreed = (owner: OwnerKind, isShared: boolean) => (context: Context) => ({
  text: `insert into review_action (id, patient_id, review_id, team_id, what, due_on, owner_kind, owner_team_id, is_shared)
    values (uuidv7(), $1, $2, $3, 'Ring', current_date, $4, $5, $6)`,
  values: [
    context.patientId,
    context.reviewId,
    context.ownTeamId,
    owner,
    owner === 'hospital_team' ? context.teamId : null,
    isShared,
  ],
})

const done = (id: (context: Context) => string) => (context: Context) => ({
  text: `insert into review_action_event (id, patient_id, action_id, kind, "on") values (uuidv7(), $1, $2, 'done', current_date)`,
  values: [context.patientId, id(context)],
})

/** The review in progress, and what reviews agreed: kept in the practice, shared, asked of a hospital team. */
export const REVIEW_PROBES = {
  review_draft: {
    read: seen('draft', ({ reviewDraftId }) => reviewDraftId),
    create: (context) => ({
      text: `insert into draft (id, patient_id, team_id, form, content, created_by_id, updated_by_id) values (uuidv7(), $1, $2, 'cancer_care_review', '{}', $3, $3)`,
      values: [context.patientId, context.ownTeamId, context.staffId],
    }),
    update: touched('draft', 'content', ({ reviewDraftId }) => reviewDraftId),
  },
  review_action: {
    read: seen('review_action', ({ reviewActionId }) => reviewActionId),
    create: agreed('person', false),
    update: done(({ reviewActionId }) => reviewActionId),
  },
  shared_review_action: {
    read: seen('review_action', ({ sharedReviewActionId }) => sharedReviewActionId),
    create: agreed('practice', true),
    update: done(({ sharedReviewActionId }) => sharedReviewActionId),
  },
  hospital_review_action: {
    read: seen('review_action', ({ hospitalReviewActionId }) => hospitalReviewActionId),
    create: agreed('hospital_team', true),
    update: done(({ hospitalReviewActionId }) => hospitalReviewActionId),
  },
} satisfies Partial<Record<PatientEntity, Probes>>

import {
  OUTSIDE_CARE,
  PATIENT_ENTITIES,
  RELATIONS,
  ROLES,
  UNDER_CARE,
  VERBS,
  type PatientEntity,
  type Relation,
  type Role,
  type Verb,
} from '@/lib/access/access-table'

export type Cell = { role: Role; relation: Relation; entity: PatientEntity; verb: Verb; allowed: boolean }

/** Every cell of the table, with what the words above it say should happen: written apart from the policy, on purpose. */
export const cells: Cell[] = ROLES.flatMap((role) =>
  RELATIONS.flatMap((relation) =>
    PATIENT_ENTITIES.flatMap((entity) =>
      VERBS.map((verb) => ({
        role,
        relation,
        entity,
        verb,
        allowed: expected(role, relation, entity, verb),
      })),
    ),
  ),
)

function expected(role: Role, relation: Relation, entity: PatientEntity, verb: Verb): boolean {
  const listed = verbsOf(UNDER_CARE[entity], role)
  if (relation === 'care') return listed.includes(verb)
  if (relation === 'ended') return isSent(entity) && verbsOf(OUTSIDE_CARE.ended[entity], role).includes(verb)
  if (relation !== 'emergency' || verb !== 'read' || !listed.includes('read')) return false
  return (
    role !== 'gp' ||
    ![
      'shared_care_plan',
      'practice_action',
      'sent_treatment_summary',
      'sent_message',
      'practice_request',
      'released_result',
      'review_fact',
      'review_course',
      'cancer_care_review',
      'review_draft',
      'review_action',
      'shared_review_action',
      'hospital_review_action',
      'task',
    ].includes(entity)
  )
}

function isSent(
  entity: PatientEntity,
): entity is 'shared_care_plan' | 'sent_treatment_summary' | 'sent_message' {
  return ['shared_care_plan', 'sent_treatment_summary', 'sent_message'].includes(entity)
}

function verbsOf(row: object, role: Role): readonly string[] {
  return (row as Partial<Record<Role, readonly string[]>>)[role] ?? []
}

export function nameOf({ role, relation, entity, verb }: Cell): string {
  return `${role} · ${relation} · ${entity} · ${verb}`
}

import type { PatientEntity, Verb } from './access-table'
import { MESSAGE_ROUTES } from './message-endpoints'
import type { OwnEntity } from './own-access-table'
import { FOLLOW_UP_ROUTES } from './follow-up-endpoints'
import { SUMMARY_AND_REVIEW_ROUTES } from './summary-endpoints'

/**
 * What reaching an address is for: an entity and a verb of the access table, or open to everybody. Nothing is served
 * that is not here or in action-endpoints.ts: tests compare both with the build, and try each line over HTTP.
 */
export type EndpointPurpose =
  | 'public'
  | readonly [entity: PatientEntity, verb: Verb]
  | readonly [entity: OwnEntity, verb: Verb]
  | LinkPurpose

/** For who came by a link, and nobody else: a cell of link-table.ts. */
export type LinkPurpose = { readonly byLink: readonly [entity: PatientEntity, verb: Verb] }

/** Pages and route handlers, as Next writes their addresses. */
export const ROUTE_PURPOSES: Readonly<Record<string, EndpointPurpose>> = {
  '/_global-error': 'public',
  '/_not-found': 'public',
  '/icon.svg': 'public',
  '/api/health': 'public',
  '/accessibility': 'public',
  '/privacy': 'public',
  '/invitation/[token]': 'public',
  '/link/[token]': 'public',
  '/link/ended': 'public',
  '/link/document': { byLink: ['sent_treatment_summary', 'read'] },
  '/link/document/pdf': { byLink: ['sent_treatment_summary', 'print'] },
  '/link/requests/[requestId]': { byLink: ['practice_request', 'read'] },
  '/log-in': 'public',
  '/log-in/second-factor': 'public',

  '/': ['own_account', 'read'],
  '/account/password': ['own_account', 'update'],
  '/account/second-factor': ['own_account', 'read'],
  '/account/sessions': ['own_account', 'read'],
  '/account/stay-logged-in': ['own_account', 'read'],
  '/account/log-out': ['own_account', 'update'],

  '/worklist': ['worklist', 'read'],
  '/worklist/[taskId]/close': ['task', 'update'],
  '/worklist/[taskId]/postpone': ['task', 'update'],
  '/worklist/[taskId]/reassign': ['task', 'update'],

  '/results': ['results_to_review', 'read'],
  '/results/confirm': ['results_to_review', 'sign'],
  '/results/tell': ['results_to_tell', 'read'],
  '/results/tell/confirm': ['results_to_tell', 'create'],
  '/results/files': ['result_file', 'read'],
  '/results/files/[fileId]': ['result_file', 'read'],
  '/results/unmatched': ['unmatched_result', 'read'],
  '/results/unmatched/[unmatchedId]': ['unmatched_result', 'read'],

  '/practice': ['practice_home', 'read'],
  '/practice/plans/[shareId]': ['shared_care_plan', 'read'],
  '/practice/actions/[actionId]': ['practice_action', 'read'],
  '/practice/summaries/[deliveryId]': ['sent_treatment_summary', 'read'],
  '/practice/summaries/[deliveryId]/pdf': ['sent_treatment_summary', 'print'],
  '/practice/requests/[requestId]': ['practice_request', 'read'],
  '/practice/reviews': ['practice_home', 'read'],

  '/patients': ['patient_search', 'read'],
  '/patients/register': ['registration', 'create'],
  '/patients/import': ['patient_import', 'read'],
  '/patients/import/[importId]': ['patient_import', 'read'],

  '/patients/[patientId]': ['patient', 'read'],
  '/patients/[patientId]/edit': ['patient', 'update'],
  '/patients/[patientId]/communication-needs': ['patient', 'update'],
  '/patients/[patientId]/registered-practice': ['care_relationship', 'update'],
  '/patients/[patientId]/death': ['death', 'create'],
  '/patients/[patientId]/about-me': ['about_me', 'read'],
  '/patients/[patientId]/about-me/tell': ['about_me', 'create'],
  '/patients/[patientId]/tasks': ['task', 'read'],
  '/patients/[patientId]/care-team': ['care_relationship', 'read'],
  '/patients/[patientId]/referral': ['care_relationship', 'update'],
  '/patients/[patientId]/care-team/[teamId]/end': ['care_relationship', 'update'],
  '/patients/[patientId]/key-contacts': ['key_contact', 'read'],
  '/patients/[patientId]/key-contacts/new': ['key_contact', 'create'],
  '/patients/[patientId]/key-contacts/[contactId]': ['key_contact', 'update'],
  '/patients/[patientId]/key-contacts/[contactId]/end': ['key_contact', 'update'],
  '/patients/[patientId]/diagnoses/new': ['diagnosis', 'create'],
  '/patients/[patientId]/diagnoses/[diagnosisId]': ['diagnosis', 'read'],
  '/patients/[patientId]/diagnoses/[diagnosisId]/change': ['diagnosis', 'update'],
  '/patients/[patientId]/diagnoses/[diagnosisId]/void': ['diagnosis', 'void'],
  '/patients/[patientId]/treatments/new': ['treatment', 'create'],
  '/patients/[patientId]/treatments/[treatmentId]': ['treatment', 'read'],
  '/patients/[patientId]/treatments/[treatmentId]/void': ['treatment', 'void'],
  '/patients/[patientId]/treatment-phases/new': ['treatment', 'create'],
  '/patients/[patientId]/treatment-phases/[phaseId]': ['treatment', 'read'],
  '/patients/[patientId]/performance-status': ['diagnosis', 'read'],
  '/patients/[patientId]/performance-status/[performanceStatusId]/void': ['diagnosis', 'void'],

  '/patients/[patientId]/needs-assessments': ['needs_assessment', 'read'],
  '/patients/[patientId]/needs-assessments/offer': ['needs_assessment', 'create'],
  '/patients/[patientId]/needs-assessments/record': ['assessment_draft', 'read'],
  '/patients/[patientId]/needs-assessments/record/check': ['assessment_draft', 'read'],
  '/patients/[patientId]/needs-assessments/[assessmentId]': ['needs_assessment', 'read'],
  '/patients/[patientId]/needs-assessments/[assessmentId]/void': ['needs_assessment', 'void'],

  '/patients/[patientId]/care-plan': ['care_plan', 'read'],
  '/patients/[patientId]/care-plan/offer': ['care_plan', 'sign'],
  '/patients/[patientId]/care-plan/agree': ['care_plan', 'sign'],
  '/patients/[patientId]/care-plan/decline': ['care_plan', 'sign'],
  '/patients/[patientId]/care-plan/review': ['care_plan', 'sign'],
  '/patients/[patientId]/care-plan/print': ['care_plan', 'print'],
  '/patients/[patientId]/care-plan/items/[itemId]': ['care_plan', 'update'],
  '/patients/[patientId]/care-plan/items/[itemId]/actions/new': ['action', 'create'],
  '/patients/[patientId]/care-plan/versions/[number]': ['care_plan', 'read'],
  '/patients/[patientId]/actions/[actionId]': ['action', 'read'],
  '/patients/[patientId]/actions/[actionId]/change': ['action', 'update'],
  '/contacts': ['contact_list', 'read'],
  '/patients/[patientId]/contacts': ['contact', 'read'],
  '/patients/[patientId]/contacts/new': ['contact', 'create'],
  '/patients/[patientId]/contacts/[contactId]': ['contact', 'read'],

  '/patients/[patientId]/released-results': ['released_result', 'read'],
  '/patients/[patientId]/results': ['result', 'read'],
  '/patients/[patientId]/results/new': ['result', 'create'],
  '/patients/[patientId]/results/[resultId]': ['result', 'read'],
  '/patients/[patientId]/results/[resultId]/tell': ['result_telling', 'create'],
  '/patients/[patientId]/results/[resultId]/test': ['chosen_test', 'create'],

  ...SUMMARY_AND_REVIEW_ROUTES,
  ...FOLLOW_UP_ROUTES,

  ...MESSAGE_ROUTES,

  '/admin/staff': ['staff', 'read'],
  '/admin/staff/invite': ['staff', 'create'],
  '/admin/staff/roles': ['organisation_role', 'read'],
  '/admin/staff/[staffId]': ['staff', 'read'],
  '/admin/staff/[staffId]/edit': ['staff', 'update'],
  '/admin/staff/[staffId]/disable': ['staff', 'update'],
  '/admin/staff/[staffId]/invite-again': ['staff', 'update'],
  '/admin/staff/[staffId]/give-team': ['team_membership', 'create'],
  '/admin/staff/[staffId]/give-role': ['organisation_role', 'create'],
  '/admin/teams': ['team_standards', 'read'],
  '/admin/teams/[teamId]': ['team_standards', 'update'],
  '/admin/help-library': ['help_library', 'update'],
  '/admin/help-library/new': ['help_library', 'create'],
  '/admin/help-library/[entryId]': ['help_library', 'update'],
}

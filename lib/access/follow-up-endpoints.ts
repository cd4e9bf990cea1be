import type { EndpointPurpose } from './endpoints'

/** Pages of follow-up. */
export const FOLLOW_UP_ROUTES = {
  '/follow-up': ['follow_up_list', 'read'],
  '/follow-up/ledger': ['follow_up_list', 'read'],
  '/follow-up/protocols': ['protocol_publication', 'read'],
  '/follow-up/protocols/[organisationId]/[code]': ['protocol_rehearsal', 'read'],
  '/follow-up/protocols/[organisationId]/[code]/move': ['protocol_rehearsal', 'update'],
  '/admin/protocols': ['protocol_publication', 'create'],
  '/admin/protocols/[organisationId]/[code]/[version]': ['protocol_publication', 'create'],
  '/admin/protocols/[organisationId]/[code]/[version]/publish': ['protocol_publication', 'create'],
  '/admin/protocols/[organisationId]/[code]/[version]/withdraw': ['protocol_publication', 'create'],
  '/patients/[patientId]/follow-up': ['follow_up_pathway', 'read'],
  '/patients/[patientId]/follow-up/diagnoses/[diagnosisId]': ['stratification_decision', 'sign'],
  '/patients/[patientId]/follow-up/pathways/[pathwayId]/[step]': ['follow_up_pathway', 'update'],
  '/patients/[patientId]/follow-up/pathways/[pathwayId]/my-follow-up': ['follow_up_pathway', 'print'],
  '/patients/[patientId]/follow-up/pathways/[pathwayId]/my-follow-up/pdf': ['follow_up_pathway', 'print'],
  '/patients/[patientId]/follow-up/pathways/[pathwayId]/personal/[kind]': ['follow_up_pathway', 'update'],
  '/patients/[patientId]/follow-up/pathways/[pathwayId]/take-back': ['follow_up_pathway', 'update'],
  '/patients/[patientId]/follow-up/tests/[testId]': ['surveillance_test', 'read'],
} as const satisfies Readonly<Record<string, EndpointPurpose>>

/** Actions of follow-up. */
export const FOLLOW_UP_ACTIONS = {
  'follow-up.decide': ['stratification_decision', 'sign'],
  'follow-up.change': ['follow_up_pathway', 'update'],
  'follow-up.change-for-person': ['follow_up_pathway', 'update'],
  'follow-up.take-back-change': ['follow_up_pathway', 'update'],
  'follow-up.move-to-version': ['protocol_rehearsal', 'update'],
  'protocol.publish': ['protocol_publication', 'create'],
  'protocol.withdraw': ['protocol_publication', 'create'],
  'surveillance-test.record': ['surveillance_test', 'update'],
} as const satisfies Readonly<Record<string, EndpointPurpose>>

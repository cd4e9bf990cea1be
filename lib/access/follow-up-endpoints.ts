import type { EndpointPurpose } from './endpoints'

/** Pages of follow-up. */
export const FOLLOW_UP_ROUTES = {
  '/follow-up': ['follow_up_list', 'read'],
  '/follow-up/ledger': ['follow_up_list', 'read'],
  '/patients/[patientId]/follow-up': ['follow_up_pathway', 'read'],
  '/patients/[patientId]/follow-up/diagnoses/[diagnosisId]': ['stratification_decision', 'sign'],
  '/patients/[patientId]/follow-up/pathways/[pathwayId]/[step]': ['follow_up_pathway', 'update'],
  '/patients/[patientId]/follow-up/pathways/[pathwayId]/my-follow-up': ['follow_up_pathway', 'print'],
  '/patients/[patientId]/follow-up/pathways/[pathwayId]/my-follow-up/pdf': ['follow_up_pathway', 'print'],
  '/patients/[patientId]/follow-up/tests/[testId]': ['surveillance_test', 'read'],
} as const satisfies Readonly<Record<string, EndpointPurpose>>

/** Actions of follow-up. */
export const FOLLOW_UP_ACTIONS = {
  'follow-up.decide': ['stratification_decision', 'sign'],
  'follow-up.change': ['follow_up_pathway', 'update'],
  'surveillance-test.record': ['surveillance_test', 'update'],
} as const satisfies Readonly<Record<string, EndpointPurpose>>

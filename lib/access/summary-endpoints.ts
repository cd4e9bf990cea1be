import type { EndpointPurpose } from './endpoints'

/** Pages and files about treatment summaries, what they ask of practices, and cancer care reviews. */
export const SUMMARY_AND_REVIEW_ROUTES = {
  '/patients/[patientId]/treatment-summaries': ['treatment_summary', 'read'],
  '/patients/[patientId]/treatment-summaries/new': ['treatment_summary', 'create'],
  '/patients/[patientId]/treatment-summaries/[summaryId]': ['treatment_summary', 'read'],
  '/patients/[patientId]/treatment-summaries/[summaryId]/sections/[section]': ['treatment_summary', 'update'],
  '/patients/[patientId]/treatment-summaries/[summaryId]/sign': ['treatment_summary', 'sign'],
  '/patients/[patientId]/treatment-summaries/[summaryId]/send': ['sent_treatment_summary', 'create'],
  '/patients/[patientId]/treatment-summaries/[summaryId]/links': ['document_link', 'read'],
  '/patients/[patientId]/document-links/[linkId]/revoke': ['document_link', 'update'],
  '/patients/[patientId]/treatment-summaries/[summaryId]/versions/[number]': ['treatment_summary', 'read'],
  '/patients/[patientId]/treatment-summaries/[summaryId]/versions/[number]/pdf': [
    'treatment_summary',
    'print',
  ],
  '/patients/[patientId]/treatment-summaries/[summaryId]/versions/[number]/person': [
    'treatment_summary',
    'read',
  ],
  '/patients/[patientId]/treatment-summaries/[summaryId]/versions/[number]/person/pdf': [
    'treatment_summary',
    'print',
  ],

  '/patients/[patientId]/cancer-care-reviews/[diagnosisId]': ['cancer_care_review', 'read'],
  '/patients/[patientId]/cancer-care-reviews/[diagnosisId]/record': ['review_draft', 'read'],
  '/patients/[patientId]/cancer-care-reviews/[diagnosisId]/record/check': ['review_draft', 'read'],
  '/patients/[patientId]/cancer-care-reviews/[diagnosisId]/wishes': ['review_draft', 'read'],
  '/patients/[patientId]/reviews/[reviewId]': ['cancer_care_review', 'read'],
  '/patients/[patientId]/reviews/[reviewId]/void': ['cancer_care_review', 'void'],
  '/patients/[patientId]/review-actions/[actionId]': ['hospital_review_action', 'read'],
  '/patients/[patientId]/cancer-care-reviews/[diagnosisId]/invite': ['review_fact', 'create'],
  '/patients/[patientId]/cancer-care-reviews/[diagnosisId]/decline': ['review_fact', 'create'],
  '/patients/[patientId]/cancer-care-reviews/[diagnosisId]/not-needed': ['review_fact', 'create'],
  '/patients/[patientId]/cancer-care-reviews/[diagnosisId]/history': ['review_fact', 'read'],
  '/patients/[patientId]/cancer-care-reviews/[diagnosisId]/history/[factId]/void': ['review_fact', 'void'],
  '/patients/[patientId]/requests/[requestId]': ['practice_request', 'read'],
} as const satisfies Record<string, EndpointPurpose>

import { routes } from '@/lib/platform/routes'
import { clinician, pressing, type AccessiblePage } from './accessible-page'

/** Holistic needs assessments. */
export const ASSESSMENT_PAGES: readonly AccessiblePage[] = [
  {
    route: '/patients/[patientId]/needs-assessments',
    by: clinician,
    address: ({ patientId }) => routes.needsAssessments(patientId),
  },
  {
    route: '/patients/[patientId]/needs-assessments/offer',
    by: clinician,
    address: ({ patientId }) => routes.offerNeedsAssessment(patientId),
    mistake: pressing('Save offer'),
  },
  {
    route: '/patients/[patientId]/needs-assessments/record',
    by: clinician,
    address: ({ patientId }) => routes.recordNeedsAssessment(patientId),
    mistake: pressing('Continue to check answers'),
  },
  {
    route: '/patients/[patientId]/needs-assessments/record/check',
    by: clinician,
    address: ({ draftedPatientId }) => routes.checkNeedsAssessment(draftedPatientId),
  },
  {
    route: '/patients/[patientId]/needs-assessments/[assessmentId]',
    by: clinician,
    address: ({ patientId, assessmentId }) => routes.needsAssessment(patientId, assessmentId),
  },
  {
    route: '/patients/[patientId]/needs-assessments/[assessmentId]/void',
    by: clinician,
    address: ({ patientId, assessmentId }) => routes.voidNeedsAssessment(patientId, assessmentId),
    mistake: pressing('Mark as recorded in error'),
  },
]

import { routes } from '@/lib/platform/routes'
import { clinician, pressing, type AccessiblePage } from './accessible-page'

/** Care plans and their actions. */
export const CARE_PLAN_PAGES: readonly AccessiblePage[] = [
  {
    route: '/patients/[patientId]/care-plan',
    by: clinician,
    address: ({ patientId }) => routes.carePlan(patientId),
  },
  {
    route: '/patients/[patientId]/care-plan',
    showing: 'how to start one',
    by: clinician,
    address: ({ draftedPatientId }) => routes.carePlan(draftedPatientId),
  },
  {
    route: '/patients/[patientId]/care-plan/offer',
    by: clinician,
    address: ({ offeredPatientId }) => routes.offerCarePlan(offeredPatientId),
    mistake: pressing('Save offer', 'Day'),
  },
  {
    route: '/patients/[patientId]/care-plan/agree',
    by: clinician,
    address: ({ offeredPatientId }) => routes.agreeCarePlan(offeredPatientId),
    mistake: pressing('Agree the plan'),
  },
  {
    route: '/patients/[patientId]/care-plan/decline',
    by: clinician,
    address: ({ offeredPatientId }) => routes.declineCarePlan(offeredPatientId),
    mistake: pressing('Save'),
  },
  {
    route: '/patients/[patientId]/care-plan/review',
    by: clinician,
    address: ({ patientId }) => routes.reviewCarePlan(patientId),
    mistake: pressing('Save review'),
  },
  {
    route: '/patients/[patientId]/care-plan/print',
    by: clinician,
    address: ({ patientId }) => routes.printCarePlan(patientId),
  },
  {
    route: '/patients/[patientId]/care-plan/versions/[number]',
    by: clinician,
    address: ({ patientId }) => routes.carePlanVersion(patientId, 1),
  },
  {
    route: '/patients/[patientId]/care-plan/items/[itemId]',
    by: clinician,
    address: ({ patientId, itemId }) => routes.planItem(patientId, itemId),
  },
  {
    route: '/patients/[patientId]/care-plan/items/[itemId]/actions/new',
    by: clinician,
    address: ({ patientId, itemId }) => routes.newAction(patientId, itemId),
    mistake: pressing('Add action'),
  },
  {
    route: '/patients/[patientId]/actions/[actionId]',
    by: clinician,
    address: ({ patientId, actionId }) => routes.action(patientId, actionId),
    mistake: pressing('Finish action'),
  },
  {
    route: '/patients/[patientId]/actions/[actionId]/change',
    by: clinician,
    address: ({ patientId, actionId }) => routes.changeAction(patientId, actionId),
    mistake: pressing('Save action', 'What is to be done?'),
  },
]

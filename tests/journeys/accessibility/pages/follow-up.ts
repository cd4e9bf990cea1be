import { routes } from '@/lib/platform/routes'
import { PERSONAL_CHANGE_KINDS } from '@/lib/follow-up/personal-changes'
import { clinician, pressing, type AccessiblePage } from './accessible-page'

/** Follow-up after treatment. */
export const FOLLOW_UP_PAGES: readonly AccessiblePage[] = [
  { route: '/follow-up', by: clinician, address: () => routes.followUpList() },
  { route: '/follow-up/ledger', by: clinician, address: () => routes.followUpLedger() },
  {
    route: '/patients/[patientId]/follow-up',
    by: clinician,
    address: (cast) => routes.followUp(cast.patientId),
  },
  {
    route: '/patients/[patientId]/follow-up/diagnoses/[diagnosisId]',
    by: clinician,
    address: (cast) => routes.decideFollowUp(cast.patientId, cast.diagnosisId),
    mistake: pressing('Check the decision'),
  },
  {
    route: '/patients/[patientId]/follow-up/pathways/[pathwayId]/my-follow-up',
    by: clinician,
    address: (cast) => routes.ownFollowUp(cast.patientId, cast.pathwayId),
  },
  {
    route: '/patients/[patientId]/follow-up/tests/[testId]',
    by: clinician,
    address: (cast) => routes.surveillanceTest(cast.patientId, cast.surveillanceTestId),
    mistake: pressing('Save', 'Day'),
  },
  ...(['recalled', 'suspended', 'transferred', 'ended'] as const).map((step): AccessiblePage => ({
    route: '/patients/[patientId]/follow-up/pathways/[pathwayId]/[step]',
    showing: step,
    by: clinician,
    address: (cast) => routes.pathwayStep(cast.patientId, cast.pathwayId, step),
    mistake: step === 'ended' ? pressing('End follow-up') : undefined,
  })),
  ...PERSONAL_CHANGE_KINDS.map((kind): AccessiblePage => ({
    route: '/patients/[patientId]/follow-up/pathways/[pathwayId]/personal/[kind]',
    showing: kind,
    by: clinician,
    address: (cast) => routes.personalChange(cast.patientId, cast.pathwayId, kind),
    mistake: pressing('Change it for this person'),
  })),
  {
    route: '/patients/[patientId]/follow-up/pathways/[pathwayId]/take-back',
    by: clinician,
    address: (cast) => routes.takeBackChange(cast.patientId, cast.pathwayId, 'duration'),
    mistake: pressing('Take it back'),
  },
]
